import type english from "../en/demo";
import type { Translation } from "../catalogue";

export default {
  title: "{wallet} · Portefeuille de démonstration",
  "connect.question": "{host} peut-il voir l’adresse de ce portefeuille ?",
  "sign.question": "{host} te demande de signer ce texte :",
  "send.question": "{host} te demande d’envoyer une transaction :",
  "connect.answer": "Connecter",
  "sign.answer": "Signer",
  "send.answer": "Confirmer",
  reject: "Refuser",
  hint: "Cette fenêtre remplace un vrai portefeuille. Sa clé est publique et son argent est fictif.",
  text: "Texte à signer",
  to: "À",
  amount: "Montant",
  data: "Données",
} satisfies Translation<typeof english>;
