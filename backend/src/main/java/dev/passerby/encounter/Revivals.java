package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Participant.Seat;
import dev.passerby.encounter.RunningEncounter.Sitter;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Encounters that an earlier run of the service has begun, and that their two people bring back
 * with the tickets they were given. The first to come has the seat as if the other were away; who
 * does not follow in time has left.
 *
 * <p>A ticket is good once in a run, for its own wallet, until its round is over, and not any more
 * once the wallet has gone on to meet somebody else. Lock order: this before encounter.
 */
final class Revivals {

  static final String ALARM = "revival:";

  /** An encounter that is back, or was, and who of the two has come. */
  private record Returned(RunningEncounter encounter, Set<Side> came) {}

  /** What it needs of those who run the encounters. */
  interface Home {

    /** From now on its alarms are heard. */
    void add(RunningEncounter encounter);

    /** It did not begin. */
    void remove(RunningEncounter encounter);

    /** Whether one of the two has blocked the other not long ago. */
    boolean haveParted(Address one, Address other);

    /** The two are not to be paired again at once. */
    void met(Address one, Address other);
  }

  private final RunningEncounter.Surroundings around;
  private final Engaged engaged;
  private final Supplier<EncounterRules> rules;
  private final Home home;
  private final Duration grace;
  private final Instant startedAt;

  /**
   * Guarded by this. No ticket of an earlier run is good for longer than a round from the start.
   */
  private final Map<String, Returned> returned = new HashMap<>();

  /** In which of them a wallet has not come yet; guarded by this. */
  private final Map<Address, Set<RunningEncounter>> missing = new HashMap<>();

  /** Who has begun to wait in this run; guarded by this. */
  private final Set<Address> goneOn = new HashSet<>();

  Revivals(
      RunningEncounter.Surroundings around,
      Engaged engaged,
      Supplier<EncounterRules> rules,
      Duration grace,
      Home home) {
    this.around = around;
    this.engaged = engaged;
    this.rules = rules;
    this.grace = grace;
    this.home = home;
    this.startedAt = around.clock().instant();
  }

  /**
   * Goes on with the encounter of the ticket.
   *
   * @return what the person is to be told at once, if anything
   */
  Optional<ServerMessage> revive(Participant person, ClientMessage.Revive revive) {
    Optional<RevivalTicket> ticket =
        around.tickets().open(revive.ticket()).filter(found -> isGood(found, person.wallet()));
    if (ticket.isEmpty()) {
      return refused(ErrorCode.REVIVAL_UNKNOWN);
    }
    synchronized (this) {
      Returned back = returned.get(ticket.get().encounter());
      return back == null
          ? first(person, revive.wishes(), ticket.get())
          : second(person, revive.wishes(), ticket.get(), back);
    }
  }

  /** The wallet has begun to wait for somebody else: what it was in before is over. */
  synchronized void goesOn(Address wallet) {
    if (isPast(around.clock().instant())) {
      returned.clear();
      missing.clear();
      goneOn.clear();
      return;
    }
    goneOn.add(wallet);
    Set<RunningEncounter> without = missing.remove(wallet);
    if (without != null) {
      without.forEach(Revivals::endWithoutTheOther);
    }
  }

  /** The time of whoever has not come to this encounter is over. */
  synchronized void due(String encounter) {
    Returned back = returned.get(encounter);
    if (back != null) {
      endWithoutTheOther(back.encounter);
    }
  }

  private boolean isGood(RevivalTicket ticket, Address wallet) {
    Instant now = around.clock().instant();
    return ticket.wallet().equals(wallet)
        && !ticket.run().equals(around.tickets().run())
        && now.isBefore(ticket.expires(grace))
        && !isPast(now);
  }

  /** Whatever was given out before the start has run out. */
  private boolean isPast(Instant now) {
    EncounterRules longest = rules.get();
    return now.isAfter(startedAt.plus(longest.session()).plus(longest.pause()).plus(grace));
  }

  private Optional<ServerMessage> first(
      Participant person, ClientMessage.Join wishes, RevivalTicket ticket) {
    if (goneOn.contains(ticket.wallet())) {
      return refused(ErrorCode.REVIVAL_UNKNOWN);
    }
    Side here = ticket.side();
    Sitter own = new Sitter(person, ticket.stamp());
    Sitter other = new Sitter(Participant.expected(ticket.peer()), ticket.peerStamp());
    Encounter.Step revived = Encounter.revived(ticket, rules.get());
    var encounter =
        new RunningEncounter(
            revived.next(),
            here == Side.FIRST ? own : other,
            here == Side.FIRST ? other : own,
            ticket.relayOnly(),
            ticket.agreed(),
            around);
    if (goneOn.contains(ticket.peer()) || home.haveParted(ticket.wallet(), ticket.peer())) {
      return Optional.of(over(encounter));
    }
    home.add(encounter);
    Optional<ErrorCode> refusal =
        encounter.revive(
            here, () -> engaged.seatAgain(person, wishes, new Seat(encounter, here)), revived);
    if (refusal.isPresent()) {
      home.remove(encounter);
      return refused(refusal.get());
    }
    returned.put(encounter.id(), new Returned(encounter, EnumSet.of(here)));
    missing.computeIfAbsent(ticket.peer(), peer -> new HashSet<>()).add(encounter);
    home.met(ticket.wallet(), ticket.peer());
    around.deadlines().set(ALARM + encounter.id(), around.clock().instant().plus(grace));
    return Optional.empty();
  }

  private Optional<ServerMessage> second(
      Participant person, ClientMessage.Join wishes, RevivalTicket ticket, Returned back) {
    Side here = ticket.side();
    if (back.came.contains(here) || goneOn.contains(ticket.wallet())) {
      return refused(ErrorCode.REVIVAL_UNKNOWN);
    }
    RunningEncounter encounter = back.encounter;
    Optional<ErrorCode> refusal =
        encounter.complete(
            person, () -> engaged.seatAgain(person, wishes, new Seat(encounter, here)), ticket);
    if (refusal.isEmpty()) {
      back.came.add(here);
      around.deadlines().cancel(ALARM + encounter.id());
      return Optional.empty();
    }
    return encounter.isOver() ? Optional.of(over(encounter)) : refused(refusal.get());
  }

  /** Holding the lock, so that the other does not come in the middle of it. */
  private static void endWithoutTheOther(RunningEncounter encounter) {
    for (Side side : Side.values()) {
      if (encounter.expects(side)) {
        encounter.on(new EncounterEvent.Left(side));
      }
    }
  }

  private static ServerMessage over(RunningEncounter encounter) {
    return new ServerMessage.Ended(encounter.id(), EndReason.PEER_LEFT);
  }

  private static Optional<ServerMessage> refused(ErrorCode code) {
    return Optional.of(ServerMessage.Problem.of(code));
  }
}
