import type english from "../en/common";
import type { Translation } from "../catalogue";

export default {
  name: "Passerby",
  titled: "{title} · Passerby",
  minutes:
    "{count, plural, =5 {خمس دقائق} zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}",
  seconds:
    "{count, plural, zero {# ثانية} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}",
  aSecond: "لا يستغرق ذلك عادةً سوى ثانية.",
  close: "إغلاق",
  details: "التفاصيل",
  tryAgain: "المحاولة من جديد",
  cancel: "إلغاء",
  optional: "(اختياري)",
} satisfies Translation<typeof english>;
