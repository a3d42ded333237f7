/** The document itself, before and around everything else. */
export default {
  description: "Meet a stranger on video for five minutes.",
  noScript: "Passerby needs JavaScript for its video calls.",
  skip: "Skip to the content",
  language: "Language",
} as const;
