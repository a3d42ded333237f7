package dev.passerby.protocol;

/** Why an encounter is over, from the point of view of the person who is told. */
public enum EndReason {
  /** The time is over and no further round may start. */
  LIMIT("limit"),
  /** This person wanted the next one. */
  NEXT("next"),
  /** This person left. */
  LEFT("left"),
  /** The two never saw each other within the connecting limit. */
  FAILED("failed"),
  PEER_NEXT("peer-next"),
  PEER_LEFT("peer-left"),
  /** The peer's connection broke. */
  PEER_LOST("peer-lost"),
  /** This person has reported the other. */
  REPORTED("reported"),
  /** This person has blocked the other. */
  BLOCKED("blocked"),
  /** Somebody said no to another round. */
  DECLINED("declined"),
  /** Somebody gave no answer in time. */
  UNANSWERED("unanswered"),
  /** This person's session ended. */
  SIGNED_OUT("signed-out"),
  /** The service restarts. */
  GOING_AWAY("going-away");

  private final String wire;

  EndReason(String wire) {
    this.wire = wire;
  }

  /** The stable string on the wire. */
  public String wire() {
    return wire;
  }
}
