import type english from "../en/actions";
import type { Translation } from "../catalogue";

export default {
  "mint.title": "Conseguir un pase {tier}",
  "mint.explanation": "El pase es tuyo para siempre: quédatelo, regálalo o véndelo.",
  "mint.value": "Pase {tier}",
  "mint.doneTitle": "El pase {tier} es tuyo",
  "mint.doneText": "Te deja conocer gente cuantas veces quieras y además ofrece esto:",
  "upgrade.title": "Cambiar a un pase {tier}",
  "upgrade.explanation":
    "Tu pase conserva su número y recibe una imagen nueva. Pagas lo que falta hasta el precio.",
  "upgrade.value": "La diferencia",
  "upgrade.doneTitle": "Ahora es un pase {tier}",
  "upgrade.doneText": "Ofrece esto:",
  "stake.title": "Depositar {amount}",
  "stake.value": "Tu depósito",
  "stake.doneTitle": "Tu depósito está hecho",
  "stake.doneText": "Puedes conocer gente cuantas veces quieras.",
  "stake.warmUp":
    "Cuenta dentro de {length}. A partir de entonces puedes conocer gente cuantas veces quieras.",
  "unstake.title": "Recuperar tu depósito",
  "unstake.explanation":
    "{amount} dejan de contar al momento y se pueden retirar tras {length}. Sin pase no podrás conocer gente hasta que deposites de nuevo.",
  "unstake.doneTitle": "Tu depósito está de vuelta",
  "unstake.doneText": "Vuelve dentro de {length} y retíralo.",
  "withdraw.title": "Retirar {amount}",
  "withdraw.explanation": "El plazo de espera ha terminado. Va directo a tu cartera.",
  "withdraw.doneTitle": "Ha vuelto a tu cartera",
  "withdraw.doneText": "{amount} han vuelto a casa.",
} satisfies Translation<typeof english>;
