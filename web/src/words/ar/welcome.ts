import type english from "../en/welcome";
import type { Translation } from "../catalogue";

export default {
  sentence: "لقاء مع شخص غريب لمدة {length}.",
  signIn: "تسجيل الدخول بمحفظتك",
  goMeet: "إلى لقاء جديد",
  seeHow: "كيفية الدخول",
} satisfies Translation<typeof english>;
