/** What is wrong while two people meet, and that it is over. */
export default {
  weak: "The connection is weak. Reconnecting…",
  stalled: "Their picture has stopped. Reconnecting…",
  waiting: "Their picture has stopped. The clock stands. Reconnecting…",
  unseen: "Nothing of you arrives there. The clock stands. Reconnecting…",
  pauseLeft: "{time} at most",
  line: "Passerby cannot be reached. Reconnecting… Your time together goes on.",
  restarting: "Passerby is restarting. Your time together goes on.",
  unserved:
    "Passerby has lost track of you two. This round goes on; it cannot ask you for another.",
  away: "They have lost Passerby for a moment. You two still reach each other.",
  gone: "They are offline right now. They have half a minute to come back.",
  over: "All is well again.",
} as const;
