/** What two people write to each other. */
export default {
  title: "Chat",
  unread: "{count, plural, one {# unread message} other {# unread messages}}",
  unreadTitle: "({number}) {title}",
  log: "What you two have written",
  empty: "What you write goes straight from your browser to theirs, and is gone when you part.",
  write: "Your message",
  send: "Send",
  left: "{count, plural, =0 {No characters left} one {# character left} other {# characters left}}",
  full: "Your last messages have not arrived yet. Wait a moment before you write more.",
  you: "You wrote:",
  they: "They wrote:",
  delivered: "Delivered",
  waiting: "Not delivered yet",
  typing: "They are typing…",
} as const;
