package dev.passerby.presence;

import dev.passerby.protocol.CallOutcome;
import dev.passerby.protocol.RendezvousId;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call from its beginning to an encounter or to nothing: {@code asking → ringing → agreed →
 * over}. Immutable; {@link #on} is a pure function of state and event, and says what is to be told.
 *
 * @param id under which the caller looks for the other
 */
record Call(String name, RendezvousId id, Page caller, Duration ringFor, Phase phase) {

  /** Where it is. */
  sealed interface Phase {

    /** It is not known yet whether it may ring. */
    record Asking() implements Phase {}

    /**
     * The other may answer.
     *
     * @param at where it rings; nowhere if the caller is only to believe so
     */
    record Ringing(Set<Page> at) implements Phase {}

    /** Both want it. */
    record Agreed(Page callee) implements Phase {}

    record Over() implements Phase {}
  }

  /** Something to be said to a page. */
  record Tell(Page page, ServerMessage message) {}

  /** A transition: where it leads, and what is to be told, in order. */
  record Step(Call next, List<Tell> told) {}

  private static final Phase OVER = new Phase.Over();

  /** The call as it begins, and what the caller is told of it. */
  static Step begun(String name, RendezvousId id, Page caller, Duration ringFor) {
    var call = new Call(name, id, caller, ringFor, new Phase.Asking());
    var calling = new ServerMessage.Calling(name, id, ringFor.toSeconds());
    return new Step(call, List.of(new Tell(caller, calling)));
  }

  boolean isOver() {
    return phase instanceof Phase.Over;
  }

  /** Whether nobody has said yes or no to it yet. */
  boolean awaitsAnswer() {
    return phase instanceof Phase.Asking || phase instanceof Phase.Ringing;
  }

  /** Whether it rings on this page. */
  boolean ringsAt(Page page) {
    return phase instanceof Phase.Ringing(Set<Page> at) && at.contains(page);
  }

  Step on(CallEvent event) {
    return switch (phase) {
      case Phase.Asking() -> asking(event);
      case Phase.Ringing(Set<Page> at) -> ringing(at, event);
      case Phase.Agreed(Page callee) ->
          event instanceof CallEvent.Met(boolean begun)
              ? over(begun ? List.of() : List.of(caller, callee), CallOutcome.FAILED)
              : stay();
      case Phase.Over() -> stay();
    };
  }

  private Step asking(CallEvent event) {
    return switch (event) {
      case CallEvent.Rings(Set<Page> at) -> rings(at);
      case CallEvent.NotRinging(CallOutcome outcome, Optional<ServerMessage> why) -> {
        List<Tell> told = new ArrayList<>();
        why.ifPresent(message -> told.add(new Tell(caller, message)));
        told.add(new Tell(caller, new ServerMessage.CallEnded(name, outcome)));
        yield new Step(in(OVER), told);
      }
      case CallEvent.Cancelled() -> over(List.of(caller), CallOutcome.CANCELLED);
      case CallEvent.TimedOut() -> over(List.of(caller), CallOutcome.MISSED);
      case CallEvent.Gone(Page page) ->
          page.equals(caller) ? over(List.of(), CallOutcome.CANCELLED) : stay();
      case CallEvent.Accepted _, CallEvent.Declined _, CallEvent.Met _ -> stay();
    };
  }

  private Step rings(Set<Page> at) {
    var ringing = new ServerMessage.Ringing(name, id, ringFor.toSeconds());
    return new Step(
        in(new Phase.Ringing(Set.copyOf(at))),
        at.stream().map(page -> new Tell(page, ringing)).toList());
  }

  private Step ringing(Set<Page> at, CallEvent event) {
    return switch (event) {
      case CallEvent.Accepted(Page by) -> at.contains(by) ? accepted(at, by) : stay();
      case CallEvent.Declined(Page by) ->
          at.contains(by) ? over(with(at, caller), CallOutcome.DECLINED) : stay();
      case CallEvent.Cancelled() -> over(with(at, caller), CallOutcome.CANCELLED);
      case CallEvent.TimedOut() -> over(with(at, caller), CallOutcome.MISSED);
      case CallEvent.Gone(Page page) -> gone(at, page);
      case CallEvent.Rings _, CallEvent.NotRinging _, CallEvent.Met _ -> stay();
    };
  }

  private Step gone(Set<Page> at, Page page) {
    if (page.equals(caller)) {
      return over(at, CallOutcome.CANCELLED);
    }
    Set<Page> left = without(at, page);
    return left.isEmpty() && at.contains(page)
        ? over(List.of(caller), CallOutcome.MISSED)
        : new Step(in(new Phase.Ringing(left)), List.of());
  }

  private Step accepted(Set<Page> at, Page by) {
    var accepted = new ServerMessage.Accepted(name);
    List<Tell> told = new ArrayList<>();
    told.add(new Tell(caller, accepted));
    told.add(new Tell(by, accepted));
    for (Page other : without(at, by)) {
      told.add(new Tell(other, new ServerMessage.CallEnded(name, CallOutcome.ELSEWHERE)));
    }
    return new Step(in(new Phase.Agreed(by)), told);
  }

  private Step over(Collection<Page> pages, CallOutcome outcome) {
    var ended = new ServerMessage.CallEnded(name, outcome);
    return new Step(in(OVER), pages.stream().map(page -> new Tell(page, ended)).toList());
  }

  private Step stay() {
    return new Step(this, List.of());
  }

  private Call in(Phase next) {
    return new Call(name, id, caller, ringFor, next);
  }

  private static Set<Page> with(Set<Page> pages, Page page) {
    Set<Page> all = new HashSet<>(pages);
    all.add(page);
    return all;
  }

  private static Set<Page> without(Set<Page> pages, Page page) {
    Set<Page> rest = new HashSet<>(pages);
    rest.remove(page);
    return rest;
  }
}
