import type english from "../en/verification";
import type { Translation } from "../catalogue";

export default {
  entry: "Rien que nous deux ?",
  title: "Rien que vous deux ?",
  explanation:
    "Lisez-vous ces six images l’un à l’autre, dans l’ordre : si ce sont les mêmes des deux côtés, personne n’est entre vous, pas même Passerby. Si une seule diffère, quelqu’un regarde et écoute peut-être.",
  pictures: "Tes six images",
  match: "Ce sont les mêmes",
  differ: "Elles diffèrent",
  waiting:
    "Vos deux pages se mettent encore d’accord sur les images. Cela prend en général une seconde.",
  unsupported:
    "L’autre page n’a pas d’images à comparer. Impossible de savoir si quelqu’un est entre vous.",
  confirmed: "Tu as dit que ce sont les mêmes : vous n’êtes que deux.",
  theyConfirmed: "L’autre l’a confirmé aussi.",
  onlyTheyConfirmed:
    "L’autre dit que les images sont les mêmes. Compare toi-même avant de le confirmer.",
  mark: "Rien que vous deux",
} satisfies Translation<typeof english>;
