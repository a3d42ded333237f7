import type english from "../en/trouble";
import type { Translation } from "../catalogue";

export default {
  weak: "La conexión es débil. Reconectando…",
  stalled: "Su imagen se ha detenido. Reconectando…",
  waiting: "Su imagen se ha detenido. El reloj está parado. Reconectando…",
  unseen: "Nada de ti llega al otro lado. El reloj está parado. Reconectando…",
  pauseLeft: "{time} como mucho",
  line: "No se puede contactar con Passerby. Reconectando… El encuentro continúa.",
  restarting: "Passerby se está reiniciando. El encuentro continúa.",
  unserved: "Passerby os ha perdido de vista. Esta ronda continúa; no podrá proponer otra.",
  away: "La otra persona ha perdido Passerby un momento. Seguís en contacto.",
  gone: "La otra persona está sin conexión. Tiene medio minuto para volver.",
  over: "Todo vuelve a ir bien.",
} satisfies Translation<typeof english>;
