package dev.passerby.protocol;

/** Why a call no longer rings, unless it was accepted. Outcomes are only ever added. */
public enum CallOutcome {
  /** Nobody is there under this id, or they can meet nobody now. */
  UNAVAILABLE("unavailable"),
  /** They are in an encounter, or in another call. */
  BUSY("busy"),
  DECLINED("declined"),
  /** Nobody answered in time. */
  MISSED("missed"),
  /** The caller no longer wants it, or is gone. */
  CANCELLED("cancelled"),
  /** Another page of the one who is called has accepted. */
  ELSEWHERE("answered-elsewhere"),
  /** The caller may not call; an {@code error} has told them why. */
  REFUSED("refused"),
  /** Both wanted it, and no encounter came of it; whoever may not was told why. */
  FAILED("failed");

  private final String wire;

  CallOutcome(String wire) {
    this.wire = wire;
  }

  /** The stable string on the wire. */
  public String wire() {
    return wire;
  }
}
