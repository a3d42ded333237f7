import type english from "../en/features";
import type { Translation } from "../catalogue";

export default {
  unlockedBy: "يأتي مع هذه البطاقات: {tiers}.",
  seePasses: "عرض البطاقات",
  "contacts.sentence": "الاحتفاظ بشخص أعجبك، إذا أراد هو أيضًا.",
  "contacts.control": "زر الاحتفاظ، بجانب صورته",
  "recording.sentence": "تسجيل لقاء على قرصك، إذا وافق الطرف الآخر.",
  "recording.control": "زر التسجيل، في المكالمة",
  "streaming.sentence": "بثّ صورتك مباشرةً على المنصات التي تستخدمها.",
  "streaming.control": "زر البث، في المكالمة",
  "studio-inputs.sentence": "مزج كاميرا ثانية وشاشتك وواجهة صوت مباشرةً.",
  "studio-inputs.control": "الاستوديو، في قائمة اللقاء",
  "large-rooms.sentence": "فتح غرف لثمانية أشخاص بدلًا من أربعة.",
  "large-rooms.control": "الحجم، عند فتح غرفة",
} satisfies Translation<typeof english>;
