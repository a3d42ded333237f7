import type english from "../en/ending";
import type { Translation } from "../catalogue";

export default {
  again: "Encore ?",
  ifBoth: "Avec deux oui, vous avez encore {length}.",
  saidYes: "Tu as dit oui. On attend sa réponse…",
  saidNo: "Alors ce sera une seule fois. C’était bien.",
  yes: "Oui, encore",
  no: "Non, merci",
  meetAnother: "Rencontrer quelqu’un d’autre",
  toLobby: "Retour à l’accueil",
  "limit.title": "C’était votre temps",
  "limit.text": "Tout le monde a le même. Il y a toujours un autre coin de rue.",
  "next.title": "Tu as continué ton chemin",
  "next.text": "Il y a quelqu’un d’autre au coin de la rue.",
  "left.title": "Tu as continué ton chemin",
  "left.text": "Il y a quelqu’un d’autre au coin de la rue.",
  "failed.title": "La connexion n’a pas pris",
  "failed.text":
    "Un réseau entre vous n’a pas laissé passer l’image. Ce n’est la faute de personne, et cela ne t’a rien coûté.",
  "peer-next.title": "L’autre a continué son chemin",
  "peer-next.text": "Cela arrive dans toutes les rues. Il y a quelqu’un d’autre au coin.",
  "peer-left.title": "L’autre a dit au revoir",
  "peer-left.text": "Pour cette fois, c’est fini.",
  "peer-lost.title": "La connexion s’est coupée",
  "peer-lost.text": "Sa ligne ou la tienne s’est tue et n’est pas revenue.",
  "reported.title": "Tu as signalé cette personne",
  "reported.text": "C’est fini, et elle ne voit que ton départ.",
  "blocked.title": "Tu as bloqué cette personne",
  "blocked.text": "C’est fini, et elle ne voit que ton départ.",
  "connection-lost.title": "La connexion s’est coupée",
  "connection-lost.text": "Sa ligne ou la tienne s’est tue et n’est pas revenue.",
  "grant-refused.title": "Ta page a raccroché",
  "grant-refused.text":
    "Ce que ce service a signé pour votre temps ensemble ne tient pas sur la blockchain. Réessaie ; si cela se répète, préviens qui le gère.",
  "strings-differ.title": "Quelqu’un est peut-être entre vous",
  "strings-differ.text":
    "Vos images n’étaient pas les mêmes et ta page a raccroché aussitôt. Quelqu’un en chemin, ou ce service lui-même, a peut-être regardé et écouté.",
  "strings-differ-there.title": "L’autre a vu d’autres images",
  "strings-differ-there.text":
    "Sa page dit que vos images ne sont pas les mêmes et a raccroché. Quelqu’un en chemin, ou ce service lui-même, a peut-être regardé et écouté.",
  "identity-broken.title": "Quelqu’un est peut-être entre vous",
  "identity-broken.text":
    "Ta page a découvert d’elle-même que l’autre bout de la ligne n’est pas ce qu’il prétend être, et a raccroché. Quelqu’un en chemin, ou ce service lui-même, a peut-être regardé et écouté.",
  "declined.title": "Ce sera une seule fois",
  "declined.text": "L’un de vous préfère en rester là. C’était une vraie rencontre.",
  "unanswered.title": "Aucune réponse",
  "unanswered.text": "Sans deux oui, ce sera une seule fois.",
  "signed-out.title": "Ta session est fermée",
  "signed-out.text": "Reconnecte-toi pour rencontrer quelqu’un.",
  "going-away.title": "Passerby redémarre",
  "going-away.text": "Il sera de retour dans quelques secondes.",
} satisfies Translation<typeof english>;
