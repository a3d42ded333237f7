import type english from "../en/ending";
import type { Translation } from "../catalogue";

export default {
  again: "¿Otra vez?",
  ifBoth: "Con dos síes hay {length} más.",
  saidYes: "Has dicho que sí. Esperando la respuesta…",
  saidNo: "Entonces se queda en una vez. Estuvo bien.",
  yes: "Sí, otra vez",
  no: "No, gracias",
  meetAnother: "Conocer a otra persona",
  toLobby: "Volver a la entrada",
  "limit.title": "Se acabó el tiempo",
  "limit.text": "A todo el mundo le toca lo mismo. Siempre hay otra esquina.",
  "next.title": "Has seguido tu camino",
  "next.text": "Hay alguien más a la vuelta de la esquina.",
  "left.title": "Has seguido tu camino",
  "left.text": "Hay alguien más a la vuelta de la esquina.",
  "failed.title": "No se pudo conectar",
  "failed.text":
    "Una red por el camino no dejó pasar la imagen. No es culpa de nadie y no te ha costado nada.",
  "peer-next.title": "La otra persona ha seguido su camino",
  "peer-next.text": "Pasa en todas las calles. Hay alguien más a la vuelta de la esquina.",
  "peer-left.title": "La otra persona se ha despedido",
  "peer-left.text": "Se ha ido por ahora.",
  "peer-lost.title": "Se cortó la conexión",
  "peer-lost.text": "Su línea o la tuya se calló y no volvió.",
  "reported.title": "Has denunciado a esa persona",
  "reported.text": "Se acabó, y solo ve que te has ido.",
  "blocked.title": "Has bloqueado a esa persona",
  "blocked.text": "Se acabó, y solo ve que te has ido.",
  "connection-lost.title": "Se cortó la conexión",
  "connection-lost.text": "Su línea o la tuya se calló y no volvió.",
  "grant-refused.title": "Tu página ha colgado",
  "grant-refused.text":
    "Lo que este servicio firmó para este encuentro no vale en la blockchain. Inténtalo de nuevo; si se repite, avisa a quien lo gestiona.",
  "strings-differ.title": "Puede que haya alguien en medio",
  "strings-differ.text":
    "Los dibujos no eran los mismos y tu página ha colgado al instante. Alguien por el camino, o este mismo servicio, puede haber visto y oído.",
  "strings-differ-there.title": "La otra persona vio otros dibujos",
  "strings-differ-there.text":
    "Ha dicho que los dibujos no son los mismos y ha colgado. Alguien por el camino, o este mismo servicio, puede haber visto y oído.",
  "identity-broken.title": "Puede que haya alguien en medio",
  "identity-broken.text":
    "Tu página ha descubierto por sí misma que el otro extremo no es quien dice ser y ha colgado. Alguien por el camino, o este mismo servicio, puede haber visto y oído.",
  "declined.title": "Se queda en una vez",
  "declined.text": "Una de las dos personas prefiere dejarlo aquí. Ha sido un encuentro completo.",
  "unanswered.title": "No hubo respuesta",
  "unanswered.text": "Sin dos síes, se queda en una vez.",
  "signed-out.title": "Tu sesión está cerrada",
  "signed-out.text": "Vuelve a entrar para conocer a alguien.",
  "going-away.title": "Passerby se está reiniciando",
  "going-away.text": "Volverá en unos segundos.",
} satisfies Translation<typeof english>;
