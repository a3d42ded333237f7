import type english from "../en/shell";
import type { Translation } from "../catalogue";

export default {
  opening: "Abriendo Passerby",
  lookingForSession: "Buscando tu sesión",
  openingPasses: "Abriendo tus pases",
  readingLimit: "Leyendo de la blockchain cuánto puede durar un encuentro",
  unreachable: "Nadie responde",
  places: "Secciones",
  meet: "Encuentro",
  contacts: "Contactos",
  passes: "Pases",
  recordings: "Grabaciones",
  wallet: "Tu cartera",
  walletName: "Cartera",
  notConnected: "Sin conectar",
  holds: "Contiene",
  network: "Red",
  address: "Dirección",
  signedInUntil: "Sesión abierta hasta",
  signOut: "Salir",
  "accountChanged.title": "Tu cartera muestra otra cuenta",
  "accountChanged.text":
    "Habías entrado con una cuenta y tu cartera ha pasado a {account}, así que se ha cerrado tu sesión.",
  "accountChanged.button": "Entrar como {account}",
  "expired.title": "Tu sesión está cerrada",
  "expired.text": "Tu sesión ha terminado. Vuelve a entrar cuando quieras.",
  "expired.button": "Volver a entrar",
} satisfies Translation<typeof english>;
