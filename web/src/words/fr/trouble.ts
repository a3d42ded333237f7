import type english from "../en/trouble";
import type { Translation } from "../catalogue";

export default {
  weak: "La connexion est faible. Reconnexion…",
  stalled: "Son image s’est arrêtée. Reconnexion…",
  waiting: "Son image s’est arrêtée. Le temps est suspendu. Reconnexion…",
  unseen: "Rien de toi n’arrive là-bas. Le temps est suspendu. Reconnexion…",
  pauseLeft: "{time} au plus",
  line: "Passerby est injoignable. Reconnexion… Votre temps ensemble continue.",
  restarting: "Passerby redémarre. Votre temps ensemble continue.",
  unserved:
    "Passerby vous a perdus de vue. Ce tour continue ; il ne pourra pas en proposer d’autre.",
  away: "L’autre a perdu Passerby un instant. Vous vous recevez toujours.",
  gone: "L’autre est hors ligne et a une demi-minute pour revenir.",
  over: "Tout va de nouveau bien.",
} satisfies Translation<typeof english>;
