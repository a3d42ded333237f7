package dev.passerby.encounter;

import dev.passerby.chain.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who met whom in encounters that ended not long ago, so that they can still be reported. In memory
 * only, and bounded: those that ended first are forgotten first.
 */
final class RecentEncounters {

  private static final int MOST = 100_000;

  private record Met(Address one, Address other, Instant endedAt) {}

  private final Map<String, Met> ended =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Met> eldest) {
          return size() > MOST || isForgotten(eldest.getValue());
        }
      };
  private final Duration memory;
  private final Clock clock;

  /**
   * Knows nobody yet.
   *
   * @param memory how long after its end an encounter is known
   */
  RecentEncounters(Duration memory, Clock clock) {
    this.memory = memory;
    this.clock = clock;
  }

  synchronized void ended(String encounter, Address one, Address other) {
    ended.putIfAbsent(encounter, new Met(one, other, clock.instant()));
  }

  /** Whom the wallet met in this encounter. */
  synchronized Optional<Address> partner(String encounter, Address wallet) {
    Met met = ended.get(encounter);
    if (met == null || isForgotten(met)) {
      return Optional.empty();
    }
    if (met.one.equals(wallet)) {
      return Optional.of(met.other);
    }
    return met.other.equals(wallet) ? Optional.of(met.one) : Optional.empty();
  }

  private boolean isForgotten(Met met) {
    return met.endedAt.plus(memory).isBefore(clock.instant());
  }
}
