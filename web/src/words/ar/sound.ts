import type english from "../en/sound";
import type { Translation } from "../catalogue";

export default {
  volume: "مستوى الصوت",
  level: "مستوى صوت الطرف الآخر",
  silence: "كتم صوت الطرف الآخر",
  silent: "صوت الطرف الآخر مكتوم عندك",
  hear: "إعادة الصوت",
  byDevice: "أزرار جهازك هي التي تحدد مستوى صوت الطرف الآخر.",
  pushToTalk: "الضغط للتحدث",
  pushToTalkHint: "والميكروفون مكتوم: التحدث ممكن ما دام مفتاح المسافة مضغوطًا.",
  talking: "صوتك مسموع ما دام مفتاح المسافة مضغوطًا",
} satisfies Translation<typeof english>;
