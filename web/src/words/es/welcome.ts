import type english from "../en/welcome";
import type { Translation } from "../catalogue";

export default {
  sentence: "Conoce a alguien nuevo durante {length}.",
  signIn: "Entra con tu cartera",
  goMeet: "Ve a conocer a alguien",
  seeHow: "Mira cómo entrar",
} satisfies Translation<typeof english>;
