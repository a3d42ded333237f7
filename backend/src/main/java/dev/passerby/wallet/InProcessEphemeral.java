package dev.passerby.wallet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import reactor.core.publisher.Mono;

/**
 * {@link Ephemeral} for a single node. Both stores are bounded and drop what has run out as new
 * keys come, O(log n) each, so that no timer is needed.
 */
final class InProcessEphemeral implements Ephemeral {

  private final Clock clock;
  private final int capacity;
  private final Expiring kept = new Expiring();

  /**
   * For each key the time at which all its permits are back (the generic cell rate algorithm's
   * theoretical arrival time): until then it has to be remembered, and no longer.
   */
  private final Expiring rates = new Expiring();

  /**
   * @param capacity the most keys that are kept, and the most that are rate limited, at once
   */
  InProcessEphemeral(Clock clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  @Override
  public Mono<Boolean> keep(String key, Duration timeToLive) {
    return Mono.fromSupplier(
        () -> {
          synchronized (kept) {
            Instant now = clock.instant();
            return kept.hasRoom(key, now) && kept.put(key, now.plus(timeToLive));
          }
        });
  }

  @Override
  public Mono<Boolean> take(String key) {
    return Mono.fromSupplier(
        () -> {
          synchronized (kept) {
            Instant until = kept.byKey.remove(key);
            return until != null && clock.instant().isBefore(until);
          }
        });
  }

  @Override
  public Mono<Boolean> permit(String key, int permits, Duration period) {
    Duration each = period.dividedBy(permits);
    return Mono.fromSupplier(
        () -> {
          synchronized (rates) {
            Instant now = clock.instant();
            if (!rates.hasRoom(key, now)) {
              return false;
            }
            Instant full = rates.byKey.getOrDefault(key, now);
            Instant next = (full.isBefore(now) ? now : full).plus(each);
            return !next.isAfter(now.plus(period)) && rates.put(key, next);
          }
        });
  }

  /** Keys and the times until which they count; guarded by itself. */
  private final class Expiring {

    private final Map<String, Instant> byKey = new HashMap<>();

    /** An entry a key; its time may be behind the map's, which rules. */
    private final PriorityQueue<Expiry> queue =
        new PriorityQueue<>(Comparator.comparing(Expiry::until));

    boolean hasRoom(String key, Instant now) {
      for (Expiry first = queue.peek();
          first != null && !now.isBefore(first.until);
          first = queue.peek()) {
        queue.remove();
        Instant until = byKey.get(first.key);
        if (until != null && now.isBefore(until)) {
          queue.add(new Expiry(first.key, until));
        } else {
          byKey.remove(first.key);
        }
      }
      // Counted in the queue: a key that was taken stays there until its time is over.
      return byKey.containsKey(key) || queue.size() < capacity;
    }

    boolean put(String key, Instant until) {
      if (byKey.put(key, until) == null) {
        queue.add(new Expiry(key, until));
      }
      return true;
    }
  }

  private record Expiry(String key, Instant until) {}
}
