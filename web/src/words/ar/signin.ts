import type english from "../en/signin";
import type { Translation } from "../catalogue";

export default {
  connect: "وصل محفظتك",
  which: "أيّ محفظة هي لك؟",
  sayYes: "يلزم فتح {wallet} والموافقة هناك.",
  demo: "محافظ تجريبية",
  demoHint: "مال وهمي على سلسلة خاصة بهذا الحاسوب. مفاتيحها معروفة للجميع.",
  none: "لا محفظة في هذا المتصفح بعد. يمكنك تثبيت واحدة ثم العودة: ستظهر هنا تلقائيًا.",
  find: "العثور على محفظة",
  unnamed: "محفظة بلا اسم",
  useAnother: "استخدام أخرى",
  "step.check": "التحقق",
  "step.sign": "التوقيع في محفظتك",
  "step.sent": "أُرسل",
  "step.done": "تم",
  stepDone: "، تم",
  "status.check": "جارٍ طلب نص للتوقيع.",
  "status.sign": "يلزم فتح {wallet} والتوقيع. لا يكلّف ذلك شيئًا.",
  "status.sent": "تم التوقيع. الخدمة تتحقق منه.",
  "status.done": "تم الدخول.",
} satisfies Translation<typeof english>;
