import type english from "../en/chat";
import type { Translation } from "../catalogue";

export default {
  title: "Chat",
  unread: "{count, plural, one {# ungelesene Nachricht} other {# ungelesene Nachrichten}}",
  unreadTitle: "({number}) {title}",
  log: "Was ihr geschrieben habt",
  empty:
    "Was du schreibst, geht direkt von Browser zu Browser und ist weg, wenn ihr auseinandergeht.",
  write: "Deine Nachricht",
  send: "Senden",
  left: "{count, plural, =0 {Kein Zeichen mehr frei} one {Noch # Zeichen frei} other {Noch # Zeichen frei}}",
  full: "Deine letzten Nachrichten sind noch nicht angekommen. Warte einen Moment, bevor du weiterschreibst.",
  you: "Du hast geschrieben:",
  they: "Dir wurde geschrieben:",
  delivered: "Zugestellt",
  waiting: "Noch nicht zugestellt",
  typing: "Es wird geschrieben…",
} satisfies Translation<typeof english>;
