import type english from "../en/trouble";
import type { Translation } from "../catalogue";

export default {
  weak: "الاتصال ضعيف. جارٍ إعادة الوصل…",
  stalled: "توقفت صورة الطرف الآخر. جارٍ إعادة الوصل…",
  waiting: "توقفت صورة الطرف الآخر، وتوقف معها الوقت. جارٍ إعادة الوصل…",
  unseen: "لا يصل منك شيء إلى الطرف الآخر، والوقت متوقف. جارٍ إعادة الوصل…",
  pauseLeft: "{time} على الأكثر",
  line: "يتعذّر الوصول إلى Passerby. جارٍ إعادة الوصل… يستمر لقاؤكما.",
  restarting: "يُعاد تشغيل Passerby الآن. يستمر لقاؤكما.",
  unserved: "لم يعد Passerby يعرف عن لقائكما. تستمر هذه الجولة، ولا يمكن طلب جولة أخرى.",
  away: "فقد الطرف الآخر الاتصال بـ Passerby للحظة. ما زلتما على اتصال.",
  gone: "الطرف الآخر بلا اتصال الآن، وأمامه نصف دقيقة ليعود.",
  over: "عاد كل شيء إلى ما كان عليه.",
} satisfies Translation<typeof english>;
