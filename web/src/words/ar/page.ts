import type english from "../en/page";
import type { Translation } from "../catalogue";

export default {
  description: "لقاء بالفيديو مع شخص غريب لمدة خمس دقائق.",
  noScript: "يحتاج Passerby إلى JavaScript لمكالمات الفيديو.",
  skip: "الانتقال إلى المحتوى",
  language: "اللغة",
} satisfies Translation<typeof english>;
