package dev.passerby.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service says to a page. The wire form is in {@code docs/protocol.md}. */
public sealed interface ServerMessage {

  /**
   * The first message on every connection.
   *
   * @param connection a public name of this connection, for support
   * @param resume opens this connection's line to another connection of the same session
   * @param sessionLimitSeconds how long one round lasts
   * @param relay whether calls can go through a relay, and so hide people's addresses
   * @param entitlement what the wallet may do, or null while the chain cannot tell
   */
  record Welcome(
      String connection,
      String resume,
      long sessionLimitSeconds,
      boolean relay,
      @Nullable Rights entitlement)
      implements ServerMessage {

    /** Without the token, which opens the line. */
    @Override
    public String toString() {
      return "Welcome[connection=" + connection + "]";
    }
  }

  /**
   * The earlier line goes on here: what the page has not had of it follows.
   *
   * @param received how many of the page's numbered messages have arrived
   */
  record Resumed(long received) implements ServerMessage {}

  /** The answer to a page's {@link ClientMessage.Ping}. */
  record Pong() implements ServerMessage {}

  /**
   * The wait goes on.
   *
   * @param others how many other people wait
   * @param widened whether the search has gone beyond what was asked for
   */
  record Waiting(int others, boolean widened) implements ServerMessage {}

  /**
   * A partner was found; both pages negotiate now.
   *
   * @param peer the stamp that the peer's signals will bear
   * @param polite this side's role in perfect negotiation; the peer has the other one
   * @param relayOnly whether somebody hides their address: only relayed candidates are passed on
   * @param connectWithinSeconds how long the two have until both see each other
   */
  record Matched(
      String encounter,
      String peer,
      boolean polite,
      List<Ice> iceServers,
      boolean relayOnly,
      long connectWithinSeconds,
      List<String> sharedInterests,
      List<String> sharedLanguages)
      implements ServerMessage {}

  /**
   * Something from the peer.
   *
   * @param from the sender's stamp, set by the service
   */
  record Signal(String encounter, String from, Payload payload) implements ServerMessage {}

  /**
   * A round has begun.
   *
   * @param limitSeconds the length of a round
   * @param remainingMillis what is left of this one as the message is written
   * @param round 1, and one more for each time both wanted another
   * @param grant what permits this round
   * @param iceServers fresh credentials instead of the earlier ones; empty when those go on
   * @param revival brings this side back into the round after a restart of the service; null until
   *     it is known to whom this goes
   */
  record Live(
      String encounter,
      long limitSeconds,
      long remainingMillis,
      int round,
      Grant grant,
      List<Ice> iceServers,
      @Nullable String revival)
      implements ServerMessage {

    public Live(
        String encounter,
        long limitSeconds,
        long remainingMillis,
        int round,
        Grant grant,
        List<Ice> iceServers) {
      this(encounter, limitSeconds, remainingMillis, round, grant, iceServers, null);
    }

    /** The same for the side that the ticket is for. */
    public Live with(@Nullable String ticket) {
      return new Live(encounter, limitSeconds, remainingMillis, round, grant, iceServers, ticket);
    }

    /** Without the ticket, which opens the encounter. */
    @Override
    public String toString() {
      return "Live[" + encounter + ", round " + round + ", " + remainingMillis + " ms]";
    }
  }

  /**
   * After a restart of the service both are back, and the round goes on where it was.
   *
   * @param remainingMillis what is left of it as the message is written
   * @param revival instead of the earlier ticket, which is worth nothing any more
   */
  record Revived(String encounter, int round, long remainingMillis, String revival)
      implements ServerMessage {

    /** Without the ticket, which opens the encounter. */
    @Override
    public String toString() {
      return "Revived[" + encounter + ", round " + round + ", " + remainingMillis + " ms]";
    }
  }

  /**
   * The round's clock stands, since one of the two does not see the other.
   *
   * @param remainingMillis what is left of the round
   * @param pauseLeftMillis after this long the clock runs on in any case
   */
  record Paused(String encounter, long remainingMillis, long pauseLeftMillis)
      implements ServerMessage {}

