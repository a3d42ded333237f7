package dev.passerby.encounter;

import dev.passerby.ice.Allocations;
import dev.passerby.ice.RelayOnly;
import dev.passerby.protocol.Payload;
import dev.passerby.protocol.ServerMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
      Clock clock,
      Releases releases) {}

  /** Told when the encounter lets go of somebody; called without any lock. */
  interface Releases {
    void released(
        RunningEncounter encounter, Participant participant, Effect.Afterwards afterwards);
  }

  private final String id;
  private final Sitter first;
  private final Sitter second;
  private final boolean relayOnly;
  private final Surroundings around;

  /** Guarded by this, as are the changes of the flags below. */
  private Encounter state;

  private volatile boolean opened;
  private volatile boolean over;

  RunningEncounter(Encounter state, Sitter first, Sitter second, Surroundings around) {
    this.id = state.id();
    this.state = state;
    this.first = first;
    this.second = second;
    this.relayOnly = first.participant.hidesAddress() || second.participant.hidesAddress();
    this.around = around;
  }

  String id() {
    return id;
  }

  /** Whether either of the two hides their address from the other. */
  boolean isRelayOnly() {
    return relayOnly;
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
    String to = sitter(sender.other()).participant.connection();
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
          around.releases.released(this, participant(side), then);
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
    // A connection that is gone is noticed where its socket is: nothing to do here.
    boolean _ = around.router.send(participant(side).connection(), message);
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
