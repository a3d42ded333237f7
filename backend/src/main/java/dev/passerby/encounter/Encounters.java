package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Participant.Seat;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.ice.Allocations;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.safety.Safety;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Everybody's way from idle over waiting to an encounter and back. Called with what a connection
 * says; answers go out through the {@link SignalRouter}. Safe from any thread; nothing in here
 * waits.
 *
 * <p>Lock order: lobby before nothing, encounter before participant, older encounter before newer.
 */
public final class Encounters {

  private static final int REMEMBERED_PARTNERS = 1_000_000;

  private final Engaged engaged;
  private final WaitingPeople waiting;
  private final RunningEncounter.Surroundings around;
  private final Safety safety;
  private final Complaints complaints;
  private final Revivals revivals;
  private final RecentEncounters recent;
  private final LastPartners lastPartners = new LastPartners(REMEMBERED_PARTNERS);
  private final Supplier<EncounterRules> rules;
  private final Matches matches;
  private final Appointments appointments;
  private final Admission admission;

  /** The seams to state that nodes may share. */
  record Seams(Lobby lobby, SignalRouter router, Deadlines deadlines) {}

  Encounters(
      Seams seams,
      Entitlements entitlements,
      Safety safety,
      Supplier<EncounterRules> rules,
      Allocations allocations,
      EncounterProperties properties,
      Duration reportableFor,
      MeterRegistry registry,
      RevivalTickets tickets,
      Clock clock) {
    this.admission = new Admission(entitlements, safety, properties.entitlementWithin());
    var metrics = new EncounterMetrics(registry, seams.lobby);
    this.safety = safety;
    this.recent = new RecentEncounters(reportableFor, clock);
    this.rules = rules;
    this.engaged = new Engaged(clock);
    this.waiting =
        new WaitingPeople(
            engaged,
            seams.lobby,
            seams.router,
            seams.deadlines,
            admission,
            lastPartners,
            properties,
            clock);
    this.around =
        new RunningEncounter.Surroundings(
            seams.router,
            seams.deadlines,
            admission,
            allocations,
            metrics,
            tickets,
            clock,
            this::released);
    this.revivals =
        new Revivals(around, engaged, rules, properties.reviveWithin(), new RevivedHere());
    this.complaints = new Complaints(safety, seams.router, metrics, waiting::coolDown);
    this.matches = new Matches(around, waiting, safety, lastPartners, rules);
    this.appointments = new Appointments(engaged, waiting, matches, admission, seams.router, rules);
    seams.lobby.onPaired(this::paired);
    seams.deadlines.onDue(WaitingPeople.ALARM, waiting::widen);
    seams.deadlines.onDue(Revivals.ALARM, revivals::due);
    seams.deadlines.onDue(RunningEncounter.ALARM, this::due);
  }

  /** Somebody has connected, and is idle. */
  public Participant arrive(String connection, Address wallet) {
    return new Participant(connection, wallet);
  }

  /** Begins to wait for a partner, if the wallet may. */
  public void join(Participant person, ClientMessage.Join wishes) {
    if (wishes.hideAddress() && !rules.get().ice().hasRelay()) {
      refuse(person, ErrorCode.RELAY_UNAVAILABLE);
      return;
    }
    Participant elsewhere = engaged.awayElsewhere(person);
    if (elsewhere != null) {
      // A browser that crashed is not to keep its owner out.
      leave(elsewhere);
    }
    waiting
        .join(person, wishes)
        .ifPresentOrElse(code -> refuse(person, code), () -> revivals.goesOn(person.wallet()));
  }

  /** Goes on with an encounter of an earlier run of the service. */
  public void revive(Participant person, ClientMessage.Revive revive) {
    revivals.revive(person, revive).ifPresent(answer -> tell(person, answer));
  }

  /** Leaves the queue or the encounter; passed over when idle. */
  public void leave(Participant person) {
    depart(person, EncounterEvent.Left::new);
  }

