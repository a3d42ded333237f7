package dev.passerby.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.web3j.protocol.core.methods.response.Log;
import reactor.core.publisher.Flux;

/** Follows the chain's head and the logs of the two contracts. */
public interface ChainHead {

  /** The age of a head that was never seen. */
  Duration NEVER_SEEN = Duration.ofDays(365_000);

  /** The newest block seen; empty before the first. */
  Optional<Head> latest();

  /**
   * How old the newest block is by its own timestamp: also grows while the node does not answer.
   */
  Duration age();

  /** Whether the head is too old, or not seen at all, to let anybody in on its word. */
  boolean stale();

  /**
   * Whether the node answered when last asked: while it does not, changes on the chain go
   * unnoticed.
   */
  boolean following();

  /**
   * What happened on the chain from now on, in order; hot, never ends, and never waits for a
   * subscriber.
   */
  Flux<ChainEvent> events();

  /**
   * A block at the tip.
   *
   * @param timestamp when the chain says that it was made
   * @param receivedAt when it was first seen here
   */
  record Head(long number, String hash, Instant timestamp, Instant receivedAt) {}

  /** Something that may change who is entitled to what. */
  sealed interface ChainEvent {

    /** New blocks hold these logs of the two contracts; never empty. */
    record Logs(List<Log> logs) implements ChainEvent {}

    /**
     * Blocks seen before are no longer part of the chain, or some were missed: all derived from
     * them is void.
     */
    record Reset() implements ChainEvent {}
  }
}
