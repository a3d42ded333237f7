import type english from "../en/sound";
import type { Translation } from "../catalogue";

export default {
  volume: "Volume",
  level: "Volume de l’autre",
  silence: "Couper le son de l’autre",
  silent: "Tu as coupé le son de l’autre",
  hear: "Remettre le son",
  byDevice: "Le volume de l’autre se règle avec les boutons de ton appareil.",
  pushToTalk: "Appuyer pour parler",
  pushToTalkHint: "Quand ton micro est coupé, garde la barre d’espace enfoncée pour parler.",
  talking: "On t’entend tant que tu gardes la barre d’espace enfoncée",
} satisfies Translation<typeof english>;
