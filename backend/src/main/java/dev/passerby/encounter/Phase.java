package dev.passerby.encounter;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Where an encounter is; a phase that does not last for ever says until when. */
sealed interface Phase {

  /**
   * The pages negotiate.
   *
   * @param decoded who sees the other
   */
  record Connecting(Set<Side> decoded, Instant until) implements Phase {}

  /**
   * The clock runs.
   *
   * @param until the limit, should it not be paused
   * @param pauseLeft how long it may still stand in this round
   */
  record Live(Instant until, Duration pauseLeft) implements Phase {

    /** Not when the limit has been reached and only the alarm is late. */
    boolean canPause(Instant now) {
      return pauseLeft.isPositive() && now.isBefore(until);
    }

    Paused pause(Side stalled, Instant now) {
      return new Paused(EnumSet.of(stalled), remaining(now), now.plus(pauseLeft));
    }

    Duration remaining(Instant now) {
      return between(now, until);
    }
  }

  /**
   * The clock stands.
   *
   * @param stalled who does not see the other; somebody
   * @param remaining what is left of the round
   * @param until when the clock runs on in any case
   */
  record Paused(Set<Side> stalled, Duration remaining, Instant until) implements Phase {

    Duration pauseLeft(Instant now) {
      return between(now, until);
    }

    /** The clock runs on: from now, or since {@code until} if that has gone by unnoticed. */
    Live runOn(Instant now) {
      Instant since = now.isBefore(until) ? now : until;
      return new Live(since.plus(remaining), pauseLeft(now));
    }
  }

  /** The round is over and both are asked for another. */
  record Asking(Set<Side> yes, Instant until) implements Phase {}

  /** Both want another round, and the chain is asked whether they may. */
  record Renewing() implements Phase {}

  record Over() implements Phase {}

  /** What is left from one moment to another, never below nothing. */
  private static Duration between(Instant from, Instant to) {
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }
}