  /** The person's connection broke. They keep their seat and their place, but are not paired. */
  public void away(Participant person) {
    waiting.away(person);
    tellPeer(person, EncounterEvent.Away::new);
  }

  /** The person's connection has come back. */
  public void back(Participant person) {
    tellPeer(person, EncounterEvent.Back::new);
    waiting.back(person);
  }

  /** Nothing would be lost with the person's connection. */
  public boolean isIdle(Participant person) {
    return engaged.isIdle(person);
  }

  /** The person's connection broke and will not come back. */
  public void lost(Participant person) {
    depart(person, EncounterEvent.Lost::new);
  }

  /** The person's session ended. */
  public void signedOut(Participant person) {
    depart(person, EncounterEvent.SignedOut::new);
  }

  /**
   * The service is about to close the person's connection. Who is in a round can go on with it
   * after the restart.
   */
  public void goingAway(Participant person) {
    depart(person, side -> new EncounterEvent.GoingAway());
  }

  /** Ends the encounter and waits for another partner. */
  public void next(Participant person, ClientMessage.Next next) {
    happen(person, next.encounter(), EncounterEvent.NextWanted::new);
  }

  /** The person sees the peer, for the first time or again. */
  public void decoded(Participant person, ClientMessage.Decoded decoded) {
    happen(person, decoded.encounter(), EncounterEvent.Decoded::new);
  }

  /** The person sees the peer no longer. */
  public void stalled(Participant person, ClientMessage.Stalled stalled) {
    happen(person, stalled.encounter(), EncounterEvent.Stalled::new);
  }

  /** Whether the person wants another round. */
  public void again(Participant person, ClientMessage.Again answer) {
    happen(person, answer.encounter(), side -> new EncounterEvent.Answered(side, answer.yes()));
  }

  /** Ends the encounter, if it still runs, and stores what the person says of the other. */
  public void report(Participant person, ClientMessage.Report report) {
    part(person, report.encounter(), EncounterEvent.Reported::new)
        .ifPresentOrElse(
            other -> complaints.report(person, other, report),
            () -> complaints.tooLate(person, report.encounter()));
  }

  /**
   * Ends the encounter, if it still runs, and keeps the two apart from now on.
   *
   * @return from whom, unless it is too late to say
   */
  public Optional<Address> block(Participant person, ClientMessage.Block block) {
    Optional<Address> met = part(person, block.encounter(), EncounterEvent.Blocked::new);
    met.ifPresentOrElse(
        other -> complaints.block(person, other, block),
        () -> complaints.tooLate(person, block.encounter()));
    return met;
  }

  /** Passes something to the peer, and to nobody else. */
  public void relay(Participant person, ClientMessage.Signal signal) {
    Seat seat = seatIn(person, signal.encounter());
    if (seat != null) {
      seat.encounter().relay(seat.side(), signal.payload());
    }
  }

  /** Why the wallet may meet nobody, as far as the chain knows; empty when it may. */
  public Mono<Optional<ServerMessage>> refusal(Address wallet) {
    return admission.entitlementRefusal(wallet);
  }

  /** Whether somebody may meet somebody in particular now; never an error signal. */
  public Mono<Prospect> prospect(Address asking, Address other) {
    return appointments.prospect(asking, other);
  }

  /**
   * Brings two together who have agreed on it, from wherever they wait; never an error signal.
   *
   * @param one makes the offer
   * @return whether their encounter has begun; if not, whoever may not has been told why
   */
  public Mono<Boolean> meet(Party one, Party two) {
    return appointments
        .meet(one, two)
        .doOnNext(
            begun -> {
              if (begun) {
                revivals.goesOn(one.person().wallet());
                revivals.goesOn(two.person().wallet());
              }
            });
  }

  /** What the wallet may do has changed. */
  public void entitlementChanged(Address wallet) {
    waiting.recheck(wallet);
  }

  /** To be called every two seconds: tells those who wait how many they are. */
  public void tellWaiting() {
    waiting.tellNumbers();
  }

