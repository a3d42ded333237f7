package dev.passerby.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.encounter.TestEncounters.Pair;
import dev.passerby.encounter.TestEncounters.Person;
import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Five minutes are five minutes of seeing each other, up to a bound. */
class PausedClockTest {

  private static final Duration LIMIT = TestEncounters.LIMIT;
  private static final Duration PAUSE = TestEncounters.PAUSE;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestEncounters world = new TestEncounters();
  private final ManualTime time = world.time;

  @Test
  void standsWhileSomebodyDoesNotSeeTheOtherAndRunsOnWhereItStood() {
    Pair pair = world.live();
    time.pass(MINUTE);
    pair.one().stalled();
    bothHear(pair, paused(pair, LIMIT.minus(MINUTE), PAUSE));
    time.pass(Duration.ofSeconds(40));
    pair.one().decoded();
    bothHear(pair, continued(pair, LIMIT.minus(MINUTE)));
    asksAfter(pair, LIMIT.minus(MINUTE));
  }

  @Test
  void standsUntilBothSeeEachOtherAgain() {
    Pair pair = world.live();
    pair.one().stalled();
    bothHear(pair, paused(pair, LIMIT, PAUSE));
    time.pass(Duration.ofSeconds(1));
    pair.two().stalled();
    pair.one().decoded();
    time.pass(Duration.ofSeconds(1));
    pair.hasHeardNothing();
    pair.two().decoded();
    bothHear(pair, continued(pair, LIMIT));
  }

  @Test
  void takesNoNoticeOfWhatIsSaidTwice() {
    Pair pair = world.live();
    pair.one().decoded();
    pair.one().stalled();
    pair.one().stalled();
    bothHear(pair, paused(pair, LIMIT, PAUSE));
    pair.one().decoded();
    pair.one().decoded();
    bothHear(pair, continued(pair, LIMIT));
    pair.hasHeardNothing();
  }

  @Test
  void runsOnWhenItHasStoodForTooLong() {
    Pair pair = world.live();
    time.pass(MINUTE);
    pair.one().stalled();
    pair.two().stalled();
    pair.drain();
    time.pass(PAUSE.minusMillis(1));
    pair.hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    bothHear(pair, continued(pair, LIMIT.minus(MINUTE)));
    // Neither what is taken back afterwards nor another stall makes a difference.
    pair.one().decoded();
    pair.one().stalled();
    asksAfter(pair, LIMIT.minus(MINUTE));
  }

  @Test
  void countsAllPausesOfARoundTogetherWhoeverCausedThem() {
    Pair pair = world.live();
    Duration[] left = {PAUSE, Duration.ofSeconds(35), Duration.ofSeconds(10)};
    for (int i = 0; i < left.length; i++) {
      Person sufferer = i % 2 == 0 ? pair.one() : pair.two();
      time.pass(MINUTE);
      Duration remaining = LIMIT.minus(MINUTE.multipliedBy(i + 1L));
      sufferer.stalled();
      bothHear(pair, paused(pair, remaining, left[i]));
      if (i + 1 < left.length) {
        time.pass(Duration.ofSeconds(25));
        sufferer.decoded();
      } else {
        time.pass(left[i]);
      }
      bothHear(pair, continued(pair, remaining));
    }
    asksAfter(pair, LIMIT.minus(MINUTE.multipliedBy(3)));
  }

  @Test
  void aPageThatOnlySaysThatItSeesNothingGainsNoMoreThanTheBound() {
    Pair pair = world.live();
    Duration passed = Duration.ZERO;
    Duration tick = Duration.ofMillis(700);
    while (pair.one().heard.stream().noneMatch(ServerMessage.Asking.class::isInstance)) {
      pair.one().stalled();
      pair.two().decoded();
      time.pass(tick);
      pair.one().decoded();
      pair.one().stalled();
      passed = passed.plus(tick);
    }
    assertThat(passed).isBetween(LIMIT.plus(PAUSE), LIMIT.plus(PAUSE).plus(tick));
  }

  @Test
  void doesNotStandAnyMoreOnceTheLimitIsReached() {
    Pair pair = world.live();
    time.pass(LIMIT.minusMillis(1));
    pair.one().stalled();
    bothHear(pair, paused(pair, Duration.ofMillis(1), PAUSE));
    time.pass(PAUSE);
    bothHear(pair, continued(pair, Duration.ofMillis(1)));
    time.pass(Duration.ofMillis(1));
    bothHear(pair, asking(pair));
    pair.one().stalled();
    pair.hasHeardNothing();
    time.pass(Duration.ofSeconds(20));
    pair.bothHearEnd(EndReason.UNANSWERED, EndReason.UNANSWERED);
  }

