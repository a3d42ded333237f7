import type english from "../en/shell";
import type { Translation } from "../catalogue";

export default {
  opening: "جارٍ فتح Passerby",
  lookingForSession: "جارٍ البحث عن جلستك",
  openingPasses: "جارٍ فتح بطاقاتك",
  readingLimit: "جارٍ قراءة مدة اللقاء من سلسلة الكتل",
  unreachable: "لا أحد يجيب",
  places: "الأماكن",
  meet: "اللقاء",
  contacts: "المعارف",
  passes: "البطاقات",
  recordings: "التسجيلات",
  wallet: "محفظتك",
  walletName: "المحفظة",
  notConnected: "غير متصلة",
  holds: "الرصيد",
  network: "الشبكة",
  address: "العنوان",
  signedInUntil: "الجلسة صالحة حتى",
  signOut: "تسجيل الخروج",
  "accountChanged.title": "محفظتك تعرض حسابًا آخر",
  "accountChanged.text":
    "كانت جلستك مفتوحة بحساب، ثم انتقلت محفظتك إلى {account}، ولذلك أُغلقت الجلسة.",
  "accountChanged.button": "تسجيل الدخول بالحساب {account}",
  "expired.title": "انتهت جلستك",
  "expired.text": "انتهت مدة جلستك. يمكنك تسجيل الدخول من جديد متى أردت.",
  "expired.button": "تسجيل الدخول من جديد",
} satisfies Translation<typeof english>;
