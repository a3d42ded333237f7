package dev.passerby.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.web3j.protocol.core.methods.response.Log;
import reactor.core.publisher.Flux;

/** Follows the chain's head and the logs of the two contracts. */
public interface ChainHead {

  /** The age of a head that was never seen. */
  Duration NEVER_SEEN = Duration.ofDays(365_000);

  /** Where the chain was when last looked at; empty before the first look. */
  Optional<View> view();

  /**
   * How old the newest block is by its own timestamp: also grows while the node does not answer.
   */
  Duration age();

  /** Whether anybody may be let in on the word of this head. */
  Standing standing();

  /**
   * What happened on the chain from now on, in order; hot, never ends, and never waits for a
   * subscriber.
   */
  Flux<ChainEvent> events();

  /** What the head is worth. */
  enum Standing {
    /** The node answers, its newest block is young enough, and no other node contradicts it. */
    CURRENT,
    /** Two nodes hold different blocks of one number to be part of the chain. */
    DISPUTED,
    /** The newest block is too old, or none was ever seen. */
    STALE,
    /** No node answered when last asked: changes go unnoticed. */
    UNREACHABLE;

    /** As metrics and health name it. */
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Two blocks of one chain.
   *
   * @param latest the newest one: what is gone there is gone
   * @param confirmed the one that lies the configured number of blocks deeper, or is the same: what
   *     is there will hardly be taken back
   */
  record View(Head latest, Head confirmed) {}

  /**
   * A block.
   *
   * @param timestamp when the chain says that it was made
   */
  record Head(long number, String hash, Instant timestamp) {}

  /** Something that may change who is entitled to what. */
  sealed interface ChainEvent {

    /**
     * Blocks with these logs of the two contracts have come, were taken back, or are now confirmed;
     * never empty.
     */
    record Logs(List<Log> logs) implements ChainEvent {}

    /** It is not known what happened since the last look: all derived from before is void. */
    record Reset() implements ChainEvent {}
  }
}
