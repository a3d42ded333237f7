package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Admission.Verdict;
import dev.passerby.encounter.Participant.Seat;
import dev.passerby.encounter.Participant.Standing;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.safety.BlockList;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those of this node's people who wait, and how they come to: one connection a wallet, let in by
 * the chain, open to more as time goes by.
 */
final class WaitingPeople {

  static final String ALARM = "waiter:";

  private static final Logger log = LoggerFactory.getLogger(WaitingPeople.class);

  private final Lobby lobby;
  private final SignalRouter router;
  private final Deadlines deadlines;
  private final Admission admission;
  private final LastPartners lastPartners;
  private final EncounterProperties properties;
  private final Clock clock;
  private final AtomicLong tickets = new AtomicLong();
  private final Map<String, Participant> byTicket = new ConcurrentHashMap<>();

  /** The one connection on which a wallet waits or is in an encounter. */
  private final Map<Address, Participant> engaged = new ConcurrentHashMap<>();

  private volatile boolean closed;

  WaitingPeople(
      Lobby lobby,
      SignalRouter router,
      Deadlines deadlines,
      Admission admission,
      LastPartners lastPartners,
      EncounterProperties properties,
      Clock clock) {
    this.lobby = lobby;
    this.router = router;
    this.deadlines = deadlines;
    this.admission = admission;
    this.lastPartners = lastPartners;
    this.properties = properties;
    this.clock = clock;
  }

  /** From idle; why not, or empty when the wait, or the question whether it may begin, began. */
  Optional<ErrorCode> join(Participant person, ClientMessage.Join wishes) {
    Standing.Admitting admitting = new Standing.Admitting(false);
    Optional<ErrorCode> refusal = engage(person, wishes, admitting);
    if (refusal.isEmpty()) {
      admit(person, admitting);
    }
    return refusal;
  }

