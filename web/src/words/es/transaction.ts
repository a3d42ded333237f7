import type english from "../en/transaction";
import type { Translation } from "../catalogue";

export default {
  "step.check": "Comprobar",
  "step.confirm": "Confirmar en tu cartera",
  "step.sent": "Enviado",
  "step.done": "Listo",
  yourWallet: "tu cartera",
  "status.check": "Consultando el precio y la comisión de la red.",
  "status.ready": "No pasa nada antes de que confirmes en tu cartera.",
  "status.confirm": "Abre {wallet} y confirma.",
  "status.sent": "Enviado. La red suele tardar unos segundos.",
  open: "Abrir mi cartera",
  waiting: "Esperando a tu cartera",
  fee: "Comisión de la red, como máximo",
  together: "En total",
  holds: "Tu cartera tiene",
  value: "Valor",
  wei: "{amount} wei",
  highestFee: "Comisión máxima",
  weiForGas: "{amount} wei por {gas} de gas",
  transaction: "Transacción",
  block: "Bloque",
} satisfies Translation<typeof english>;
