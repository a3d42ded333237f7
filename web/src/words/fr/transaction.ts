import type english from "../en/transaction";
import type { Translation } from "../catalogue";

export default {
  "step.check": "Vérifier",
  "step.confirm": "Confirmer dans ton portefeuille",
  "step.sent": "Envoyé",
  "step.done": "Terminé",
  yourWallet: "ton portefeuille",
  "status.check": "Calcul du prix et des frais de réseau.",
  "status.ready": "Rien ne se passe avant que tu confirmes dans ton portefeuille.",
  "status.confirm": "Ouvre {wallet} et confirme.",
  "status.sent": "Envoyé. Le réseau prend en général quelques secondes.",
  open: "Ouvrir mon portefeuille",
  waiting: "En attente de ton portefeuille",
  fee: "Frais de réseau, au plus",
  together: "Ensemble",
  holds: "Ton portefeuille contient",
  value: "Valeur",
  wei: "{amount} wei",
  highestFee: "Frais maximaux",
  weiForGas: "{amount} wei pour {gas} de gaz",
  transaction: "Transaction",
  block: "Bloc",
} satisfies Translation<typeof english>;