  /** From now on nobody is matched; encounters go on. */
  public void stopMatching() {
    waiting.close();
  }

  private interface EventOf {
    EncounterEvent by(Side side);
  }

  private void happen(Participant person, String encounter, EventOf event) {
    Seat seat = seatIn(person, encounter);
    if (seat != null) {
      seat.encounter().on(event.by(seat.side()));
    }
  }

  private void tellPeer(Participant person, EventOf event) {
    Seat seat = person.seat();
    if (seat != null) {
      seat.encounter().on(event.by(seat.side()));
    }
  }

  /** Whom they meet, or met not long ago; an encounter that runs is over after this. */
  private Optional<Address> part(Participant person, String encounter, EventOf event) {
    Seat seat = person.seat();
    if (seat == null || !seat.encounter().id().equals(encounter)) {
      return recent.partner(encounter, person.wallet());
    }
    Address other = seat.encounter().participant(seat.side().other()).wallet();
    seat.encounter().on(event.by(seat.side()));
    return Optional.of(other);
  }

  /** From wherever they are; a seat may turn into a wait in between, so both are tried. */
  private void depart(Participant person, EventOf event) {
    Seat seat = person.seat();
    if (seat != null) {
      seat.encounter().on(event.by(seat.side()));
    }
    waiting.withdraw(person);
  }

  private @Nullable Seat seatIn(Participant person, String encounter) {
    Seat seat = person.seat();
    if (seat != null && seat.encounter().id().equals(encounter)) {
      return seat;
    }
    // What was on its way when the encounter ended is late, not wrong.
    if (!person.hasJustLeft(encounter)) {
      refuse(person, ErrorCode.NOT_IN_ENCOUNTER);
    }
    return null;
  }

  private void paired(Pairing pairing) {
    Participant one = waiting.withTicket(pairing.first().ticket());
    Participant two = waiting.withTicket(pairing.second().ticket());
    if (one == null || two == null) {
      // Somebody left as the pairing was made: the other goes back, ahead of everybody.
      waiting.backToFront(pairing.first(), one);
      waiting.backToFront(pairing.second(), two);
      return;
    }
    begin(pairing, one, two);
  }

  private void begin(Pairing pairing, Participant one, Participant two) {
    boolean begun =
        matches.begin(
            new Matches.Couple(
                one, two, pairing.sharedInterests(), pairing.sharedLanguages(), false),
            (person, seat) ->
                waiting.seat(
                    seat.side() == Side.FIRST ? pairing.first() : pairing.second(), person, seat),
            Effect.Afterwards.WAIT_AT_FRONT);
    if (!begun) {
      waiting.backToFront(pairing.first(), one);
      waiting.backToFront(pairing.second(), two);
    }
  }

  private void released(
      RunningEncounter encounter, Participant person, Effect.Afterwards afterwards) {
    recent.ended(
        encounter.id(),
        encounter.participant(Side.FIRST).wallet(),
        encounter.participant(Side.SECOND).wallet());
    matches.remove(encounter);
    waiting.leaveSeat(encounter, person, afterwards);
  }

  private void due(String id) {
    RunningEncounter encounter = matches.find(id);
    if (encounter != null) {
      encounter.on(new EncounterEvent.DeadlinePassed());
    }
  }

  private void refuse(Participant person, ErrorCode code) {
    tell(person, ServerMessage.Problem.of(code));
  }

  private void tell(Participant person, ServerMessage message) {
    // A connection that is gone is noticed where its socket is: nothing to do here.
    boolean _ = around.router().send(person.connection(), message);
  }

  private final class RevivedHere implements Revivals.Home {

    @Override
    public void add(RunningEncounter encounter) {
      matches.add(encounter);
    }

    @Override
    public void remove(RunningEncounter encounter) {
      matches.remove(encounter);
    }

    @Override
    public boolean haveParted(Address one, Address other) {
      return safety.haveParted(one, other);
    }

    @Override
    public void met(Address one, Address other) {
      lastPartners.met(one, other);
    }
  }
}
