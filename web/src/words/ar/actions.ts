import type english from "../en/actions";
import type { Translation } from "../catalogue";

export default {
  "mint.title": "الحصول على بطاقة {tier}",
  "mint.explanation": "البطاقة ملكك إلى الأبد: للاحتفاظ بها أو إهدائها أو بيعها.",
  "mint.value": "بطاقة {tier}",
  "mint.doneTitle": "بطاقة {tier} أصبحت ملكك",
  "mint.doneText": "تتيح لك لقاءات بالعدد الذي تريده، وتتيح أيضًا ما يلي:",
  "upgrade.title": "ترقيتها إلى بطاقة {tier}",
  "upgrade.explanation": "تحتفظ بطاقتك برقمها وتحصل على صورة جديدة. تدفع الفرق حتى السعر فقط.",
  "upgrade.value": "الفرق",
  "upgrade.doneTitle": "أصبحت الآن بطاقة {tier}",
  "upgrade.doneText": "تتيح ما يلي:",
  "stake.title": "إيداع {amount}",
  "stake.value": "وديعتك",
  "stake.doneTitle": "وصلت وديعتك",
  "stake.doneText": "لك الآن لقاءات بالعدد الذي تريده.",
  "stake.warmUp": "ستُحتسب بعد انقضاء: {length}. ومن ثم لك لقاءات بالعدد الذي تريده.",
  "unstake.title": "استرداد وديعتك",
  "unstake.explanation":
    "يتوقف احتساب {amount} فورًا. مدة الانتظار قبل السحب: {length}. من دون بطاقة لا لقاءات لك حتى إيداع جديد.",
  "unstake.doneTitle": "وديعتك في طريق العودة",
  "unstake.doneText": "مدة الانتظار: {length}. يمكنك العودة بعدها لسحبها.",
  "withdraw.title": "سحب {amount}",
  "withdraw.explanation": "انتهت مدة الانتظار. يذهب المبلغ إلى محفظتك مباشرة.",
  "withdraw.doneTitle": "عاد إلى محفظتك",
  "withdraw.doneText": "عاد {amount} إلى مكانه.",
} satisfies Translation<typeof english>;
