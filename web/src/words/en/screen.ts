/** Sharing a screen, and what one does with the window. */
export default {
  share: "Share screen",
  stop: "Stop sharing",
  mine: "You are sharing your screen",
  theirs: "They are sharing their screen",
  theirPicture: "Their screen",
  "announce.mine": "You are sharing your screen. They can see it now.",
  "announce.mineEnded": "You are no longer sharing your screen.",
  "announce.theirs": "They are sharing their screen with you.",
  "announce.theirsEnded": "They have stopped sharing their screen.",
  "problem.system":
    "Your system keeps the screen from your browser. Allow it in the system’s settings, then try again.",
  "problem.unknown": "Your screen could not be shared. Try again.",
  pictureInPicture: "Picture in picture",
  fullScreen: "Full screen",
} as const;
