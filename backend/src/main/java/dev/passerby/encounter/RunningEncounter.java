package dev.passerby.encounter;

import dev.passerby.ice.Allocations;
import dev.passerby.ice.RelayOnly;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.Payload;
import dev.passerby.protocol.ServerMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * An encounter that is under way: applies the transitions of {@link Encounter} one after the other
 * and carries out their effects. Relaying takes no lock.
 */
final class RunningEncounter {

  private static final Logger log = LoggerFactory.getLogger(RunningEncounter.class);
  static final String ALARM = "encounter:";

  /** Somebody in it, and the stamp that the other knows them by. */
  record Sitter(Participant participant, String stamp) {}

  /** What it needs of the service around it. */
  record Surroundings(
      SignalRouter router,
      Deadlines deadlines,
      Admission admission,
      Allocations allocations,
      EncounterMetrics metrics,
      RevivalTickets tickets,
      Clock clock,
      Releases releases) {}

  /** Told when the encounter lets go of somebody; called without any lock. */
  interface Releases {
    void released(
        RunningEncounter encounter, Participant participant, Effect.Afterwards afterwards);
  }

  private final String id;
  private final boolean relayOnly;
  private final boolean agreed;
  private final Surroundings around;

  /** Guarded by this, as are the changes of the flags below. */
  private Encounter state;

  private volatile Sitter first;
  private volatile Sitter second;
  private volatile boolean opened;
  private volatile boolean over;

  /**
   * Of two people who may not be there yet.
   *
   * @param relayOnly whether either of the two hides their address from the other
   * @param agreed whether the two wanted each other: then nobody waits for anybody else afterwards
   */
  RunningEncounter(
      Encounter state,
      Sitter first,
      Sitter second,
      boolean relayOnly,
      boolean agreed,
      Surroundings around) {
    this.id = state.id();
    this.state = state;
    this.first = first;
    this.second = second;
    this.relayOnly = relayOnly;
    this.agreed = agreed;
    this.around = around;
  }

  String id() {
    return id;
  }

  Participant participant(Side side) {
    return sitter(side).participant;
  }

  /**
   * Seats both and tells them of the match. Whatever one of them sends at once waits until the
   * other knows.
   *
   * @param seating puts both into their seats; false when somebody is no longer there
   * @return whether the encounter began
   */
  boolean begin(
      BooleanSupplier seating,
      Encounter.Step begun,
      ServerMessage toFirst,
      ServerMessage toSecond) {
    synchronized (this) {
      opened = true;
      if (!seating.getAsBoolean()) {
        state = state.over();
        over = true;
        return false;
      }
      begun.effects().forEach(this::atOnce);
      tell(Side.FIRST, toFirst);
      tell(Side.SECOND, toSecond);
      return true;
    }
  }

  /**
   * Goes on with what an earlier run of the service has begun, although one of the two is not here
   * yet.
   *
   * @param seating puts the one who is here into their seat; why not, or empty
   */
  Optional<ErrorCode> revive(
      Side here, Supplier<Optional<ErrorCode>> seating, Encounter.Step revived) {
    synchronized (this) {
      opened = true;
      Optional<ErrorCode> refusal = seating.get();
      if (refusal.isPresent()) {
        state = state.over();
        over = true;
        return refusal;
      }
      around.metrics.live(1);
      revived.effects().forEach(this::atOnce);
      tell(here, new ServerMessage.PeerAway(id));
      return Optional.empty();
    }
  }

  /**
   * The other one is here, too: both are told that it goes on.
   *
   * @param seating puts them into their seat; why not, or empty
   * @param ticket theirs, which may be of a later moment than the first one's
   */
  Optional<ErrorCode> complete(
      Participant person, Supplier<Optional<ErrorCode>> seating, RevivalTicket ticket) {
    synchronized (this) {
      if (over) {
        return Optional.of(ErrorCode.REVIVAL_UNKNOWN);
      }
      Optional<ErrorCode> refusal = seating.get();
      if (refusal.isPresent()) {
        return refusal;
      }
      sit(ticket.side(), new Sitter(person, ticket.stamp()));
      Instant now = around.clock.instant();
      Phase.Live round = state.round(now);
      if (ticket.isLaterThan(state.round(), round == null ? Instant.MAX : round.until())) {
        Encounter.Step later = Encounter.revived(ticket, state.rules());
        note(state, later.next());
        state = later.next();
        later.effects().forEach(this::atOnce);
      }
      for (Side side : Side.values()) {
        tell(side, revived(side, now));
      }
      state.question(now).ifPresent(asking -> tell(ticket.side(), asking));
      return Optional.empty();
    }
  }

  /** Whether nobody has come to this side yet. */
  boolean expects(Side side) {
    return !over && participant(side).isExpected();
  }

  boolean isOver() {
    return over;
  }

  private ServerMessage revived(Side side, Instant now) {
    Phase.Live round = state.round(now);
    Phase.Live left = round == null ? new Phase.Live(now, Duration.ZERO) : round;
    return new ServerMessage.Revived(
        id, state.round(), left.remaining(now).toMillis(), ticket(side, left));
  }

