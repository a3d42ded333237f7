package dev.passerby.encounter;

import dev.passerby.encounter.Effect.Afterwards;
import dev.passerby.encounter.Effect.CloseAllocations;
import dev.passerby.encounter.Effect.Release;
import dev.passerby.encounter.Effect.Sleep;
import dev.passerby.encounter.Effect.Tell;
import dev.passerby.encounter.Effect.Wake;
import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two people from the match to the end: {@code connecting → live ⇄ paused → asking → (live again |
 * ended)}. Immutable; {@link #on} is a pure function of state, event and time, and says what is to
 * be done.
 *
 * <p>The clock starts when both see each other, and stands while one of them does not, so that
 * nobody pays with their five minutes for a connection that never came or broke. All in all it
 * stands no longer in a round than the rules permit, whatever the pages say.
 */
record Encounter(String id, EncounterRules rules, Phase phase, int round) {

  /** A transition: where it leads, and what is to be done. */
  record Step(Encounter next, List<Effect> effects) {}

  /** The encounter as it begins, and the alarm that it needs. */
  static Step matched(String id, EncounterRules rules, Instant now) {
    Instant until = now.plus(rules.connecting());
    Phase connecting = new Phase.Connecting(EnumSet.noneOf(Side.class), until);
    return new Step(new Encounter(id, rules, connecting, 0), List.of(new Wake(until)));
  }

  /** A round that an earlier run of the service has begun, and the alarm that it needs. */
  static Step revived(RevivalTicket ticket, EncounterRules rules) {
    Instant until = ticket.until();
    Phase live = new Phase.Live(until, ticket.pauseLeft());
    return new Step(
        new Encounter(ticket.encounter(), rules, live, ticket.round()), List.of(new Wake(until)));
  }

  /** The round as if its clock ran now; null when none is under way. */
  Phase.@Nullable Live round(Instant now) {
    return switch (phase) {
      case Phase.Live live -> live;
      case Phase.Paused paused -> paused.runOn(now);
      case Phase.Connecting _, Phase.Asking _, Phase.Renewing _, Phase.Over _ -> null;
    };
  }

  /** What both are asked, for one who was not here when it was; empty when they are not asked. */
  Optional<ServerMessage> question(Instant now) {
    return phase instanceof Phase.Asking(_, Instant until)
        ? Optional.of(
            new ServerMessage.Asking(id, Math.max(0, Duration.between(now, until).toSeconds())))
        : Optional.empty();
  }

  /** The encounter as if it had never been. */
  Encounter over() {
    return in(new Phase.Over());
  }

  boolean isOver() {
    return phase instanceof Phase.Over;
  }

  /** A round is under way, whether its clock runs or stands. */
  boolean isLive() {
    return phase instanceof Phase.Live || isPaused();
  }

  boolean isPaused() {
    return phase instanceof Phase.Paused;
  }

  Step on(EncounterEvent event, Instant now) {
    if (isOver()) {
      return stay();
    }
    return switch (event) {
      case EncounterEvent.Decoded(Side side) -> decoded(side, now);
      case EncounterEvent.Stalled(Side side) -> stalled(side, now);
      case EncounterEvent.Answered(Side side, boolean yes) -> answered(side, yes);
      case EncounterEvent.DeadlinePassed() -> deadlinePassed(now);
      case EncounterEvent.Renewed(Map<Side, ServerMessage> refused) -> renewed(refused, now);
      case EncounterEvent.NextWanted(Side side) ->
          over(
              side,
              end(side, EndReason.NEXT, Afterwards.WAIT),
              end(side.other(), EndReason.PEER_NEXT, Afterwards.IDLE));
      case EncounterEvent.Left(Side side) ->
          over(
              side,
              end(side, EndReason.LEFT, Afterwards.IDLE),
              end(side.other(), EndReason.PEER_LEFT, Afterwards.IDLE));
      case EncounterEvent.Away(Side side) ->
          new Step(this, List.of(new Tell(side.other(), new ServerMessage.PeerAway(id))));
      case EncounterEvent.Back(Side side) -> new Step(this, back(side, now));
      // To the other it is as if they had left: nobody is to learn who has reported or blocked
      // them.
      case EncounterEvent.Reported(Side side) ->
          over(
              side,
              end(side, EndReason.REPORTED, Afterwards.IDLE),
              end(side.other(), EndReason.PEER_LEFT, Afterwards.IDLE));
      case EncounterEvent.Blocked(Side side) ->
          over(
              side,
              end(side, EndReason.BLOCKED, Afterwards.IDLE),
              end(side.other(), EndReason.PEER_LEFT, Afterwards.IDLE));
      case EncounterEvent.Lost(Side side) ->
          over(
              side,
              List.of(new Release(side, Afterwards.IDLE)),
              end(side.other(), EndReason.PEER_LOST, Afterwards.IDLE));
      case EncounterEvent.SignedOut(Side side) ->
          over(
              side,
              end(side, EndReason.SIGNED_OUT, Afterwards.IDLE),
              end(side.other(), EndReason.PEER_LEFT, Afterwards.IDLE));
      case EncounterEvent.GoingAway() ->
          // Where the two see each other, their tickets will bring the encounter back.
          isLive()
              ? new Step(in(new Phase.Over()), List.of(new Sleep()))
              : overForBoth(EndReason.GOING_AWAY, Afterwards.IDLE);
    };
  }

  private Step decoded(Side side, Instant now) {
    return switch (phase) {
      case Phase.Connecting(Set<Side> decoded, Instant until) -> {
        Set<Side> both = with(decoded, side);
        yield both.size() == 2
            ? startRound(now)
            : new Step(in(new Phase.Connecting(both, until)), List.of());
      }
      case Phase.Paused paused -> {
        Set<Side> stalled = without(paused.stalled(), side);
        yield stalled.isEmpty()
            ? runOn(paused, now)
            : new Step(
                in(new Phase.Paused(stalled, paused.remaining(), paused.until())), List.of());
      }
      case Phase.Live _, Phase.Asking _, Phase.Renewing _, Phase.Over _ -> stay();
    };
  }

  private Step stalled(Side side, Instant now) {
    return switch (phase) {
      case Phase.Connecting(Set<Side> decoded, Instant until) ->
          new Step(in(new Phase.Connecting(without(decoded, side), until)), List.of());
      case Phase.Live live -> live.canPause(now) ? pause(live.pause(side, now), now) : stay();
      case Phase.Paused(Set<Side> stalled, Duration remaining, Instant until) ->
          new Step(in(new Phase.Paused(with(stalled, side), remaining, until)), List.of());
      case Phase.Asking _, Phase.Renewing _, Phase.Over _ -> stay();
    };
  }

  private Step pause(Phase.Paused paused, Instant now) {
    return changeClock(paused, paused.until(), stands(paused, now));
  }

  private Step runOn(Phase.Paused paused, Instant now) {
    Phase.Live live = paused.runOn(now);
    return changeClock(live, live.until(), runs(live, now));
  }

  private Step changeClock(Phase next, Instant wake, ServerMessage clock) {
    return new Step(
        in(next),
        List.of(new Wake(wake), new Tell(Side.FIRST, clock), new Tell(Side.SECOND, clock)));
  }

  /** Whatever they have missed or heard late, they know how the clock stands. */
  private List<Effect> back(Side side, Instant now) {
    Effect news = new Tell(side.other(), new ServerMessage.PeerBack(id));
    return switch (phase) {
      case Phase.Live live -> List.of(news, new Tell(side, runs(live, now)));
      case Phase.Paused paused -> List.of(news, new Tell(side, stands(paused, now)));
      case Phase.Connecting _, Phase.Asking _, Phase.Renewing _, Phase.Over _ -> List.of(news);
    };
  }

  private ServerMessage runs(Phase.Live live, Instant now) {
    return new ServerMessage.Continued(id, live.remaining(now).toMillis());
  }

  private ServerMessage stands(Phase.Paused paused, Instant now) {
    return new ServerMessage.Paused(
        id, paused.remaining().toMillis(), paused.pauseLeft(now).toMillis());
  }

  private Step startRound(Instant now) {
    int next = round + 1;
    Instant until = now.plus(rules.session());
    ServerMessage.Grant grant = rules.grants().grant(id + "#" + next, now, rules.session());
    var live =
        new ServerMessage.Live(
            id,
            rules.session().toSeconds(),
            rules.session().toMillis(),
            next,
            grant,
            freshServers(next, now));
    return new Step(
        new Encounter(id, rules, new Phase.Live(until, rules.pause()), next),
        List.of(new Wake(until), new Tell(Side.FIRST, live), new Tell(Side.SECOND, live)));
  }

  /** The credentials that came with the match serve the first round, and end with it. */
  private List<ServerMessage.Ice> freshServers(int next, Instant now) {
    return next > 1 && rules.ice().hasRelay() ? rules.servers(id, next, now) : List.of();
  }

  private Step answered(Side side, boolean yes) {
    return switch (phase) {
      case Phase.Asking(Set<Side> said, Instant until) -> {
        if (!yes) {
          yield overForBoth(EndReason.DECLINED, Afterwards.IDLE);
        }
        Set<Side> both = with(said, side);
        yield both.size() == 2
            ? new Step(in(new Phase.Renewing()), List.of(new Sleep(), new Effect.AskEntitlements()))
            : new Step(in(new Phase.Asking(both, until)), List.of());
      }
      // Said twice, or taken back after the other's yes: too late for either.
      case Phase.Renewing() -> stay();
      case Phase.Connecting _, Phase.Live _, Phase.Paused _, Phase.Over _ ->
          new Step(this, List.of(new Tell(side, ServerMessage.Problem.of(ErrorCode.WRONG_STATE))));
    };
  }

  private Step deadlinePassed(Instant now) {
    return switch (phase) {
      case Phase.Connecting(_, Instant until) ->
          due(until, now, () -> overForBoth(EndReason.FAILED, Afterwards.WAIT_AT_FRONT));
      case Phase.Live(Instant until, _) -> due(until, now, () -> ask(now));
      case Phase.Paused paused -> due(paused.until(), now, () -> runOn(paused, now));
      case Phase.Asking(_, Instant until) ->
          due(until, now, () -> overForBoth(EndReason.UNANSWERED, Afterwards.IDLE));
      case Phase.Renewing _, Phase.Over _ -> stay();
    };
  }

  /** An alarm may come early by a clock that was set, or cross the transition that replaced it. */
  private Step due(Instant until, Instant now, Supplier<Step> step) {
    return now.isBefore(until) ? new Step(this, List.of(new Wake(until))) : step.get();
  }

  private Step ask(Instant now) {
    Instant until = now.plus(rules.answer());
    var asking = new ServerMessage.Asking(id, rules.answer().toSeconds());
    return new Step(
        in(new Phase.Asking(EnumSet.noneOf(Side.class), until)),
        List.of(
            new Wake(until),
            new Tell(Side.FIRST, asking),
            new Tell(Side.SECOND, asking),
            new CloseAllocations(round)));
  }

  private Step renewed(Map<Side, ServerMessage> refused, Instant now) {
    if (!(phase instanceof Phase.Renewing)) {
      return stay();
    }
    if (refused.isEmpty()) {
      return startRound(now);
    }
    Stream<Effect> why =
        refused.entrySet().stream().map(entry -> new Tell(entry.getKey(), entry.getValue()));
    Step end = overForBoth(EndReason.LIMIT, Afterwards.IDLE);
    return new Step(end.next, Stream.concat(why, end.effects.stream()).toList());
  }

  private Step overForBoth(EndReason reason, Afterwards afterwards) {
    return over(
        Side.FIRST, end(Side.FIRST, reason, afterwards), end(Side.SECOND, reason, afterwards));
  }

  private Step over(Side side, List<Effect> own, List<Effect> peers) {
    List<Effect> first = side == Side.FIRST ? own : peers;
    List<Effect> second = side == Side.FIRST ? peers : own;
    // Before the first round, those that came with the match are there already.
    Effect closed = new CloseAllocations(Math.max(1, round));
    return new Step(
        in(new Phase.Over()),
        Stream.of(List.of(new Sleep(), closed), first, second).flatMap(List::stream).toList());
  }

  private List<Effect> end(Side side, EndReason reason, Afterwards afterwards) {
    return List.of(
        new Tell(side, new ServerMessage.Ended(id, reason)), new Release(side, afterwards));
  }

  private Step stay() {
    return new Step(this, List.of());
  }

  private Encounter in(Phase next) {
    return new Encounter(id, rules, next, round);
  }

  private static Set<Side> with(Set<Side> sides, Side side) {
    EnumSet<Side> all = EnumSet.of(side);
    all.addAll(sides);
    return all;
  }

  private static Set<Side> without(Set<Side> sides, Side side) {
    EnumSet<Side> rest = EnumSet.of(side.other());
    rest.retainAll(sides);
    return rest;
  }
}
