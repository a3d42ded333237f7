package dev.passerby.wallet;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Short-lived state that every node must agree on: values that can be taken once, and permits for a
 * rate. Fails closed: when it is full or out of reach, nothing is kept and nothing permitted.
 */
public interface Ephemeral {

  /**
   * Keeps a key until it is taken or its time is over.
   *
   * @return false when there is no room
   */
  Mono<Boolean> keep(String key, Duration timeToLive);

  /**
   * Takes a key that was kept: of any number of takers at once, exactly one gets it.
   *
   * @return false when it is unknown, taken already or too old
   */
  Mono<Boolean> take(String key);

  /**
   * Asks for one of {@code permits} permits that a key has each {@code period}. All may be asked
   * for at once; they grow back evenly.
   */
  Mono<Boolean> permit(String key, int permits, Duration period);
}
