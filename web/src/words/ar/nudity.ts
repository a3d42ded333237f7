import type english from "../en/nudity";
import type { Translation } from "../catalogue";

export default {
  region: "احتمال وجود عُري",
  checked: "يُفحص وجود العُري في الصور على هذا الجهاز وحده.",
  unchecked: "لا يُفحص وجود العُري في الصور هنا: تعذّر تحميل الفحص.",
  guess: "هذا تخمين جرى على هذا الجهاز، وقد يكون خاطئًا، ولا يُرسل منه شيء.",
  "theirs.suspect": "قد تُظهر صورة الطرف الآخر عُريًا، وهي مخفية عنك.",
  "theirs.eased": "ربما انتهى الأمر. ما زالت الصورة مخفية.",
  "screen.suspect": "قد تُظهر شاشة الطرف الآخر عُريًا، وهي مخفية عنك.",
  "screen.eased": "ربما انتهى الأمر. ما زالت الشاشة مخفية.",
  "showTheirs.suspect": "إظهارها رغم ذلك",
  "showTheirs.eased": "إظهارها",
  "own.suspect": "قد تُظهر صورتك عُريًا. يراها الطرف الآخر ضبابية.",
  "own.eased": "ربما صارت صورتك مناسبة. ما زال الطرف الآخر يراها ضبابية.",
  "showOwn.suspect": "إرسالها واضحة رغم ذلك",
  "showOwn.eased": "إرسالها واضحة",
  stay: "إبقاؤها ضبابية",
} satisfies Translation<typeof english>;
