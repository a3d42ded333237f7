import type english from "../en/transaction";
import type { Translation } from "../catalogue";

export default {
  "step.check": "التحقق",
  "step.confirm": "التأكيد في محفظتك",
  "step.sent": "أُرسل",
  "step.done": "تم",
  yourWallet: "محفظتك",
  "status.check": "جارٍ النظر في السعر ورسوم الشبكة.",
  "status.ready": "لن يحدث شيء قبل التأكيد في محفظتك.",
  "status.confirm": "يلزم فتح {wallet} والتأكيد.",
  "status.sent": "أُرسلت. تحتاج الشبكة عادةً إلى بضع ثوانٍ.",
  open: "فتح محفظتي",
  waiting: "بانتظار محفظتك",
  fee: "رسوم الشبكة، كحد أقصى",
  together: "المجموع",
  holds: "رصيد محفظتك",
  value: "القيمة",
  wei: "{amount} wei",
  highestFee: "أعلى رسوم",
  weiForGas: "{amount} wei مقابل {gas} gas",
  transaction: "المعاملة",
  block: "الكتلة",
} satisfies Translation<typeof english>;
