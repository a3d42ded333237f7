import type english from "../en/features";
import type { Translation } from "../catalogue";

export default {
  unlockedBy: "C’est compris dans ces pass : {tiers}.",
  seePasses: "Voir les pass",
  "contacts.sentence": "Garde quelqu’un qui t’a plu, si l’envie est partagée.",
  "contacts.control": "Garder, à côté de son image",
  "recording.sentence": "Enregistre une rencontre sur ton propre disque, si l’autre est d’accord.",
  "recording.control": "Enregistrer, dans un appel",
  "streaming.sentence": "Diffuse ta propre image en direct sur les plateformes que tu utilises.",
  "streaming.control": "Diffuser, dans un appel",
  "studio-inputs.sentence":
    "Mélange en direct une deuxième caméra, ton écran et une interface audio.",
  "studio-inputs.control": "Studio, dans le menu d’une rencontre",
  "large-rooms.sentence": "Ouvre des salons pour huit personnes au lieu de quatre.",
  "large-rooms.control": "Taille, à l’ouverture d’un salon",
} satisfies Translation<typeof english>;
