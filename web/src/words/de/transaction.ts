import type english from "../en/transaction";
import type { Translation } from "../catalogue";

export default {
  "step.check": "Prüfen",
  "step.confirm": "In der Wallet bestätigen",
  "step.sent": "Gesendet",
  "step.done": "Fertig",
  yourWallet: "deine Wallet",
  "status.check": "Preis und Netzgebühr werden nachgesehen.",
  "status.ready": "Nichts geschieht, bevor du in deiner Wallet bestätigst.",
  "status.confirm": "Öffne {wallet} und bestätige.",
  "status.sent": "Gesendet. Das Netz braucht meist ein paar Sekunden.",
  open: "Meine Wallet öffnen",
  waiting: "Deine Wallet ist dran",
  fee: "Netzgebühr, höchstens",
  together: "Zusammen",
  holds: "In deiner Wallet",
  value: "Wert",
  wei: "{amount} wei",
  highestFee: "Höchste Gebühr",
  weiForGas: "{amount} wei für {gas} Gas",
  transaction: "Transaktion",
  block: "Block",
} satisfies Translation<typeof english>;
