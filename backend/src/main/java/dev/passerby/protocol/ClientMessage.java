package dev.passerby.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Asks whether the service still hears this page: a page cannot send a WebSocket's own ping. */
  record Ping() implements ClientMessage {}

  /** Leaves the queue or the encounter. */
  record Leave() implements ClientMessage {}

  /** Ends the encounter and waits for another one. */
  record Next(String encounter) implements ClientMessage {}

  /** Something for the peer alone. */
  record Signal(String encounter, Payload payload) implements ClientMessage {}

  /** The peer is seen: the first frame was decoded, or frames come again after {@link Stalled}. */
  record Decoded(String encounter) implements ClientMessage {}

  /** Neither picture nor sound of the peer comes any more; {@link Decoded} takes it back. */
  record Stalled(String encounter) implements ClientMessage {}

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

  /**
   * Goes on with an encounter that a restart of the service has interrupted.
   *
   * @param ticket what the round's {@link ServerMessage.Live} gave
   * @param wishes whom the person would like to meet after it
   */
  record Revive(String ticket, Join wishes) implements ClientMessage {

    /** Without the ticket, which opens the encounter. */
    @Override
    public String toString() {
      return "Revive[" + wishes + "]";
    }
  }

  /**
   * Says what the other did, in an encounter that runs or has ended not long ago.
   *
   * @param note at most 500 visible characters; null if there is nothing to add
   */
  record Report(String encounter, ReportCategory category, @Nullable String note)
      implements ClientMessage {

    /** Without the note, which is for the operator alone. */
    @Override
    public String toString() {
      return "Report[" + encounter + ", " + category + "]";
    }
  }

  /** Never wants to meet the other again. */
  record Block(String encounter) implements ClientMessage {}

  /**
   * Where this page can be found and whom it looks for, in place of what it has said before.
   *
   * @param findable at most 1000, without repetition
   * @param looking at most 1000, without repetition
   */
  record Presence(List<RendezvousId> findable, List<RendezvousId> looking)
      implements ClientMessage {
    public Presence {
      findable = List.copyOf(findable);
      looking = List.copyOf(looking);
    }

    /** Only how many. */
    @Override
    public String toString() {
      return "Presence[" + findable.size() + ", " + looking.size() + "]";
    }
  }

  /**
   * Calls whoever can be found under the id.
   *
   * @param hideAddress whether they are not to learn this person's IP address
   */
  record Call(RendezvousId id, boolean hideAddress) implements ClientMessage {}

  /**
   * Says yes to a call.
   *
   * @param hideAddress whether the caller is not to learn this person's IP address
   */
  record Accept(String call, boolean hideAddress) implements ClientMessage {}

  /** Says no to a call. */
  record Decline(String call) implements ClientMessage {}

  /** Takes the own call back. */
  record Cancel(String call) implements ClientMessage {}
}
