/** The first screen. */
export default {
  sentence: "Meet a stranger for {length}.",
  signIn: "Sign in with your wallet",
  goMeet: "Go and meet someone",
  seeHow: "See how to come in",
} as const;
