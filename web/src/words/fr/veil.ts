import type english from "../en/veil";
import type { Translation } from "../catalogue";

export default {
  region: "Se montrer",
  veiled: "L’image est floue des deux côtés. Votre voix s’entend déjà.",
  asked: "En face, on est prêt à se montrer. Et vous ?",
  waiting: "C’est noté. L’image sera nette dès qu’en face on voudra aussi se montrer.",
  show: "Me montrer",
  takeBack: "Finalement non",
  blurBoth: "Flouter les deux images",
  ownTile: "On vous voit ainsi",
  theirsHeld: "L’image d’en face a été floutée par sa propre page.",
  "announce.veiled":
    "L’image est floue tant que vous ne voulez pas vous montrer l’un à l’autre. Votre voix s’entend déjà.",
  "announce.veiledAgain": "Les deux images sont de nouveau floues.",
  "announce.asked": "En face, on est prêt à se montrer. Et vous ?",
  "announce.waiting": "Vous voulez vous montrer. On attend l’autre côté.",
  "announce.clear": "Vous vous voyez nettement maintenant.",
} satisfies Translation<typeof english>;
