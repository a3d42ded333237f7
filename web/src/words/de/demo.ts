import type english from "../en/demo";
import type { Translation } from "../catalogue";

export default {
  title: "{wallet} · Demo-Wallet",
  "connect.question": "Darf {host} die Adresse dieser Wallet sehen?",
  "sign.question": "{host} bittet dich, diesen Text zu unterschreiben:",
  "send.question": "{host} bittet dich, eine Transaktion zu senden:",
  "connect.answer": "Verbinden",
  "sign.answer": "Unterschreiben",
  "send.answer": "Bestätigen",
  reject: "Ablehnen",
  hint: "Dieses Fenster steht für eine echte Wallet. Ihr Schlüssel ist öffentlich und ihr Geld Spielgeld.",
  text: "Text zum Unterschreiben",
  to: "An",
  amount: "Betrag",
  data: "Daten",
} satisfies Translation<typeof english>;
