import type english from "../en/veil";
import type { Translation } from "../catalogue";

export default {
  region: "الظهور",
  veiled: "الصورة ضبابية لدى كليكما، أما صوتك فمسموع.",
  asked: "الطرف الآخر مستعد للظهور. وأنت؟",
  waiting: "أبديتَ استعدادك. تتضح الصورة حين يستعد الطرف الآخر أيضًا.",
  show: "إظهار صورتي",
  takeBack: "تراجُع",
  blurBoth: "تضبيب الصورتين",
  ownTile: "هكذا تظهر صورتك",
  theirsHeld: "صفحة الطرف الآخر نفسها ضبّبت صورته.",
  "announce.veiled": "الصورة ضبابية حتى يرغب كلاكما في الظهور، أما صوتك فمسموع.",
  "announce.veiledAgain": "عادت الصورتان ضبابيتين.",
  "announce.asked": "الطرف الآخر مستعد للظهور. وأنت؟",
  "announce.waiting": "أبديتَ استعدادك للظهور. بانتظار الطرف الآخر.",
  "announce.clear": "تتضح الصورة الآن لدى كليكما.",
} satisfies Translation<typeof english>;
