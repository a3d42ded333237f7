/** How loud the other is, and speaking while a key is held. */
export default {
  volume: "Volume",
  level: "How loud they are",
  silence: "Mute them",
  silent: "You have muted them",
  hear: "Hear them",
  byDevice: "How loud they are, the buttons of your device decide.",
  pushToTalk: "Push to talk",
  pushToTalkHint: "While you are muted, hold the space bar to speak.",
  talking: "They hear you while you hold the space bar",
} as const;
