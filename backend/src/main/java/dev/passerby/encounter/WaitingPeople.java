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

  private final Engaged engaged;
  private final Lobby lobby;
  private final SignalRouter router;
  private final Deadlines deadlines;
  private final Admission admission;
  private final LastPartners lastPartners;
  private final EncounterProperties properties;
  private final Clock clock;
  private final AtomicLong tickets = new AtomicLong();
  private final Map<String, Participant> byTicket = new ConcurrentHashMap<>();

  WaitingPeople(
      Engaged engaged,
      Lobby lobby,
      SignalRouter router,
      Deadlines deadlines,
      Admission admission,
      LastPartners lastPartners,
      EncounterProperties properties,
      Clock clock) {
    this.engaged = engaged;
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
    Optional<ErrorCode> refusal = engaged.engage(person, wishes, admitting);
    if (refusal.isEmpty()) {
      admit(person, admitting);
    }
    return refusal;
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
      if (engaged.isClosed() || afterwards == Effect.Afterwards.IDLE) {
        engaged.release(person);
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
          engaged.release(person);
        }
        case Standing.Admitting _, Standing.Paused _ -> engaged.release(person);
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
    Participant person = engaged.of(wallet);
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
    Participant person = engaged.of(wallet);
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
    engaged.close();
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
          engaged.isClosed()
              ? new Verdict.Refused(ServerMessage.Problem.of(ErrorCode.GOING_AWAY))
              : verdict;
      switch (now) {
        case Verdict.Refused(ServerMessage why) -> {
          engaged.release(person);
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
