import type english from "../en/chat";
import type { Translation } from "../catalogue";

export default {
  title: "Messages",
  unread: "{count, plural, one {# message non lu} other {# messages non lus}}",
  unreadTitle: "({number}) {title}",
  log: "Ce que vous avez écrit",
  empty:
    "Ce que tu écris va droit de ton navigateur au sien, et disparaît quand vous vous quittez.",
  write: "Ton message",
  send: "Envoyer",
  left: "{count, plural, =0 {Plus aucun caractère} one {Encore # caractère} other {Encore # caractères}}",
  full: "Tes derniers messages ne sont pas encore arrivés. Attends un instant avant d’en écrire d’autres.",
  you: "Tu as écrit :",
  they: "On t’a écrit :",
  delivered: "Remis",
  waiting: "Pas encore remis",
  typing: "L’autre écrit…",
} satisfies Translation<typeof english>;
