import type english from "../en/media";
import type { Translation } from "../catalogue";

export default {
  camera: "الكاميرا",
  microphone: "الميكروفون",
  speaker: "السماعة",
  "camera.numbered": "كاميرا {number}",
  "microphone.numbered": "ميكروفون {number}",
  "speaker.numbered": "سماعة {number}",
  noneFound: "لم يُعثر على شيء",
  mute: "كتم الصوت",
  cameraOff: "إيقاف الكاميرا",
  level: "مستوى الميكروفون",
  ownPicture: "صورتك",
  "absence.cameraOff": "الكاميرا متوقفة. سيُسمع صوتك فقط.",
  "absence.off": "هنا ستظهر صورتك.",
  "absence.opening": "جارٍ فتح الكاميرا. قد يسألك المتصفح أولًا.",
  "problem.denied":
    "المتصفح يمنع هذه الصفحة من استخدام {what, select, camera {الكاميرا} microphone {الميكروفون} other {الكاميرا والميكروفون}}. يمكنك السماح بذلك بجانب العنوان، ثم المحاولة من جديد.",
  "problem.none":
    "{what, select, camera {لم يُعثر على كاميرا} microphone {لم يُعثر على ميكروفون} other {لم يُعثر على كاميرا ولا ميكروفون}}. عند توصيل ما ينقص ستلاحظه الصفحة بنفسها.",
  "problem.busy":
    "تطبيق آخر يستخدم {what, select, camera {الكاميرا} microphone {الميكروفون} other {الكاميرا والميكروفون}}. يلزم إغلاقه أولًا، ثم المحاولة من جديد.",
  "problem.insecure":
    "لا تفتح المتصفحات {what, select, camera {الكاميرا} microphone {الميكروفون} other {الكاميرا والميكروفون}} إلا في الصفحات الآمنة. يلزم فتح هذه الصفحة عبر https أو على localhost.",
  "problem.unknown":
    "{what, select, camera {لم تعمل الكاميرا} microphone {لم يعمل الميكروفون} other {لم تعمل الكاميرا ولا الميكروفون}}. يلزم تشغيل المتصفح من جديد، ثم المحاولة مرة أخرى.",
  "news.replaced":
    "{what, select, camera {لم تعد الكاميرا متاحة} other {لم يعد الميكروفون متاحًا}}. المستخدَم الآن: {device}.",
  "news.found": "المستخدَم الآن: {device}.",
  "news.kept": "لم يُفتح ذلك الجهاز. ما زال مستخدَمًا: {device}.",
} satisfies Translation<typeof english>;
