package dev.passerby.encounter;

import dev.passerby.encounter.Participant.Seat;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.safety.Safety;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins encounters: two are seated together, and are told of it. Knows all that are under way. */
final class Matches {

  /**
   * Two who are to meet.
   *
   * @param agreed whether they wanted each other, and not whoever comes
   */
  record Couple(
      Participant one,
      Participant two,
      List<String> sharedInterests,
      List<String> sharedLanguages,
      boolean agreed) {}

  /** Puts somebody into their seat; false when they are no longer there for it. */
  interface Seating {
    boolean seat(Participant person, Seat seat);
  }

  private final RunningEncounter.Surroundings around;
  private final WaitingPeople waiting;
  private final Safety safety;
  private final LastPartners lastPartners;
  private final Supplier<EncounterRules> rules;
  private final Map<String, RunningEncounter> running = new ConcurrentHashMap<>();

  Matches(
      RunningEncounter.Surroundings around,
      WaitingPeople waiting,
      Safety safety,
      LastPartners lastPartners,
      Supplier<EncounterRules> rules) {
    this.around = around;
    this.waiting = waiting;
    this.safety = safety;
    this.lastPartners = lastPartners;
    this.rules = rules;
  }

  /**
   * Begins their encounter.
   *
   * @param otherwise what becomes of who was seated when the other could not be
   * @return whether it has begun; if not, nobody was told anything
   */
  boolean begin(Couple couple, Seating seating, Effect.Afterwards otherwise) {
    String id = RandomNames.longName();
    EncounterRules now = rules.get();
    Instant start = around.clock().instant();
    Encounter.Step matched = Encounter.matched(id, now, start);
    var first = new RunningEncounter.Sitter(couple.one, RandomNames.shortName());
    var second = new RunningEncounter.Sitter(couple.two, RandomNames.shortName());
    boolean relayOnly = couple.one.hidesAddress() || couple.two.hidesAddress();
    var encounter =
        new RunningEncounter(matched.next(), first, second, relayOnly, couple.agreed, around);
    running.put(id, encounter);
    List<ServerMessage.Ice> ice = now.servers(id, 1, start.plus(now.connecting()));
    boolean begun =
        encounter.begin(
            () -> seatBoth(couple, seating, encounter),
            matched,
            told(couple, id, second.stamp(), true, ice, relayOnly, now),
            told(couple, id, first.stamp(), false, ice, relayOnly, now));
    if (!begun) {
      running.remove(id);
      waiting.leaveSeat(encounter, couple.one, otherwise);
      waiting.leaveSeat(encounter, couple.two, otherwise);
    }
    return begun;
  }

  /** The one of this name that is under way. */
  @Nullable RunningEncounter find(String id) {
    return running.get(id);
  }

  /** One that has begun elsewhere is under way here. */
  void add(RunningEncounter encounter) {
    running.put(encounter.id(), encounter);
  }

  /** It is over. */
  void remove(RunningEncounter encounter) {
    running.remove(encounter.id());
  }

  private boolean seatBoth(Couple couple, Seating seating, RunningEncounter encounter) {
    // One of them may have blocked the other after the wait began.
    if (safety.haveParted(couple.one.wallet(), couple.two.wallet())
        || !seating.seat(couple.one, new Seat(encounter, Side.FIRST))
        || !seating.seat(couple.two, new Seat(encounter, Side.SECOND))) {
      return false;
    }
    lastPartners.met(couple.one.wallet(), couple.two.wallet());
    around.metrics().matched();
    return true;
  }

  private static ServerMessage.Matched told(
      Couple couple,
      String id,
      String peer,
      boolean polite,
      List<ServerMessage.Ice> ice,
      boolean relayOnly,
      EncounterRules rules) {
    return new ServerMessage.Matched(
        id,
        peer,
        polite,
        ice,
        relayOnly,
        rules.connecting().toSeconds(),
        couple.sharedInterests,
        couple.sharedLanguages);
  }
}
