package dev.passerby.protocol;

import java.util.List;

/** What a page says to the service. The wire form is in {@code docs/protocol.md}. */
public sealed interface ClientMessage extends Inbound {

  /**
   * Wants to meet somebody.
   *
   * @param interests at most 8, normalised, without repetition; may be empty
   * @param languages at most 4, normalised, without repetition; may be empty
   * @param hideAddress whether nobody they meet is to learn their IP address: relays only
   */
  record Join(List<String> interests, List<String> languages, boolean hideAddress)
      implements ClientMessage {
    public Join {
      interests = List.copyOf(interests);
      languages = List.copyOf(languages);
    }
  }

  /** Leaves the queue or the encounter. */
  record Leave() implements ClientMessage {}

  /** Ends the encounter and waits for another one. */
  record Next(String encounter) implements ClientMessage {}

  /** Something for the peer alone. */
  record Signal(String encounter, Payload payload) implements ClientMessage {}

  /** The first frame of the peer's picture was decoded. */
  record Decoded(String encounter) implements ClientMessage {}

  /** The answer to {@link ServerMessage.Asking}. */
  record Again(String encounter, boolean yes) implements ClientMessage {}
}
