import type english from "../en/ending";
import type { Translation } from "../catalogue";

export default {
  again: "مرة أخرى؟",
  ifBoth: "إذا كان الجواب نعم من كليكما، فلكما لقاء آخر لمدة {length}.",
  saidYes: "جوابك نعم. بانتظار جواب الطرف الآخر…",
  saidNo: "إذًا تكفي مرة واحدة. كان لقاءً جميلًا.",
  yes: "نعم، مرة أخرى",
  no: "لا، شكرًا",
  meetAnother: "لقاء شخص آخر",
  toLobby: "العودة إلى البداية",
  "limit.title": "انتهى وقتكما",
  "limit.text": "للجميع الوقت نفسه. وهناك دائمًا ناصية أخرى.",
  "next.title": "مضيت في طريقك",
  "next.text": "هناك شخص آخر عند الناصية.",
  "left.title": "مضيت في طريقك",
  "left.text": "هناك شخص آخر عند الناصية.",
  "failed.title": "تعذّر الاتصال بينكما",
  "failed.text": "شبكة ما في الطريق لم تسمح بمرور الصورة. لا ذنب لأحد، ولم يكلّفك ذلك شيئًا.",
  "peer-next.title": "مضى الطرف الآخر في طريقه",
  "peer-next.text": "يحدث هذا في كل شارع. هناك شخص آخر عند الناصية.",
  "peer-left.title": "ودّعك الطرف الآخر",
  "peer-left.text": "لقد غادر الآن.",
  "peer-lost.title": "انقطع الاتصال",
  "peer-lost.text": "صمت خطّه أو خطّك ولم يعد.",
  "connection-lost.title": "انقطع الاتصال",
  "connection-lost.text": "صمت خطّه أو خطّك ولم يعد.",
  "grant-refused.title": "أنهت صفحتك المكالمة",
  "grant-refused.text":
    "ما وقّعته هذه الخدمة لوقتكما معًا لا يصحّ على سلسلة الكتل. يمكنك المحاولة من جديد، وإذا تكرر ذلك فمن المفيد إبلاغ من يديرها.",
  "strings-differ.title": "قد يكون هناك من يتوسّط بينكما",
  "strings-differ.text":
    "لم تكن الصور واحدة، فأنهت صفحتك المكالمة فورًا. ربما شاهد واستمع أحدٌ في الطريق، أو هذه الخدمة نفسها.",
  "strings-differ-there.title": "رأى الطرف الآخر صورًا مختلفة",
  "strings-differ-there.text":
    "قال إن الصور ليست واحدة وأنهى المكالمة. ربما شاهد واستمع أحدٌ في الطريق، أو هذه الخدمة نفسها.",
  "identity-broken.title": "قد يكون هناك من يتوسّط بينكما",
  "identity-broken.text":
    "اكتشفت صفحتك بنفسها أن الطرف الآخر من الخط ليس كما يدّعي، فأنهت المكالمة. ربما شاهد واستمع أحدٌ في الطريق، أو هذه الخدمة نفسها.",
  "declined.title": "تكفي مرة واحدة",
  "declined.text": "فضّل أحدكما الاكتفاء بهذا. كان لقاءً كاملًا.",
  "unanswered.title": "لم يصل جواب",
  "unanswered.text": "من دون جوابين بنعم تكفي مرة واحدة.",
  "signed-out.title": "انتهت جلستك",
  "signed-out.text": "يلزم تسجيل الدخول من جديد للقاء شخص ما.",
  "going-away.title": "يُعاد تشغيل Passerby",
  "going-away.text": "سيعود خلال ثوانٍ.",
} satisfies Translation<typeof english>;