  /**
   * The round's clock runs.
   *
   * @param remainingMillis what is left of the round as the message is written
   */
  record Continued(String encounter, long remainingMillis, @Nullable String revival)
      implements ServerMessage {

    public Continued(String encounter, long remainingMillis) {
      this(encounter, remainingMillis, null);
    }

    /** The same for the side that the ticket is for. */
    public Continued with(@Nullable String ticket) {
      return new Continued(encounter, remainingMillis, ticket);
    }

    /** Without the ticket, which opens the encounter. */
    @Override
    public String toString() {
      return "Continued[" + encounter + ", " + remainingMillis + " ms]";
    }
  }

  /** The round is over: another one? */
  record Asking(String encounter, long answerWithinSeconds) implements ServerMessage {}

  /** The peer's connection broke; they may come back. */
  record PeerAway(String encounter) implements ServerMessage {}

  /** The peer has come back. */
  record PeerBack(String encounter) implements ServerMessage {}

  /** The encounter is over. */
  record Ended(String encounter, EndReason reason) implements ServerMessage {}

  /**
   * The report is stored.
   *
   * @param receipt names it, to the operator too
   */
  record Reported(String encounter, String receipt) implements ServerMessage {}

  /** The two of this encounter will not be paired again. */
  record Blocked(String encounter) implements ServerMessage {}

  /** This person may meet nobody for a while, and is idle. */
  record Cooldown(Instant until, CooldownReason reason) implements ServerMessage {}

  /**
   * People this page looks for have come, or have gone.
   *
   * @param ids by which they are looked for
   */
  record ContactOnline(List<RendezvousId> ids, boolean online) implements ServerMessage {
    public ContactOnline {
      ids = List.copyOf(ids);
    }
  }

  /**
   * This page's call has begun.
   *
   * @param call names it, and no other
   * @param answerWithinSeconds how long it rings
   */
  record Calling(String call, RendezvousId id, long answerWithinSeconds) implements ServerMessage {}

  /**
   * Somebody calls.
   *
   * @param id under which this page can be found: whoever looks for it there
   * @param answerWithinSeconds how long it rings
   */
  record Ringing(String call, RendezvousId id, long answerWithinSeconds) implements ServerMessage {}

  /** Both want the call: {@link Matched} follows, or {@link CallEnded}. */
  record Accepted(String call) implements ServerMessage {}

  /** The call is over, and no encounter comes of it, on this page at least. */
  record CallEnded(String call, CallOutcome outcome) implements ServerMessage {}

  /** What the wallet may do has changed. */
  record EntitlementChanged(Rights entitlement) implements ServerMessage {}

  /**
   * The {@code error} message: something was wrong with what the page said.
   *
   * @param detail an English sentence for developers
   * @param encounter the one whose report or block this is about; null for anything else
   */
  record Problem(ErrorCode code, String detail, @Nullable String encounter)
      implements ServerMessage {

    public Problem(ErrorCode code, String detail) {
      this(code, detail, null);
    }

    /** With the code's own sentence. */
    public static Problem of(ErrorCode code) {
      return new Problem(code, code.detail());
    }

    /** About a report or a block. */
    public static Problem about(String encounter, ErrorCode code) {
      return new Problem(code, code.detail(), encounter);
    }
  }

  /**
   * The service restarts, and closes right after.
   *
   * @param reconnectWithinMillis come back at a random moment within this time
   */
  record GoingAway(long reconnectWithinMillis) implements ServerMessage {}

  /**
   * What a wallet may do.
   *
   * @param passes how many passes it holds
   * @param features names of the features they unlock
   */
  record Rights(boolean staked, int passes, List<String> features, boolean mayMeet) {
    public Rights {
      features = List.copyOf(features);
    }
  }

  /**
   * What a node signs for a session, as the contract {@code ISessionGrants} has it (EIP-712). Both
   * sides of an encounter get the same one, and it names neither.
   *
   * @param node whose signature it is: a checksummed address
   * @param sessionId 32 bytes in hex, new for every round and not to be guessed
   * @param startsAt the session's first second, in Unix seconds
   * @param endsAt the second after its last
   * @param signature 65 bytes in hex
   */
  record Grant(String node, String sessionId, long startsAt, long endsAt, String signature) {}

  /** One STUN or TURN server, in the shape of the browser's {@code RTCIceServer}. */
  record Ice(List<String> urls, @Nullable String username, @Nullable String credential) {
    public Ice {
      urls = List.copyOf(urls);
    }

    @Override
    public String toString() {
      return "Ice[urls="
          + urls
          + ", credential="
          + (credential == null ? "none" : "[REDACTED]")
          + "]";
    }
  }
}
