package dev.passerby.encounter;

import dev.passerby.chain.Address;
import java.time.Duration;
import java.time.Instant;

/**
 * Everything that one side of a round needs for it to go on after a restart of the service.
 *
 * @param run of the service that gave it out
 * @param wallet whose ticket it is, and of no use to anybody else
 * @param stamp by which the other knows them
 * @param peer the other's wallet, which the page that carries the ticket cannot read
 * @param peerStamp by which they know the other
 * @param relayOnly whether one of the two hides their address
 * @param agreed whether the two wanted each other, and wait for nobody else afterwards
 * @param until when the round ends
 * @param pauseLeft how much longer its clock may stand
 */
record RevivalTicket(
    String run,
    String encounter,
    Side side,
    Address wallet,
    String stamp,
    Address peer,
    String peerStamp,
    boolean relayOnly,
    boolean agreed,
    int round,
    Instant until,
    Duration pauseLeft) {

  /**
   * When it is worth nothing any more: the round is over by then, and who had a broken line at its
   * end has had time to come back.
   */
  Instant expires(Duration grace) {
    return until.plus(pauseLeft).plus(grace);
  }

  /** Whether it is of a later moment than the other of the same encounter. */
  boolean isLaterThan(int otherRound, Instant otherUntil) {
    return round > otherRound || (round == otherRound && until.isAfter(otherUntil));
  }

  /** Without the wallets, so that it may appear in a log. */
  @Override
  public String toString() {
    return "RevivalTicket[" + encounter + ", " + side + ", round " + round + "]";
  }
}