  @Test
  void endsAsEverWhileItStands() {
    List<Consumer<Pair>> ends =
        List.of(
            pair -> pair.one().next(),
            pair -> pair.two().leave(),
            pair -> pair.one().report(),
            pair -> pair.two().block(),
            pair -> world.encounters.lost(pair.one().participant),
            pair -> world.encounters.signedOut(pair.two().participant));
    for (Consumer<Pair> end : ends) {
      Pair pair = world.live();
      pair.one().stalled();
      assertThat(gauge("passerby.live")).isEqualTo(1);
      assertThat(gauge("passerby.paused")).isEqualTo(1);
      end.accept(pair);
      pair.one().leave();
      assertThat(time.alarms()).isZero();
      assertThat(gauge("passerby.live")).isZero();
      assertThat(gauge("passerby.paused")).isZero();
      assertThat(world.ice.closed).last().isEqualTo(pair.id() + ".1");
    }
  }

  @Test
  void takesNoAnswerWhileItStands() {
    Pair pair = world.live();
    pair.one().stalled();
    pair.drain();
    pair.one().again(true);
    pair.one().hears(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
  }

  @Test
  void doesNotBeginWhileOneOfThemSeesTheOtherNoLonger() {
    Pair pair = world.match();
    pair.one().decoded();
    pair.one().stalled();
    pair.two().decoded();
    pair.hasHeardNothing();
    pair.one().decoded();
    bothHear(pair, world.live(pair, 1));
    Pair never = world.match();
    never.one().decoded();
    never.one().stalled();
    never.two().decoded();
    time.pass(Duration.ofSeconds(20));
    never.bothHearEnd(EndReason.FAILED, EndReason.FAILED);
  }

  @Test
  void mayStandAsLongAgainInAnotherRound() {
    Pair pair = world.live();
    pair.one().stalled();
    time.pass(PAUSE);
    time.pass(LIMIT);
    pair.one().again(true);
    pair.two().again(true);
    pair.drain();
    pair.two().stalled();
    bothHear(pair, paused(pair, LIMIT, PAUSE));
    pair.two().decoded();
    bothHear(pair, continued(pair, LIMIT));
    asksAfter(pair, LIMIT);
  }

  @Test
  void runsWhileSomebodysLineIsAwayAndTellsThemWhereItIsWhenTheyAreBack() {
    Pair pair = world.live();
    world.encounters.away(pair.one().participant);
    time.pass(Duration.ofSeconds(10));
    world.encounters.back(pair.one().participant);
    pair.one().hears(continued(pair, LIMIT.minusSeconds(10)));
    world.encounters.away(pair.one().participant);
    pair.two().stalled();
    time.pass(Duration.ofSeconds(20));
    pair.drain();
    world.encounters.back(pair.one().participant);
    pair.one().hears(paused(pair, LIMIT.minusSeconds(10), PAUSE.minusSeconds(20)));
    pair.one().hasHeardNothing();
  }

  @Test
  void losesNothingWhenAnAlarmIsLate() {
    EncounterRules rules = world.rules();
    var start = time.instant();
    Encounter live = Encounter.matched("late", rules, start).next();
    for (Side side : Side.values()) {
      live = live.on(new EncounterEvent.Decoded(side), start).next();
    }
    var late = start.plus(PAUSE).plusSeconds(3);
    var stalled = new EncounterEvent.Stalled(Side.FIRST);
    Encounter paused = live.on(stalled, start).next();
    var runsOn = new Phase.Live(start.plus(PAUSE).plus(LIMIT), Duration.ZERO);
    assertThat(paused.on(new EncounterEvent.DeadlinePassed(), late).next().phase())
        .isEqualTo(runsOn);
    assertThat(paused.on(new EncounterEvent.Decoded(Side.FIRST), late).next().phase())
        .isEqualTo(runsOn);
    // The same for the limit: what has gone by is not given back.
    assertThat(live.on(stalled, start.plus(LIMIT)).next()).isEqualTo(live);
    assertThat(paused.on(new EncounterEvent.DeadlinePassed(), start).effects())
        .containsExactly(new Effect.Wake(start.plus(PAUSE)));
  }

  private double gauge(String name) {
    return world.meters.get(name).gauge().value();
  }

  private void asksAfter(Pair pair, Duration remaining) {
    time.pass(remaining.minusMillis(1));
    pair.hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    bothHear(pair, asking(pair));
  }

  private static void bothHear(Pair pair, ServerMessage message) {
    pair.one().hears(message);
    pair.two().hears(message);
  }

  private static ServerMessage asking(Pair pair) {
    return new ServerMessage.Asking(pair.id(), 20);
  }

  private static ServerMessage paused(Pair pair, Duration remaining, Duration pauseLeft) {
    return new ServerMessage.Paused(pair.id(), remaining.toMillis(), pauseLeft.toMillis());
  }

  private static ServerMessage continued(Pair pair, Duration remaining) {
    return new ServerMessage.Continued(pair.id(), remaining.toMillis());
  }
}
