package dev.passerby.presence;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Deadlines;
import dev.passerby.encounter.Encounters;
import dev.passerby.encounter.Participant;
import dev.passerby.encounter.Party;
import dev.passerby.encounter.Prospect;
import dev.passerby.encounter.RandomNames;
import dev.passerby.encounter.SignalRouter;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.entitlement.Feature;
import dev.passerby.protocol.CallOutcome;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Calls between people who keep each other, from ringing to an ordinary encounter. A wallet is in
 * one at a time. Safe from any thread; nothing in here waits. Lock order: this before {@link
 * Presence}; no encounter is touched under it.
 */
public final class Calls {

  private static final String ALARM = "call:";

  private static final Logger log = LoggerFactory.getLogger(Calls.class);

  /**
   * A call, and who makes it.
   *
   * @param wallets whom it keeps from other calls
   */
  private record Made(Call call, Party caller, Set<Address> wallets) {}

  private final Presence presence;
  private final Encounters encounters;
  private final Entitlements entitlements;
  private final SignalRouter router;
  private final Deadlines deadlines;
  private final Duration ringFor;
  private final Clock clock;

  /** By name; guarded by this, as is the order of what is told. */
  private final Map<String, Made> calls = new HashMap<>();

  /** The call that a wallet makes, or that rings for it; guarded by this. */
  private final Map<Address, String> byWallet = new HashMap<>();

  Calls(
      Presence presence,
      Encounters encounters,
      Entitlements entitlements,
      SignalRouter router,
      Deadlines deadlines,
      Duration ringFor,
      Clock clock) {
    this.presence = presence;
    this.encounters = encounters;
    this.entitlements = entitlements;
    this.router = router;
    this.deadlines = deadlines;
    this.ringFor = ringFor;
    this.clock = clock;
    deadlines.onDue(ALARM, name -> happen(name, new CallEvent.TimedOut()));
  }

