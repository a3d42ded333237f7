import type english from "../en/signin";
import type { Translation } from "../catalogue";

export default {
  connect: "Conecta tu cartera",
  which: "¿Cuál es la tuya?",
  sayYes: "Abre {wallet} y acepta allí.",
  demo: "Carteras de prueba",
  demoHint:
    "Dinero de juguete en la cadena propia de este ordenador. Todo el mundo conoce sus claves.",
  none: "Este navegador aún no tiene cartera. Instala una y vuelve: aparecerá aquí sola.",
  find: "Buscar una cartera",
  unnamed: "Cartera sin nombre",
  useAnother: "Usar otra",
  "step.check": "Comprobar",
  "step.sign": "Firmar en tu cartera",
  "step.sent": "Enviado",
  "step.done": "Listo",
  stepDone: ", hecho",
  "status.check": "Pidiendo algo que firmar.",
  "status.sign": "Abre {wallet} y firma. No cuesta nada.",
  "status.sent": "Firmado. El servicio lo está revisando.",
  "status.done": "Ya has entrado.",
} satisfies Translation<typeof english>;
