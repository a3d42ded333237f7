import type english from "../en/demo";
import type { Translation } from "../catalogue";

export default {
  title: "{wallet} · Cartera de prueba",
  "connect.question": "¿Puede {host} ver la dirección de esta cartera?",
  "sign.question": "{host} te pide que firmes este texto:",
  "send.question": "{host} te pide que envíes una transacción:",
  "connect.answer": "Conectar",
  "sign.answer": "Firmar",
  "send.answer": "Confirmar",
  reject: "Rechazar",
  hint: "Esta ventana hace de cartera real. Su clave es pública y su dinero es de juguete.",
  text: "Texto para firmar",
  to: "Para",
  amount: "Cantidad",
  data: "Datos",
} satisfies Translation<typeof english>;
