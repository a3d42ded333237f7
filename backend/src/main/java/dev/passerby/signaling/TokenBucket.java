package dev.passerby.signaling;

import java.time.Duration;

/** Permits at a steady rate, with a burst. For one thread, or under the caller's lock. */
final class TokenBucket {

  private final long nanosPerToken;
  private final long capacityNanos;
  private long filledUntil;

  /**
   * @param tokens how many permits come in each period, in the long run
   * @param burst how many there are at first, and at most
   * @param now nanoseconds of a clock without a calendar
   */
  TokenBucket(int tokens, Duration period, int burst, long now) {
    this.nanosPerToken = period.toNanos() / tokens;
    this.capacityNanos = nanosPerToken * burst;
    this.filledUntil = now - capacityNanos;
  }

  /** Takes a permit, if there is one. */
  boolean tryTake(long now) {
    // The bucket's level is the time since filledUntil, so that filling it costs nothing.
    long earliest = now - capacityNanos;
    long from = filledUntil - earliest < 0 ? earliest : filledUntil;
    if (now - from < nanosPerToken) {
      return false;
    }
    filledUntil = from + nanosPerToken;
    return true;
  }
}
