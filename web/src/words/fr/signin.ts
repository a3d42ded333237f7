import type english from "../en/signin";
import type { Translation } from "../catalogue";

export default {
  connect: "Connecte ton portefeuille",
  which: "Lequel est le tien ?",
  sayYes: "Ouvre {wallet} et accepte.",
  demo: "Portefeuilles de démonstration",
  demoHint: "De l’argent fictif sur la chaîne de cet ordinateur. Tout le monde connaît leurs clés.",
  none: "Ce navigateur n’a pas encore de portefeuille. Installes-en un, puis reviens : il apparaîtra ici tout seul.",
  find: "Trouver un portefeuille",
  unnamed: "Portefeuille sans nom",
  useAnother: "En changer",
  "step.check": "Vérifier",
  "step.sign": "Signer dans ton portefeuille",
  "step.sent": "Envoyé",
  "step.done": "Terminé",
  stepDone: ", fait",
  "status.check": "Demande d’un texte à signer.",
  "status.sign": "Ouvre {wallet} et signe. Cela ne coûte rien.",
  "status.sent": "Signé. Le service vérifie.",
  "status.done": "C’est bon, tu y es.",
} satisfies Translation<typeof english>;
