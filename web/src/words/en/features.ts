/** What a pass can unlock, and the control that it lights up. */
export default {
  unlockedBy: "It comes with these passes: {tiers}.",
  seePasses: "See the passes",
  "contacts.sentence": "Keep someone you liked, when they want to keep you, too.",
  "contacts.control": "Keep, beside their picture",
  "recording.sentence": "Record an encounter to your own disk, if the other agrees.",
  "recording.control": "Record, in a call",
  "streaming.sentence": "Stream your own picture live to the platforms you use.",
  "streaming.control": "Go live, in a call",
  "studio-inputs.sentence": "Mix a second camera, your screen and an audio interface live.",
  "studio-inputs.control": "Studio, in the menu of an encounter",
  "large-rooms.sentence": "Open rooms for eight people instead of four.",
  "large-rooms.control": "Size, when you open a room",
} as const;
