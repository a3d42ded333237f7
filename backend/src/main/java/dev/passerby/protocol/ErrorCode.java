package dev.passerby.protocol;

/**
 * What was wrong with a message, as the {@code error} message tells it. Codes are only ever added.
 *
 * <p>The connection survives an error. Those that a well-behaved page never causes are {@linkplain
 * #strike() strikes}, and too many of them close it with {@link #closeCode()}.
 */
public enum ErrorCode {
  MALFORMED(
      "malformed", "The message is not one JSON object whose first member is \"type\".", true),
  UNKNOWN_TYPE("unknown-type", "There is no message of this type.", true),
  INVALID_FIELD("invalid-field", "A member is missing or has the wrong form.", true),
  TOO_DEEP("too-deep", "The payload nests deeper than 16 levels.", true),
  NOT_IN_ENCOUNTER("not-in-encounter", "You are not in this encounter.", true),
  WRONG_STATE("wrong-state", "This message does not fit the present state.", true),
  ALREADY_WAITING("already-waiting", "You are already waiting.", true),
  IN_ENCOUNTER_ELSEWHERE(
      "in-encounter-elsewhere",
      "This wallet is waiting or in an encounter on another connection.",
      false),
  ENTITLEMENT_REQUIRED(
      "entitlement-required", "An active stake or a pass is needed to meet.", false),
  CHAIN_STALE(
      "chain-stale", "The chain has not moved for a while, so nobody new is let in.", false),
  CHAIN_DOWN("chain-down", "The chain cannot be reached, so nobody new is let in.", false),
  CHAIN_DISPUTED(
      "chain-disputed",
      "The chain's nodes disagree about a block, so nobody new is let in.",
      false),
  RELAY_UNAVAILABLE(
      "relay-unavailable",
      "There is no relay here, so nobody's address can be hidden: join without it.",
      false),
  STORE_DOWN(
      "store-down",
      "The database does not answer: nobody new is let in, and nothing was stored.",
      false),
  TOO_LATE(
      "too-late",
      "This encounter is over for too long, or is not one of yours, to report or block.",
      false),
  TOO_MANY_REPORTS("too-many-reports", "You have made as many reports as a day allows.", false),
  TOO_MANY_BLOCKS("too-many-blocks", "You have blocked as many people as you may.", false),
  RATE_LIMITED("rate-limited", "Too many messages.", true),
  GOING_AWAY("going-away", "The service is restarting.", false),
  RESUME_UNKNOWN(
      "resume-unknown", "There is nothing to resume: unknown, over or too long ago.", false),
  REVIVAL_UNKNOWN(
      "revival-unknown",
      "There is no encounter to go on with: not yours, over, too old or used already.",
      false),
  FEATURE_REQUIRED("feature-required", "A pass is needed that unlocks this.", false),
  PRESENCE_FULL(
      "presence-full", "There is no room for so many to look for each other right now.", false),
  CALL_UNKNOWN("call-unknown", "There is no such call, or it is over.", false);

  private final String wire;
  private final String detail;
  private final boolean strike;

  ErrorCode(String wire, String detail, boolean strike) {
    this.wire = wire;
    this.detail = detail;
    this.strike = strike;
  }

  /** The stable string on the wire. */
  public String wire() {
    return wire;
  }

  /** An English sentence for developers; pages show their own words for the code. */
  public String detail() {
    return detail;
  }

  /** Whether it counts towards closing the connection. */
  public boolean strike() {
    return strike;
  }

  /** How the connection is closed once this error has been repeated too often. */
  public CloseCode closeCode() {
    return CloseCode.POLICY;
  }
}
