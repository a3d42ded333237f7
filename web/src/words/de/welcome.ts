import type english from "../en/welcome";
import type { Translation } from "../catalogue";

export default {
  sentence: "Triff einen fremden Menschen für {length}.",
  signIn: "Mit deiner Wallet anmelden",
  goMeet: "Geh und triff jemanden",
  seeHow: "Sieh, wie du hereinkommst",
} satisfies Translation<typeof english>;
