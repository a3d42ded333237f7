import type english from "../en/screen";
import type { Translation } from "../catalogue";

export default {
  share: "مشاركة الشاشة",
  stop: "إيقاف المشاركة",
  mine: "شاشتك معروضة الآن",
  theirs: "الطرف الآخر يشارك شاشته",
  theirPicture: "شاشة الطرف الآخر",
  "announce.mine": "بدأت مشاركة شاشتك، ويراها الطرف الآخر الآن.",
  "announce.mineEnded": "انتهت مشاركة شاشتك.",
  "announce.theirs": "يشارك الطرف الآخر شاشته معك.",
  "announce.theirsEnded": "أوقف الطرف الآخر مشاركة شاشته.",
  "problem.system":
    "يمنع نظامك المتصفح من رؤية الشاشة. يلزم السماح بذلك في إعدادات النظام ثم إعادة المحاولة.",
  "problem.unknown": "تعذّرت مشاركة شاشتك. يمكن إعادة المحاولة.",
  pictureInPicture: "صورة داخل صورة",
  fullScreen: "ملء الشاشة",
} satisfies Translation<typeof english>;
