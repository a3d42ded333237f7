import type english from "../en/verification";
import type { Translation } from "../catalogue";

export default {
  entry: "نحن الاثنان فقط؟",
  title: "هل أنتما وحدكما؟",
  explanation:
    "اقرآ هذه الصور الست بالترتيب بصوت مسموع: إن كانت هي نفسها عند كليكما فلا أحد بينكما، ولا حتى Passerby. وإن اختلفت صورة واحدة فقد يكون هناك من يشاهد ويستمع.",
  pictures: "صورك الست",
  match: "متطابقة",
  differ: "مختلفة",
  waiting: "ما زالت الصفحتان تتفقان على الصور. لا يستغرق ذلك عادةً سوى ثانية.",
  unsupported: "لا صور للمقارنة في صفحة الطرف الآخر. لا سبيل لمعرفة إن كان أحد بينكما.",
  confirmed: "تم تأكيد التطابق من جهتك: أنتما وحدكما.",
  theyConfirmed: "أكّد الطرف الآخر ذلك أيضًا.",
  onlyTheyConfirmed: "يقول الطرف الآخر إن الصور متطابقة. الأفضل أن تقارن بنفسك قبل التأكيد.",
  mark: "أنتما وحدكما",
} satisfies Translation<typeof english>;