  private String ticket(Side side, Phase.Live round) {
    Sitter own = sitter(side);
    Sitter other = sitter(side.other());
    return around.tickets.close(
        new RevivalTicket(
            around.tickets.run(),
            id,
            side,
            own.participant.wallet(),
            own.stamp,
            other.participant.wallet(),
            other.stamp,
            relayOnly,
            agreed,
            state.round(),
            round.until(),
            round.pauseLeft()));
  }

  /**
   * Passes the payload to the other side and nobody else, under a stamp that the sender cannot set.
   * Where somebody hides their address, other candidates than relayed ones are taken out on the
   * way.
   */
  void relay(Side sender, Payload payload) {
    if (!opened) {
      awaitOpening();
    }
    if (over) {
      return;
    }
    Payload passed = relayOnly ? RelayOnly.strip(payload) : payload;
    if (passed == null) {
      return;
    }
    Participant receiver = participant(sender.other());
    if (receiver.isExpected()) {
      return; // the pages say again what matters once both are back
    }
    String to = receiver.connection();
    if (around.router.send(to, new ServerMessage.Signal(id, sitter(sender).stamp, passed))) {
      around.metrics.relayed();
    } else {
      on(new EncounterEvent.Lost(sender.other()));
    }
  }

  void on(EncounterEvent event) {
    List<Effect> effects;
    synchronized (this) {
      Encounter.Step step = state.on(event, around.clock.instant());
      note(state, step.next());
      state = step.next();
      over = state.isOver();
      effects = step.effects();
      effects.forEach(this::atOnce);
    }
    effects.forEach(this::afterwards);
  }

  private void note(Encounter before, Encounter after) {
    if (before.isLive() != after.isLive()) {
      around.metrics.live(after.isLive() ? 1 : -1);
    }
    if (before.isPaused() != after.isPaused()) {
      around.metrics.paused(after.isPaused() ? 1 : -1);
    }
    if (after.round() > before.round()) {
      log.debug("encounter {} live, round {}", id, after.round());
    }
  }

  /** Under the lock, which orders the messages. */
  private void atOnce(Effect effect) {
    switch (effect) {
      case Effect.Tell(Side side, ServerMessage message) -> tell(side, message);
      case Effect.Wake(Instant at) -> around.deadlines.set(ALARM + id, at);
      case Effect.Sleep() -> around.deadlines.cancel(ALARM + id);
      case Effect.CloseAllocations(int round) ->
          around.allocations.close(id, round, credentialsUntil());
      case Effect.AskEntitlements _, Effect.Release _ -> {}
    }
  }

  /** Without the lock, as it may reach into another encounter. */
  private void afterwards(Effect effect) {
    switch (effect) {
      case Effect.AskEntitlements() -> askEntitlements();
      case Effect.Release(Side side, Effect.Afterwards then) ->
          around.releases.released(this, participant(side), agreed ? Effect.Afterwards.IDLE : then);
      case Effect.Tell _, Effect.Wake _, Effect.Sleep _, Effect.CloseAllocations _ -> {}
    }
  }

  /** All that were given out run out by then. */
  private Instant credentialsUntil() {
    EncounterRules rules = state.rules();
    return rules.credentialsUntil(around.clock.instant().plus(rules.connecting()));
  }

  private void tell(Side side, ServerMessage message) {
    if (message instanceof ServerMessage.Ended ended) {
      around.metrics.ended(ended.reason());
    }
    Phase.Live round = state.round(around.clock.instant());
    ServerMessage told = round == null ? message : withTicket(message, side, round);
    // A connection that is gone is noticed where its socket is: nothing to do here.
    boolean _ = around.router.send(participant(side).connection(), told);
  }

  /** Whoever is told how the clock of a round runs can come back into it. */
  private ServerMessage withTicket(ServerMessage message, Side side, Phase.Live round) {
    if (message instanceof ServerMessage.Live live) {
      return live.with(ticket(side, round));
    }
    return message instanceof ServerMessage.Continued continued
        ? continued.with(ticket(side, round))
        : message;
  }

  private void askEntitlements() {
    Mono.zip(
            around.admission.endOfRounds(participant(Side.FIRST).wallet()),
            around.admission.endOfRounds(participant(Side.SECOND).wallet()),
            RunningEncounter::refused)
        .subscribe(
            refused -> on(new EncounterEvent.Renewed(refused)),
            error -> log.error("encounter {} not renewed", id, error));
  }

  private static Map<Side, ServerMessage> refused(
      Optional<ServerMessage> first, Optional<ServerMessage> second) {
    Map<Side, ServerMessage> refused = new EnumMap<>(Side.class);
    first.ifPresent(why -> refused.put(Side.FIRST, why));
    second.ifPresent(why -> refused.put(Side.SECOND, why));
    return refused;
  }

  private void sit(Side side, Sitter sitter) {
    if (side == Side.FIRST) {
      first = sitter;
    } else {
      second = sitter;
    }
  }

  private Sitter sitter(Side side) {
    return side == Side.FIRST ? first : second;
  }

  /** The lock is held while both are told. */
  private synchronized void awaitOpening() {
    if (!opened) {
      throw new IllegalStateException("nobody may know of an encounter before it begins");
    }
  }
}
