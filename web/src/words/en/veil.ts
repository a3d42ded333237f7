/** Being seen: blurred until both want to be clear. */
export default {
  region: "Being seen",
  veiled: "You see each other blurred. They hear you.",
  asked: "They are ready to show themselves. You?",
  waiting: "You are ready. You will see each other once they are, too.",
  show: "Show myself",
  takeBack: "Take it back",
  blurBoth: "Blur us both",
  ownTile: "They see you like this",
  theirsHeld: "Their own page has blurred their picture.",
  "announce.veiled":
    "You see each other blurred until you both want to show yourselves. They hear you.",
  "announce.veiledAgain": "You are both blurred again.",
  "announce.asked": "They are ready to show themselves. You?",
  "announce.waiting": "You are ready to show yourself. Waiting for them.",
  "announce.clear": "You see each other clearly now.",
} as const;
