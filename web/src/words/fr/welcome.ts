import type english from "../en/welcome";
import type { Translation } from "../catalogue";

export default {
  sentence: "Rencontre une personne inconnue pendant {length}.",
  signIn: "Connecte-toi avec ton portefeuille",
  goMeet: "Va rencontrer quelqu’un",
  seeHow: "Vois comment entrer",
} satisfies Translation<typeof english>;