  /** Rings for whoever can be found under the id; or says yes to them, if they ring already. */
  public void call(Participant person, ClientMessage.Call wanted) {
    Page page = Page.of(person);
    Set<Page> at = presence.at(wanted.id(), page);
    Party caller = new Party(person, wanted.hideAddress());
    Made theirs;
    String name = RandomNames.longName();
    synchronized (this) {
      theirs = of(page);
      if (theirs == null) {
        begin(name, wanted, page, caller);
      } else if (!theirs.call.ringsAt(page) || !at.contains(theirs.call.caller())) {
        tell(page, ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
        return;
      }
    }
    if (theirs != null) {
      accept(caller, theirs.call.name());
    } else if (at.isEmpty()) {
      happen(name, new CallEvent.NotRinging(CallOutcome.UNAVAILABLE, Optional.empty()));
    } else {
      prospect(page.wallet(), at.iterator().next().wallet())
          .subscribe(
              prospect -> prospected(name, prospect),
              error -> log.error("call {} neither rings nor ends before its time", name, error));
    }
  }

  /** Says yes to a call. */
  public void accept(Participant person, ClientMessage.Accept accept) {
    accept(new Party(person, accept.hideAddress()), accept.call());
  }

  /** Says no to a call. */
  public synchronized void decline(Participant person, ClientMessage.Decline decline) {
    Page page = Page.of(person);
    if (rings(decline.call(), page)) {
      happen(decline.call(), new CallEvent.Declined(page));
    }
  }

  /** Takes the own call back. */
  public synchronized void cancel(Participant person, ClientMessage.Cancel cancel) {
    Made made = calls.get(cancel.call());
    if (made == null || !made.call.caller().equals(Page.of(person))) {
      tell(Page.of(person), ServerMessage.Problem.of(ErrorCode.CALL_UNKNOWN));
      return;
    }
    happen(cancel.call(), new CallEvent.Cancelled());
  }

  /** The page is gone; after {@link Presence} was told so. */
  public synchronized void gone(Participant person) {
    Page page = Page.of(person);
    Made made = of(page);
    if (made != null) {
      happen(made.call.name(), new CallEvent.Gone(page));
    }
  }

  /** Whether the page calls, or a call rings there. */
  public synchronized boolean isInCall(Participant person) {
    Page page = Page.of(person);
    Made made = of(page);
    return made != null && (made.call.caller().equals(page) || made.call.ringsAt(page));
  }

  /** How many there are, from the first ring to the encounter. */
  synchronized int size() {
    return calls.size();
  }

  private void begin(String name, ClientMessage.Call wanted, Page page, Party caller) {
    Call.Step begun = Call.begun(name, wanted.id(), page, ringFor);
    byWallet.put(page.wallet(), name);
    calls.put(name, new Made(begun.next(), caller, Set.of(page.wallet())));
    deadlines.set(ALARM + name, clock.instant().plus(ringFor));
    begun.told().forEach(this::tell);
  }

  private Mono<Prospect> prospect(Address caller, Address callee) {
    return entitlements
        .of(caller)
        .flatMap(
            result ->
                result instanceof EntitlementResult.Known known
                        && !known.entitlement().features().contains(Feature.CONTACTS)
                    ? Mono.just(
                        new Prospect.Refused(ServerMessage.Problem.of(ErrorCode.FEATURE_REQUIRED)))
                    : encounters.prospect(caller, callee));
  }

  private void prospected(String name, Prospect prospect) {
    switch (prospect) {
      case Prospect.Open() -> {
        Party callingBack = ring(name);
        if (callingBack != null) {
          accept(callingBack, name);
        }
      }
      case Prospect.Engaged() -> notRinging(name, CallOutcome.BUSY, null);
      case Prospect.Unavailable() -> notRinging(name, CallOutcome.UNAVAILABLE, null);
      case Prospect.Parted() -> happen(name, new CallEvent.Rings(Set.of()));
      case Prospect.Refused(ServerMessage why) -> notRinging(name, CallOutcome.REFUSED, why);
    }
  }

  /** Rings; who calls the caller at the same moment, and so has said yes to it, or null. */
  private synchronized @Nullable Party ring(String name) {
    Made made = calls.get(name);
    if (made == null) {
      return null;
    }
    // Asked anew: whoever has gone meanwhile would be rung for ever.
    Set<Page> at = presence.at(made.call.id(), made.call.caller());
    if (at.isEmpty()) {
      notRinging(name, CallOutcome.UNAVAILABLE, null);
      return null;
    }
    Address callee = at.iterator().next().wallet();
    Made theirs = of(callee);
    if (theirs != null && !callsBack(theirs.call, made.call, at)) {
      notRinging(name, CallOutcome.BUSY, null);
      return null;
    }
    Set<Page> where = at;
    if (theirs != null) {
      // Neither rings yet: the one of the two that is first to ring goes on, and theirs is over.
      where = Set.of(theirs.call.caller());
      happen(theirs.call.name(), new CallEvent.Cancelled());
    }
    byWallet.put(callee, name);
    calls.put(name, new Made(made.call, made.caller, Set.of(made.call.caller().wallet(), callee)));
    happen(name, new CallEvent.Rings(where));
    return theirs == null ? null : theirs.caller;
  }

  /** Whether theirs is a call to the caller of ours, from where ours is about to ring. */
  private boolean callsBack(Call theirs, Call ours, Set<Page> at) {
    return theirs.phase() instanceof Call.Phase.Asking
        && at.contains(theirs.caller())
        && presence.at(theirs.id(), theirs.caller()).contains(ours.caller());
  }

  private void notRinging(String name, CallOutcome outcome, @Nullable ServerMessage why) {
    happen(name, new CallEvent.NotRinging(outcome, Optional.ofNullable(why)));
  }

  private void accept(Party callee, String name) {
    Page page = Page.of(callee.person());
    Party caller;
    synchronized (this) {
      Made made = calls.get(name);
      if (!rings(name, page) || made == null) {
        return;
      }
      caller = made.caller;
      happen(name, new CallEvent.Accepted(page));
    }
    encounters
        .meet(caller, callee)
        .subscribe(
            begun -> happen(name, new CallEvent.Met(begun)),
            error -> {
              log.error("call {} came to nothing", name, error);
              happen(name, new CallEvent.Met(false));
            });
  }

  /** Whether the call rings on this page, which is told if it does not. */
  private boolean rings(String name, Page page) {
    Made made = calls.get(name);
    boolean rings = made != null && made.call.ringsAt(page);
    if (!rings) {
      tell(page, ServerMessage.Problem.of(ErrorCode.CALL_UNKNOWN));
    }
    return rings;
  }

  private synchronized void happen(String name, CallEvent event) {
    Made made = calls.get(name);
    if (made == null) {
      return;
    }
    Call.Step step = made.call.on(event);
    calls.put(name, new Made(step.next(), made.caller, made.wallets));
    if (step.next().isOver()) {
      calls.remove(name);
      made.wallets.forEach(wallet -> byWallet.remove(wallet, name));
    }
    if (!step.next().awaitsAnswer()) {
      deadlines.cancel(ALARM + name);
    }
    step.told().forEach(this::tell);
  }

  private void tell(Call.Tell told) {
    tell(told.page(), told.message());
  }

  private @Nullable Made of(Page page) {
    return of(page.wallet());
  }

  private @Nullable Made of(Address wallet) {
    String name = byWallet.get(wallet);
    return name == null ? null : calls.get(name);
  }

  private void tell(Page page, ServerMessage message) {
    // A connection that is gone is noticed where its socket is: nothing to do here.
    boolean _ = router.send(page.line(), message);
  }
}
