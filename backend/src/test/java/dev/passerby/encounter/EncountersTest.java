package dev.passerby.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.encounter.TestEncounters.Pair;
import dev.passerby.encounter.TestEncounters.Person;
import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.CooldownReason;
import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.Payload;
import dev.passerby.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The rules of meeting, on a clock that stands still until it is moved. */
class EncountersTest {

  private static final Duration LIMIT = TestEncounters.LIMIT;

  private final TestEncounters world = new TestEncounters();
  private final ManualTime time = world.time;
  private final FakeRelay ice = world.ice;
  private final FakeSafety safety = world.safety;
  private final Encounters encounters = world.encounters;

  @Test
  void runsTheClockOnlyWhenBothSeeEachOther() {
    Pair pair = match();
    pair.one().decoded();
    time.pass(Duration.ofSeconds(19));
    pair.one().hasHeardNothing();
    pair.two().decoded();
    pair.one().hears(live(pair, 1));
    pair.two().hears(live(pair, 1));
    time.pass(LIMIT.minusMillis(1));
    pair.one().hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    pair.one().hears(new ServerMessage.Asking(pair.id(), 20));
    pair.two().hears(new ServerMessage.Asking(pair.id(), 20));
  }

  @Test
  void putsBothAtTheFrontWhenTheyNeverSeeEachOther() {
    Pair pair = match();
    Person third = person();
    third.join("something else");
    pair.one().decoded();
    time.pass(Duration.ofSeconds(20));
    for (Person person : List.of(pair.one(), pair.two())) {
      person.hears(new ServerMessage.Ended(pair.id(), EndReason.FAILED));
    }
    pair.one().hears(new ServerMessage.Waiting(1, false));
    pair.two().hears(new ServerMessage.Waiting(2, false));
    // Not with each other again, and ahead of a fourth who has waited longer.
    Person fourth = person();
    fourth.join("something quite different");
    time.pass(Duration.ofSeconds(6));
    third.hearsLater(ServerMessage.Matched.class);
    pair.one().hearsLater(ServerMessage.Matched.class);
    pair.two().hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void startsAnotherRoundWhenBothWantIt() {
    Pair pair = live();
    time.pass(LIMIT);
    pair.drain();
    pair.one().again(true);
    pair.one().hasHeardNothing();
    pair.two().again(true);
    pair.one().hears(live(pair, 2));
    pair.two().hears(live(pair, 2));
    time.pass(LIMIT);
    pair.one().hears(new ServerMessage.Asking(pair.id(), 20));
  }

  @Test
  void endsForBothAtTheFirstNo() {
    Pair pair = live();
    time.pass(LIMIT);
    pair.drain();
    pair.one().again(true);
    pair.two().again(false);
    pair.bothHearEnd(EndReason.DECLINED, EndReason.DECLINED);
  }

  @Test
  void endsWhenAnAnswerDoesNotCome() {
    Pair pair = live();
    time.pass(LIMIT);
    pair.drain();
    pair.one().again(true);
    time.pass(Duration.ofSeconds(20));
    pair.bothHearEnd(EndReason.UNANSWERED, EndReason.UNANSWERED);
  }

  @Test
  void finishesTheRoundOfWhoLosesTheEntitlementAndStartsNoOther() {
    Pair pair = live();
    world.entitlements.put(pair.one().wallet, nothing());
    encounters.entitlementChanged(pair.one().wallet);
    time.pass(LIMIT.minusMillis(1));
    pair.one().hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    pair.drain();
    pair.one().again(true);
    pair.two().again(true);
    pair.one().hears(ServerMessage.Problem.of(ErrorCode.ENTITLEMENT_REQUIRED));
    pair.bothHearEnd(EndReason.LIMIT, EndReason.LIMIT);
  }

  @Test
  void failsClosedWhenTheChainIsStaleOrDown() {
    Person one = person();
    world.entitlements.put(one.wallet, new EntitlementResult.ChainStale(Duration.ofMinutes(2)));
    one.join();
    one.hears(ServerMessage.Problem.of(ErrorCode.CHAIN_STALE));
    world.entitlements.put(one.wallet, new EntitlementResult.ChainDown());
    one.join();
    one.hears(ServerMessage.Problem.of(ErrorCode.CHAIN_DOWN));
  }

  @Test
  void checksAgainBeforeTheNextEncounter() {
    Pair pair = live();
    world.entitlements.put(pair.one().wallet, nothing());
    pair.one().next();
    pair.bothHearEnd(EndReason.NEXT, EndReason.PEER_NEXT);
    pair.one().hears(ServerMessage.Problem.of(ErrorCode.ENTITLEMENT_REQUIRED));
  }

  @Test
  void waitsAgainAfterNextAndIsIdleAfterThePeersNext() {
    Pair pair = live();
    pair.one().next();
    pair.bothHearEnd(EndReason.NEXT, EndReason.PEER_NEXT);
    pair.one().hears(new ServerMessage.Waiting(0, false));
    pair.two().hasHeardNothing();
    pair.two().join();
    pair.two().hears(new ServerMessage.Waiting(1, false));
  }

  @Test
  void neverMatchesTheSameTwoTwiceInARow() {
    Pair pair = live();
    pair.one().leave();
    pair.bothHearEnd(EndReason.LEFT, EndReason.PEER_LEFT);
    pair.one().join();
    pair.two().join();
    time.pass(Duration.ofMinutes(1));
    assertThat(pair.one().heard).noneMatch(ServerMessage.Matched.class::isInstance);
    Person third = person();
    third.join();
    third.hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void endsForThePeerWhenAConnectionOrASessionEnds() {
    Pair pair = live();
    encounters.lost(pair.one().participant);
    pair.two().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LOST));
    pair.one().hasHeardNothing();
    Pair other = live();
    encounters.signedOut(other.one().participant);
    other.bothHearEnd(EndReason.SIGNED_OUT, EndReason.PEER_LEFT);
  }

