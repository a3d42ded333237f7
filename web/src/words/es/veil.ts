import type english from "../en/veil";
import type { Translation } from "../catalogue";

export default {
  region: "Dejarse ver",
  veiled: "La imagen se ve borrosa en ambos lados. Tu voz ya se oye.",
  asked: "Al otro lado quieren mostrarse. ¿Y tú?",
  waiting: "Ya diste el paso. La imagen será nítida cuando lo dé también la otra persona.",
  show: "Mostrarme",
  takeBack: "Mejor no",
  blurBoth: "Difuminar ambas imágenes",
  ownTile: "Así se te ve",
  theirsHeld: "La propia página de la otra persona ha difuminado su imagen.",
  "announce.veiled":
    "La imagen se ve borrosa hasta que en ambos lados quieran mostrarse. Tu voz ya se oye.",
  "announce.veiledAgain": "La imagen vuelve a verse borrosa en ambos lados.",
  "announce.asked": "Al otro lado quieren mostrarse. ¿Y tú?",
  "announce.waiting": "Quieres mostrarte. Falta la otra persona.",
  "announce.clear": "Ahora la imagen es nítida en ambos lados.",
} satisfies Translation<typeof english>;
