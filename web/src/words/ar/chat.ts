import type english from "../en/chat";
import type { Translation } from "../catalogue";

export default {
  title: "الدردشة",
  unread:
    "{count, plural, zero {لا رسائل غير مقروءة} one {رسالة واحدة غير مقروءة} two {رسالتان غير مقروءتين} few {# رسائل غير مقروءة} many {# رسالة غير مقروءة} other {# رسالة غير مقروءة}}",
  unreadTitle: "({number}) {title}",
  log: "ما كتبتماه",
  empty: "ما يُكتب هنا ينتقل مباشرة بين المتصفحين ويزول عند انتهاء اللقاء.",
  write: "رسالتك",
  send: "إرسال",
  left: "{count, plural, zero {لم يبق أي حرف} one {بقي حرف واحد} two {بقي حرفان} few {بقيت # أحرف} many {بقي # حرفًا} other {بقي # حرف}}",
  full: "لم تصل الرسائل الأخيرة بعد. يمكن مواصلة الكتابة بعد لحظات.",
  you: "رسالتك:",
  they: "رسالة الطرف الآخر:",
  delivered: "وصلت",
  waiting: "لم تصل بعد",
  typing: "الطرف الآخر يكتب…",
} satisfies Translation<typeof english>;
