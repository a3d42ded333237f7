import type english from "../en/passes";
import type { Translation } from "../catalogue";

export default {
  title: "Tu entrada",
  reading: "Leyendo pases y depósito de la blockchain",
  readingPictures: "Trayendo sus imágenes de la blockchain",
  twoSeconds: "Un segundo o dos.",
  open: "La puerta está abierta: conoce gente cuantas veces quieras.",
  closed:
    "Una de dos cosas abre la puerta: un depósito que sigue siendo tuyo o un pase que da acceso a más.",
  passes: "Pases",
  everyPass: "Todos los pases te dejan conocer gente, igual que un depósito. Qué más ofrecen:",
  held: "{count, plural, one {Tu pase} other {Tus # pases}}",
  numbered: "{name} #{number}",
  unknownTier: "Pase",
  yours: "{name}, tuyo",
  picture: "Imagen de {name}",
  coming: "Próximamente en esta página",
  makeIt: "Cambiar a {tier} · {price}",
  get: "Conseguir un pase {tier}",
  closedTier: "Ya no se vende",
  soldOut: "Agotado",
  left: "Quedan {left} de {supply}",
  good: "Bien",
  stake: "Depósito",
  staked: "{amount} depositados",
  yourStake:
    "Tu depósito es tuyo: sal cuando quieras y lo tendrás de vuelta en tu cartera tras {length}.",
  takeBack: "Recuperar mi depósito",
  amount: "Cantidad que depositar, en ETH",
  unit: "ETH",
  doStake: "Depositar",
  orMore: "{amount} o más",
  "complaint.malformed": "Escribe una cantidad de ETH, por ejemplo {example}.",
  "complaint.tooLittle": "Lo mínimo que cuenta es {amount}.",
  cooling: "{amount} se pueden retirar en <strong>{length}</strong>.",
  cooled: "{amount} ya pueden volver a tu cartera.",
  withdraw: "Retirar",
  "standing.belowMinimum":
    "Ahora lo mínimo que cuenta es {least}. Añade {missing} o recupera tu depósito.",
  "standing.warmingUp": "Tu depósito cuenta dentro de {length}.",
  "standing.minimumRises":
    "Dentro de {length} lo mínimo que cuenta será {least}; el tuyo ya no abrirá encuentros.",
} satisfies Translation<typeof english>;
