import type english from "../en/chat";
import type { Translation } from "../catalogue";

export default {
  title: "Chat",
  unread: "{count, plural, one {# mensaje sin leer} other {# mensajes sin leer}}",
  unreadTitle: "({number}) {title}",
  log: "Lo que habéis escrito",
  empty: "Lo que escribes va directo de tu navegador al suyo y desaparece al despediros.",
  write: "Tu mensaje",
  send: "Enviar",
  left: "{count, plural, =0 {No quedan caracteres} one {Queda # carácter} other {Quedan # caracteres}}",
  full: "Tus últimos mensajes aún no han llegado. Espera un momento antes de seguir escribiendo.",
  you: "Has escrito:",
  they: "Ha escrito:",
  delivered: "Entregado",
  waiting: "Aún no entregado",
  typing: "Está escribiendo…",
} satisfies Translation<typeof english>;