  /**
   * From idle, to be asked whether they may; why not, or empty when they are engaged from now on.
   */
  Optional<ErrorCode> engage(
      Participant person, ClientMessage.Join wishes, Standing.Admitting admitting) {
    synchronized (person) {
      Optional<ErrorCode> refusal =
          switch (person.standing()) {
            case Standing.Waiting _, Standing.Admitting _, Standing.Paused _ ->
                Optional.of(ErrorCode.ALREADY_WAITING);
            case Standing.Seated _ -> Optional.of(ErrorCode.WRONG_STATE);
            case Standing.Idle _ when closed -> Optional.of(ErrorCode.GOING_AWAY);
            case Standing.Idle _ when engaged.putIfAbsent(person.wallet(), person) != null ->
                Optional.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE);
            case Standing.Idle _ -> Optional.empty();
          };
      if (refusal.isEmpty()) {
        person.wish(wishes, clock.instant());
        person.stand(admitting);
      }
      return refusal;
    }
  }

  /** From idle into a seat of an encounter that is revived; why not, or empty. */
  Optional<ErrorCode> seatAgain(Participant person, ClientMessage.Join wishes, Seat seat) {
    synchronized (person) {
      if (!(person.standing() instanceof Standing.Idle)) {
        return Optional.of(ErrorCode.WRONG_STATE);
      }
      if (closed) {
        return Optional.of(ErrorCode.GOING_AWAY);
      }
      if (engaged.putIfAbsent(person.wallet(), person) != null) {
        return Optional.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE);
      }
      person.wish(wishes, clock.instant());
      person.stand(new Standing.Seated(seat));
      return Optional.empty();
    }
  }

  /** From a seat in this encounter, back to waiting or to idle. */
  void leaveSeat(RunningEncounter encounter, Participant person, Effect.Afterwards afterwards) {
    boolean front = afterwards == Effect.Afterwards.WAIT_AT_FRONT;
    Standing.Admitting admitting = new Standing.Admitting(front);
    synchronized (person) {
      if (!(person.standing() instanceof Standing.Seated(Seat seat))
          || seat.encounter() != encounter) {
        return;
      }
      if (closed || afterwards == Effect.Afterwards.IDLE) {
        idle(person);
        return;
      }
      if (afterwards == Effect.Afterwards.WAIT) {
        person.forgetWait(clock.instant());
      }
      if (person.isAway()) {
        person.stand(new Standing.Paused(front));
        return;
      }
      person.stand(admitting);
    }
    admit(person, admitting);
  }

  /** From waiting to idle; does nothing when they do not wait. */
  void withdraw(Participant person) {
    synchronized (person) {
      switch (person.standing()) {
        case Standing.Waiting(Waiter waiter) -> {
          forget(waiter.ticket());
          lobby.leave(waiter.ticket());
          idle(person);
        }
        case Standing.Admitting _, Standing.Paused _ -> idle(person);
        case Standing.Idle _, Standing.Seated _ -> {}
      }
    }
  }

  /** They cannot be reached: whoever waits is not to be paired until they are back. */
  void away(Participant person) {
    synchronized (person) {
      person.setAway(true);
      switch (person.standing()) {
        case Standing.Waiting(Waiter waiter) -> {
          forget(waiter.ticket());
          lobby.leave(waiter.ticket());
          person.stand(new Standing.Paused(waiter.front()));
        }
        case Standing.Admitting admitting -> person.stand(new Standing.Paused(admitting.front));
        case Standing.Idle _, Standing.Seated _, Standing.Paused _ -> {}
      }
    }
  }

  /** They can be reached again: whoever waited goes on, in the old place. */
  void back(Participant person) {
    Standing.Admitting admitting;
    synchronized (person) {
      person.setAway(false);
      if (!(person.standing() instanceof Standing.Paused(boolean front))) {
        return;
      }
      admitting = new Standing.Admitting(front);
      person.stand(admitting);
    }
    admit(person, admitting);
  }

  /** The other line on which this wallet waits or is in an encounter, if nobody is at it. */
  @Nullable Participant awayElsewhere(Participant person) {
    Participant other = engaged.get(person.wallet());
    if (other == null || other == person) {
      return null;
    }
    synchronized (other) {
      return other.isAway() ? other : null;
    }
  }

  boolean isIdle(Participant person) {
    synchronized (person) {
      return person.standing() instanceof Standing.Idle;
    }
  }

  /** From waiting into a seat; false when they no longer wait under this ticket. */
  boolean seat(Waiter waiter, @Nullable Participant person, Seat seat) {
    if (person == null) {
      return false;
    }
    synchronized (person) {
      if (!(person.standing() instanceof Standing.Waiting(Waiter now))
          || !now.ticket().equals(waiter.ticket())) {
        return false;
      }
      forget(waiter.ticket());
      person.stand(new Standing.Seated(seat));
      return true;
    }
  }

  /** From being asked into a seat; false when they have gone elsewhere meanwhile. */
  boolean seat(Standing.Admitting admitting, Participant person, Seat seat) {
    synchronized (person) {
      if (closed || person.standing() != admitting) {
        return false;
      }
      person.stand(new Standing.Seated(seat));
      return true;
    }
  }

  /** From being asked to idle; does nothing when they have gone elsewhere meanwhile. */
  void giveUp(Participant person, Standing.Admitting admitting) {
    synchronized (person) {
      if (person.standing() == admitting || person.standing() instanceof Standing.Paused) {
        idle(person);
      }
    }
  }

  /** Whether the wallet is in an encounter. */
  boolean isSeated(Address wallet) {
    Participant person = engaged.get(wallet);
    return person != null && person.seat() != null;
  }

  /**
   * A pairing came to nothing, and took their place in the lobby with it: they get a better one.
   */
  void backToFront(Waiter waiter, @Nullable Participant person) {
    if (person == null) {
      return;
    }
    Standing.Admitting admitting = new Standing.Admitting(true);
    synchronized (person) {
      if (!(person.standing() instanceof Standing.Waiting(Waiter now))
          || !now.ticket().equals(waiter.ticket())) {
        return;
      }
      forget(waiter.ticket());
      person.stand(admitting);
    }
    admit(person, admitting);
  }

  @Nullable Participant withTicket(String ticket) {
    return byTicket.get(ticket);
  }

  /** The person asks for less now. */
  void widen(String ticket) {
    Participant person = byTicket.get(ticket);
    if (person == null) {
      return;
    }
    Openness openness;
    synchronized (person) {
      if (!(person.standing() instanceof Standing.Waiting(Waiter waiter))
          || !waiter.ticket().equals(ticket)) {
        return;
      }
      person.widen();
      openness = person.openness();
      tell(person, new ServerMessage.Waiting(others(), person.isWidened()));
      setAlarm(person, ticket);
    }
    lobby.widen(ticket, openness);
  }

  /** Tells everybody how many others wait, if that has changed since they were told. */
  void tellNumbers() {
    for (Participant person : byTicket.values()) {
      synchronized (person) {
        int others = others();
        if (person.standing() instanceof Standing.Waiting && person.isNews(others)) {
          tell(person, new ServerMessage.Waiting(others, person.isWidened()));
        }
      }
    }
  }

  /** What the wallet may do has changed: if it waits and may not any longer, it is sent away. */
  void recheck(Address wallet) {
    Participant person = engaged.get(wallet);
    if (person == null) {
      return;
    }
    admission
        .entitlementRefusal(wallet)
        .subscribe(
            refusal -> refusal.ifPresent(why -> sendAway(person, why)),
            error -> log.error("{} not checked again", person, error));
  }

  /** The wallet's cooldown has begun: if it waits, it is sent away. */
  void coolDown(Address wallet) {
    Participant person = engaged.get(wallet);
    if (person == null) {
      return;
    }
    admission
        .cooldown(wallet)
        .subscribe(
            cooldown -> cooldown.ifPresent(why -> sendAway(person, why)),
            error -> log.error("{} not sent away to cool down", person, error));
  }

  /** Nobody waits any longer, and nobody will. */
  void close() {
    closed = true;
    byTicket.values().forEach(this::withdraw);
  }

  private void sendAway(Participant person, ServerMessage why) {
    synchronized (person) {
      if (person.standing() instanceof Standing.Waiting) {
        withdraw(person);
        tell(person, why);
      }
    }
  }

  private void admit(Participant person, Standing.Admitting admitting) {
    admission
        .verdict(person.wallet())
        .subscribe(
            verdict -> admitted(person, admitting, verdict),
            error -> log.error("{} neither admitted nor refused", person, error));
  }

  private void admitted(Participant person, Standing.Admitting admitting, Verdict verdict) {
    Waiter waiter;
    synchronized (person) {
      if (person.standing() != admitting) {
        return;
      }
      Verdict now =
          closed ? new Verdict.Refused(ServerMessage.Problem.of(ErrorCode.GOING_AWAY)) : verdict;
      switch (now) {
        case Verdict.Refused(ServerMessage why) -> {
          idle(person);
          tell(person, why);
          return;
        }
        case Verdict.Admitted(BlockList blocks) -> waiter = waiter(person, admitting.front, blocks);
      }
      person.stand(new Standing.Waiting(waiter));
      byTicket.put(waiter.ticket(), person);
      int others = lobby.waiting();
      boolean _ = person.isNews(others);
      tell(person, new ServerMessage.Waiting(others, person.isWidened()));
      setAlarm(person, waiter.ticket());
    }
    enter(person, waiter);
  }

  private void enter(Participant person, Waiter waiter) {
    lobby.join(waiter);
    if (byTicket.get(waiter.ticket()) == person) {
      return;
    }
    // Paired already, or gone while on the way in. If gone and back meanwhile, the new wait found
    // its place taken by this one.
    lobby.leave(waiter.ticket());
    Waiter again;
    synchronized (person) {
      again = person.standing() instanceof Standing.Waiting(Waiter now) ? now : null;
    }
    if (again != null) {
      enter(person, again);
    }
  }

  private Waiter waiter(Participant person, boolean front, BlockList blocks) {
    return new Waiter(
        person.connection() + "." + tickets.incrementAndGet(),
        person.wallet(),
        person.interests(),
        person.languages(),
        person.openness(),
        front,
        person.waitingSince(),
        lastPartners.of(person.wallet()),
        blocks);
  }

  private void setAlarm(Participant person, String ticket) {
    if (person.openness() != Openness.ANYONE) {
      Duration step =
          lobby.waiting() < properties.few()
              ? properties.widenEveryWhenFew()
              : properties.widenEvery();
      deadlines.set(ALARM + ticket, clock.instant().plus(step));
    }
  }

  private void idle(Participant person) {
    person.stand(Participant.IDLE);
    engaged.remove(person.wallet(), person);
  }

  private void forget(String ticket) {
    byTicket.remove(ticket);
    deadlines.cancel(ALARM + ticket);
  }

  private int others() {
    return Math.max(0, lobby.waiting() - 1);
  }

  private void tell(Participant person, ServerMessage message) {
    // A connection that is gone is noticed where its socket is: nothing to do here.
    boolean _ = router.send(person.connection(), message);
  }
}
