package dev.passerby.protocol;

import java.util.List;

/** What a page says to the service. The wire form is in {@code docs/protocol.md}. */
public sealed interface ClientMessage extends Inbound {

  /**
   * Wants to meet somebody.
   *
   * @param interests at most 8, normalised, without repetition; may be empty
   * @param languages at most 4, normalised, without repetition; may be empty
   */
  record Join(List<String> interests, List<String> languages) implements ClientMessage {
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

  /**
   * Goes on with the line of an earlier connection; said once, as a connection's first message.
   *
   * @param token what that line's {@link ServerMessage.Welcome} gave
   * @param received how many numbered messages of that line have arrived
   */
  record Resume(String token, long received) implements ClientMessage {

    /** Without the token, which opens the line. */
    @Override
    public String toString() {
      return "Resume[received=" + received + "]";
    }
  }
}
