import type english from "../en/demo";
import type { Translation } from "../catalogue";

export default {
  title: "{wallet} · محفظة تجريبية",
  "connect.question": "هل يُسمح لموقع {host} برؤية عنوان هذه المحفظة؟",
  "sign.question": "يطلب {host} توقيعك على هذا النص:",
  "send.question": "يطلب {host} منك إرسال معاملة:",
  "connect.answer": "وصل",
  "sign.answer": "توقيع",
  "send.answer": "تأكيد",
  reject: "رفض",
  hint: "تقوم هذه النافذة مقام محفظة حقيقية. مفتاحها معروف ومالها وهمي.",
  text: "النص المطلوب توقيعه",
  to: "إلى",
  amount: "المبلغ",
  data: "البيانات",
} satisfies Translation<typeof english>;