  @Test
  void keepsTheSeatOfWhoIsAwayAndTellsThePeer() {
    Pair pair = live();
    encounters.away(pair.one().participant);
    pair.two().hears(new ServerMessage.PeerAway(pair.id()));
    encounters.back(pair.one().participant);
    pair.two().hears(new ServerMessage.PeerBack(pair.id()));
    pair.two().hasHeardNothing();
    pair.one().hears(new ServerMessage.Continued(pair.id(), LIMIT.toMillis()));
    time.pass(LIMIT);
    pair.one().hears(new ServerMessage.Asking(pair.id(), 20));
    pair.two().hears(new ServerMessage.Asking(pair.id(), 20));
  }

  @Test
  void pairsNobodyWithWhoIsAway() {
    Person away = person();
    away.join("jazz");
    away.drain();
    encounters.away(away.participant);
    Person other = person();
    other.join("jazz");
    other.hears(new ServerMessage.Waiting(0, false));
    time.pass(Duration.ofMinutes(1));
    away.hasHeardNothing();
    encounters.back(away.participant);
    away.hears(new ServerMessage.Waiting(1, false));
    away.hearsLater(ServerMessage.Matched.class);
    other.hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void keepsThePlaceOfWhoIsAway() {
    Person first = person();
    first.join("jazz");
    time.pass(Duration.ofMillis(1));
    Person second = person();
    second.join("tea");
    encounters.away(first.participant);
    encounters.back(first.participant);
    Person third = person();
    time.pass(Duration.ofMillis(1));
    third.join("jazz", "tea");
    first.hearsLater(ServerMessage.Matched.class);
    assertThat(second.heard).noneMatch(ServerMessage.Matched.class::isInstance);
  }

  @Test
  void waitsWithThePairingOfWhoseMatchFailedWhileTheyWereAway() {
    Pair pair = match();
    encounters.away(pair.one().participant);
    time.pass(Duration.ofSeconds(20));
    pair.one().hears(new ServerMessage.Ended(pair.id(), EndReason.FAILED));
    pair.one().hasHeardNothing();
    Person third = person();
    encounters.back(pair.one().participant);
    pair.one().hears(new ServerMessage.Waiting(1, false));
    pair.two().leave();
    third.join();
    time.pass(Duration.ofSeconds(6));
    pair.one().hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void givesUpTheSeatOfWhoIsAwayWhenTheSameWalletJoinsElsewhere() {
    Pair pair = live();
    encounters.away(pair.one().participant);
    pair.drain();
    Person otherTab = world.person(pair.one().wallet);
    otherTab.join("jazz");
    pair.bothHearEnd(EndReason.LEFT, EndReason.PEER_LEFT);
    otherTab.hears(new ServerMessage.Waiting(0, false));
  }

  @Test
  void checksTheEntitlementOfWhoComesBackToTheQueue() {
    Person person = person();
    person.join("jazz");
    person.drain();
    encounters.away(person.participant);
    world.entitlements.put(person.wallet, nothing());
    encounters.back(person.participant);
    person.hears(ServerMessage.Problem.of(ErrorCode.ENTITLEMENT_REQUIRED));
    assertThat(encounters.isIdle(person.participant)).isTrue();
  }

  @Test
  void relaysWithinThePairUnderItsOwnStamp() {
    Pair pair = match();
    Person stranger = person();
    Payload payload = payload();
    encounters.relay(pair.one().participant, new ClientMessage.Signal(pair.id(), payload));
    pair.two().hears(new ServerMessage.Signal(pair.id(), pair.stampOfOne(), payload));
    encounters.relay(stranger.participant, new ClientMessage.Signal(pair.id(), payload));
    stranger.hears(ServerMessage.Problem.of(ErrorCode.NOT_IN_ENCOUNTER));
    pair.one().hasHeardNothing();
    pair.two().hasHeardNothing();
  }

  @Test
  void dropsWhatComesLateForTheLastEncounter() {
    Pair pair = match();
    pair.one().leave();
    pair.drain();
    encounters.relay(pair.two().participant, new ClientMessage.Signal(pair.id(), payload()));
    pair.two().next();
    pair.one().hasHeardNothing();
    pair.two().hasHeardNothing();
  }

  @Test
  void refusesWhatDoesNotFitTheState() {
    Pair pair = match();
    pair.one().again(true);
    pair.one().hears(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
    pair.one().join();
    pair.one().hears(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
    Person waiting = person();
    waiting.join();
    waiting.drain();
    waiting.join();
    waiting.hears(ServerMessage.Problem.of(ErrorCode.ALREADY_WAITING));
    Person otherTab = world.person(waiting.wallet);
    otherTab.join();
    otherTab.hears(ServerMessage.Problem.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE));
  }

  @Test
  void asksForLessAsTimeGoesBy() {
    Person jazz = person();
    Person tea = person();
    jazz.join("jazz");
    tea.join("tea");
    jazz.hears(new ServerMessage.Waiting(0, false));
    time.pass(Duration.ofSeconds(3));
    jazz.hears(new ServerMessage.Waiting(1, true));
    time.pass(Duration.ofSeconds(3));
    jazz.hearsLater(ServerMessage.Matched.class);
    tea.hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void tellsHowManyWaitOnlyWhenThatHasChanged() {
    Person one = person();
    one.join("jazz");
    one.hears(new ServerMessage.Waiting(0, false));
    encounters.tellWaiting();
    one.hasHeardNothing();
    person().join("tea");
    encounters.tellWaiting();
    encounters.tellWaiting();
    one.hears(new ServerMessage.Waiting(1, false));
    one.hasHeardNothing();
  }

  @Test
  void matchesNobodyOnceItStops() {
    Person one = person();
    one.join("jazz");
    one.drain();
    encounters.stopMatching();
    Person two = person();
    two.join("jazz");
    two.hears(ServerMessage.Problem.of(ErrorCode.GOING_AWAY));
    one.hasHeardNothing();
  }

  @Test
  void aReportEndsTheEncounterAtOnceAndIsConfirmedOnceStored() {
    Pair pair = live();
    pair.one().report();
    pair.bothHearEnd(EndReason.REPORTED, EndReason.PEER_LEFT);
    pair.one().hears(new ServerMessage.Reported(pair.id(), "receipt 1"));
    pair.one().hasHeardNothing();
    pair.two().hasHeardNothing();
    assertThat(safety.reports)
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.reporter()).isEqualTo(pair.one().wallet);
              assertThat(said.reported()).isEqualTo(pair.two().wallet);
            });
    pair.one().join();
    pair.one().hears(new ServerMessage.Waiting(0, false));
  }

  @Test
  void anEncounterCanBeReportedForAWhileAfterItsEndByThoseTwoOnly() {
    Pair pair = live();
    pair.one().leave();
    pair.drain();
    Person stranger = person();
    stranger.report(pair.id());
    stranger.hears(ServerMessage.Problem.about(pair.id(), ErrorCode.TOO_LATE));
    time.pass(Duration.ofMinutes(10));
    pair.two().report();
    pair.two().hears(new ServerMessage.Reported(pair.id(), "receipt 1"));
    time.pass(Duration.ofMillis(1));
    pair.one().report();
    pair.one().hears(ServerMessage.Problem.about(pair.id(), ErrorCode.TOO_LATE));
    assertThat(safety.reports).hasSize(1);
  }

  @Test
  void anotherConnectionOfTheWalletCanReportWhatHasEnded() {
    Pair pair = live();
    encounters.lost(pair.one().participant);
    Person again = world.person(pair.one().wallet);
    again.report(pair.id());
    again.hears(new ServerMessage.Reported(pair.id(), "receipt 1"));
  }

  @Test
  void nothingIsConfirmedThatIsNotStoredAndItCanBeSaidAgain() {
    Pair pair = live();
    safety.gone(true);
    pair.one().report();
    pair.bothHearEnd(EndReason.REPORTED, EndReason.PEER_LEFT);
    pair.one().hears(ServerMessage.Problem.about(pair.id(), ErrorCode.STORE_DOWN));
    pair.one().block();
    pair.one().hears(ServerMessage.Problem.about(pair.id(), ErrorCode.STORE_DOWN));
    safety.gone(false);
    pair.one().report();
    pair.one().hears(new ServerMessage.Reported(pair.id(), "receipt 1"));
  }

  @Test
  void whoBlocksSomebodyNeverMeetsThemAgainAlthoughNobodyElseWaits() {
    Pair pair = live();
    pair.one().block();
    pair.bothHearEnd(EndReason.BLOCKED, EndReason.PEER_LEFT);
    pair.one().hears(new ServerMessage.Blocked(pair.id()));
    meetSomebodyElse(pair.one());
    meetSomebodyElse(pair.two());
    pair.two().join();
    pair.one().join();
    pair.drain();
    time.pass(Duration.ofMinutes(1));
    pair.one().hasHeardNothing();
    pair.two().hasHeardNothing();
  }

  @Test
  void aBlockHoldsAlsoForAWaitThatHasBegunBeforeIt() {
    Pair pair = live();
    pair.one().leave();
    meetSomebodyElse(pair.one());
    meetSomebodyElse(pair.two());
    pair.drain();
    pair.one().join("jazz");
    pair.one().block(pair.id());
    pair.one().hearsLater(ServerMessage.Blocked.class);
    pair.two().join("jazz");
    time.pass(Duration.ofMinutes(1));
    assertThat(pair.one().heard).noneMatch(ServerMessage.Matched.class::isInstance);
    assertThat(pair.two().heard).noneMatch(ServerMessage.Matched.class::isInstance);
    person().join("jazz");
    pair.one().hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void nobodyIsLetInWhileTheDatabaseIsGoneAndEncountersGoOn() {
    Pair pair = live();
    safety.gone(true);
    Person newcomer = person();
    newcomer.join();
    newcomer.hears(ServerMessage.Problem.of(ErrorCode.STORE_DOWN));
    time.pass(LIMIT);
    pair.drain();
    pair.one().again(true);
    pair.two().again(true);
    pair.one().hears(live(pair, 2));
    pair.two().hears(live(pair, 2));
    safety.gone(false);
    newcomer.join();
    newcomer.hears(new ServerMessage.Waiting(0, false));
  }

  @Test
  void whoCoolsDownIsToldUntilWhenAndMayComeBackAfterwards() {
    Instant until = time.instant().plus(Duration.ofHours(1));
    Person person = person();
    safety.coolDown(person.wallet, until);
    person.join();
    person.hears(new ServerMessage.Cooldown(until, CooldownReason.REPORTS));
    safety.cooled(person.wallet);
    person.join();
    person.hears(new ServerMessage.Waiting(0, false));
  }

  @Test
  void aReportMaySendAwayWhoWaitsAgainAlready() {
    Instant until = time.instant().plus(Duration.ofHours(1));
    Pair pair = live();
    pair.two().next();
    pair.bothHearEnd(EndReason.PEER_NEXT, EndReason.NEXT);
    pair.two().hears(new ServerMessage.Waiting(0, false));
    safety.nextReportCoolsDown(pair.two().wallet, until);
    pair.one().report();
    pair.one().hears(new ServerMessage.Reported(pair.id(), "receipt 1"));
    pair.two().hears(new ServerMessage.Cooldown(until, CooldownReason.REPORTS));
    assertThat(world.meters.get("passerby.waiting").gauge().value()).isZero();
  }

  @Test
  void whoCoolsDownFinishesTheRoundAndStartsNoOther() {
    Instant until = time.instant().plus(Duration.ofHours(1));
    Pair pair = live();
    safety.coolDown(pair.two().wallet, until);
    time.pass(LIMIT);
    pair.drain();
    pair.one().again(true);
    pair.two().again(true);
    pair.two().hears(new ServerMessage.Cooldown(until, CooldownReason.REPORTS));
    pair.bothHearEnd(EndReason.LIMIT, EndReason.LIMIT);
  }

  @Test
  void leavesNothingBehind() {
    Pair pair = live();
    assertThat(world.meters.get("passerby.live").gauge().value()).isEqualTo(1);
    pair.one().leave();
    Person waiting = person();
    waiting.join("jazz");
    encounters.lost(waiting.participant);
    Person away = person();
    away.join("tea");
    encounters.away(away.participant);
    encounters.lost(away.participant);
    assertThat(encounters.isIdle(away.participant)).isTrue();
    assertThat(time.alarms()).isZero();
    assertThat(world.meters.get("passerby.live").gauge().value()).isZero();
    assertThat(world.meters.get("passerby.waiting").gauge().value()).isZero();
    assertThat(world.meters.get("passerby.matched").counter().count()).isEqualTo(1);
  }

  @Test
  void closesARoundsAllocationsAtItsLimitAndGivesTheNextRoundOthers() {
    Pair pair = live();
    assertThat(ice.given).containsExactly(pair.id() + ".1");
    assertThat(ice.closed).isEmpty();
    time.pass(LIMIT);
    assertThat(ice.closed).containsExactly(pair.id() + ".1");
    pair.drain();
    pair.one().again(true);
    pair.two().again(true);
    List<ServerMessage.Ice> fresh = pair.one().hearsLater(ServerMessage.Live.class).iceServers();
    assertThat(fresh).extracting(ServerMessage.Ice::username).containsExactly(pair.id() + ".2");
    assertThat(pair.two().hearsLater(ServerMessage.Live.class).iceServers()).isEqualTo(fresh);
    pair.two().leave();
    assertThat(ice.closed).containsExactly(pair.id() + ".1", pair.id() + ".2");
  }

  @Test
  void closesAllocationsHoweverAnEncounterEnds() {
    List<Consumer<Pair>> ends =
        List.of(
            pair -> pair.one().next(),
            pair -> pair.two().leave(),
            pair -> encounters.lost(pair.one().participant),
            pair -> encounters.signedOut(pair.two().participant),
            pair -> time.pass(Duration.ofSeconds(20)));
    for (Consumer<Pair> end : ends) {
      Pair pair = match();
      end.accept(pair);
      assertThat(ice.closed).last().isEqualTo(pair.id() + ".1");
      pair.one().leave();
      pair.two().leave();
    }
  }

  @Test
  void letsCredentialsOutlastTheirRoundWithItsPausesAndNoMore() {
    match();
    Duration connecting = Duration.ofSeconds(20);
    Duration pauses = Duration.ofSeconds(60);
    Duration skew = Duration.ofSeconds(15);
    assertThat(ice.until)
        .isEqualTo(time.instant().plus(connecting).plus(LIMIT).plus(pauses).plus(skew));
  }

  @Test
  void goesThroughRelaysOnlyWhenEitherHidesTheirAddress() {
    Person open = person();
    Person hidden = person();
    open.join("hiding");
    hidden.joinHidden("hiding");
    assertThat(open.hearsLater(ServerMessage.Matched.class).relayOnly()).isTrue();
    var matched = hidden.hearsLater(ServerMessage.Matched.class);
    assertThat(matched.relayOnly()).isTrue();
    open.signals("{\"candidate\":{\"candidate\":\"candidate:1 1 udp 9 10.1.2.3 4 typ host\"}}");
    hidden.hasHeardNothing();
    open.signals("{\"candidate\":null}");
    assertThat(hidden.hearsLater(ServerMessage.Signal.class).encounter())
        .isEqualTo(matched.encounter());
  }

  @Test
  void hidesNobodysAddressWithoutARelay() {
    ice.relay = false;
    Person person = person();
    person.joinHidden("jazz");
    person.hears(ServerMessage.Problem.of(ErrorCode.RELAY_UNAVAILABLE));
    person.join("jazz");
    person.hears(new ServerMessage.Waiting(0, false));
  }

  private static Payload payload() {
    return new Payload("{}".getBytes(StandardCharsets.UTF_8), 0, 2);
  }

  private static EntitlementResult nothing() {
    return new EntitlementResult.Known(new Entitlement(false, 0, Set.of()));
  }

  private ServerMessage.Live live(Pair pair, int round) {
    return world.live(pair, round);
  }

  private Pair match() {
    return world.match();
  }

  private Pair live() {
    return world.live();
  }

  private Person person() {
    return world.person();
  }

  /** So that the last partner is another, who is left at once. */
  private void meetSomebodyElse(Person person) {
    Person somebody = person();
    String interest = "interest " + Person.count;
    person.join(interest);
    somebody.join(interest);
    person.hearsLater(ServerMessage.Matched.class);
    somebody.leave();
    person.drain();
  }
}
