import type english from "../en/page";
import type { Translation } from "../catalogue";

export default {
  description: "Rencontre une personne inconnue en vidéo pendant cinq minutes.",
  noScript: "Passerby a besoin de JavaScript pour ses appels vidéo.",
  skip: "Aller au contenu",
  language: "Langue",
} satisfies Translation<typeof english>;
