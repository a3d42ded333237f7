package dev.passerby.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.CooldownReason;
import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.Payload;
import dev.passerby.protocol.ReportCategory;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.store.Seal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules of meeting, on a clock that stands still until it is moved. */
class EncountersTest {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final ManualTime time = new ManualTime();
  private final SignalRouter router = new InProcessSignalRouter();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Map<Address, EntitlementResult> entitlements = new HashMap<>();
  private final FakeRelay ice = new FakeRelay();
  private final FakeSafety safety = new FakeSafety();
  private final Encounters encounters =
      new Encounters(
          new Encounters.Seams(new InProcessLobby(), router, time),
          new Chain(),
          safety,
          () ->
              new EncounterRules(
                  Duration.ofSeconds(20),
                  LIMIT,
                  Duration.ofSeconds(20),
                  Duration.ofSeconds(60),
                  EncountersTest::unsigned,
                  ice),
          ice,
          new EncounterProperties(
              Duration.ofSeconds(20),
              Duration.ofSeconds(20),
              Duration.ofSeconds(60),
              Duration.ofSeconds(30),
              Duration.ofSeconds(3),
              Duration.ofSeconds(1),
              0,
              Duration.ofSeconds(5)),
          Duration.ofMinutes(10),
          meters,
          new RevivalTickets(Seal.random()),
          time);

  @Test
  void runsTheClockOnlyWhenBothSeeEachOther() {
    Pair pair = match();
    pair.one.decoded();
    time.pass(Duration.ofSeconds(19));
    pair.one.hasHeardNothing();
    pair.two.decoded();
    pair.one.hears(live(pair, 1));
    pair.two.hears(live(pair, 1));
    time.pass(LIMIT.minusMillis(1));
    pair.one.hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    pair.one.hears(new ServerMessage.Asking(pair.id, 20));
    pair.two.hears(new ServerMessage.Asking(pair.id, 20));
  }

  @Test
  void putsBothAtTheFrontWhenTheyNeverSeeEachOther() {
    Pair pair = match();
    Person third = person();
    third.join("something else");
    pair.one.decoded();
    time.pass(Duration.ofSeconds(20));
    for (Person person : List.of(pair.one, pair.two)) {
      person.hears(new ServerMessage.Ended(pair.id, EndReason.FAILED));
    }
    pair.one.hears(new ServerMessage.Waiting(1, false));
    pair.two.hears(new ServerMessage.Waiting(2, false));
    // Not with each other again, and ahead of a fourth who has waited longer.
    Person fourth = person();
    fourth.join("something quite different");
    time.pass(Duration.ofSeconds(6));
    third.hearsLater(ServerMessage.Matched.class);
    pair.one.hearsLater(ServerMessage.Matched.class);
    pair.two.hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void startsAnotherRoundWhenBothWantIt() {
    Pair pair = live();
    time.pass(LIMIT);
    pair.drain();
    pair.one.again(true);
    pair.one.hasHeardNothing();
    pair.two.again(true);
    pair.one.hears(live(pair, 2));
    pair.two.hears(live(pair, 2));
    time.pass(LIMIT);
    pair.one.hears(new ServerMessage.Asking(pair.id, 20));
  }

  @Test
  void endsForBothAtTheFirstNo() {
    Pair pair = live();
    time.pass(LIMIT);
    pair.drain();
    pair.one.again(true);
    pair.two.again(false);
    pair.bothHearEnd(EndReason.DECLINED, EndReason.DECLINED);
  }

  @Test
  void endsWhenAnAnswerDoesNotCome() {
    Pair pair = live();
    time.pass(LIMIT);
    pair.drain();
    pair.one.again(true);
    time.pass(Duration.ofSeconds(20));
    pair.bothHearEnd(EndReason.UNANSWERED, EndReason.UNANSWERED);
  }

  @Test
  void finishesTheRoundOfWhoLosesTheEntitlementAndStartsNoOther() {
    Pair pair = live();
    entitlements.put(pair.one.wallet, nothing());
    encounters.entitlementChanged(pair.one.wallet);
    time.pass(LIMIT.minusMillis(1));
    pair.one.hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    pair.drain();
    pair.one.again(true);
    pair.two.again(true);
    pair.one.hears(ServerMessage.Problem.of(ErrorCode.ENTITLEMENT_REQUIRED));
    pair.bothHearEnd(EndReason.LIMIT, EndReason.LIMIT);
  }

  @Test
  void failsClosedWhenTheChainIsStaleOrDown() {
    Person one = person();
    entitlements.put(one.wallet, new EntitlementResult.ChainStale(Duration.ofMinutes(2)));
    one.join();
    one.hears(ServerMessage.Problem.of(ErrorCode.CHAIN_STALE));
    entitlements.put(one.wallet, new EntitlementResult.ChainDown());
    one.join();
    one.hears(ServerMessage.Problem.of(ErrorCode.CHAIN_DOWN));
  }

  @Test
  void checksAgainBeforeTheNextEncounter() {
    Pair pair = live();
    entitlements.put(pair.one.wallet, nothing());
    pair.one.next();
    pair.bothHearEnd(EndReason.NEXT, EndReason.PEER_NEXT);
    pair.one.hears(ServerMessage.Problem.of(ErrorCode.ENTITLEMENT_REQUIRED));
  }

  @Test
  void waitsAgainAfterNextAndIsIdleAfterThePeersNext() {
    Pair pair = live();
    pair.one.next();
    pair.bothHearEnd(EndReason.NEXT, EndReason.PEER_NEXT);
    pair.one.hears(new ServerMessage.Waiting(0, false));
    pair.two.hasHeardNothing();
    pair.two.join();
    pair.two.hears(new ServerMessage.Waiting(1, false));
  }

  @Test
  void neverMatchesTheSameTwoTwiceInARow() {
    Pair pair = live();
    pair.one.leave();
    pair.bothHearEnd(EndReason.LEFT, EndReason.PEER_LEFT);
    pair.one.join();
    pair.two.join();
    time.pass(Duration.ofMinutes(1));
    assertThat(pair.one.heard).noneMatch(ServerMessage.Matched.class::isInstance);
    Person third = person();
    third.join();
    third.hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void endsForThePeerWhenAConnectionOrASessionEnds() {
    Pair pair = live();
    encounters.lost(pair.one.participant);
    pair.two.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LOST));
    pair.one.hasHeardNothing();
    Pair other = live();
    encounters.signedOut(other.one.participant);
    other.bothHearEnd(EndReason.SIGNED_OUT, EndReason.PEER_LEFT);
  }

  @Test
  void keepsTheSeatOfWhoIsAwayAndTellsThePeer() {
    Pair pair = live();
    encounters.away(pair.one.participant);
    pair.two.hears(new ServerMessage.PeerAway(pair.id));
    encounters.back(pair.one.participant);
    pair.two.hears(new ServerMessage.PeerBack(pair.id));
    pair.one.hasHeardNothing();
    time.pass(LIMIT);
    pair.one.hears(new ServerMessage.Asking(pair.id, 20));
    pair.two.hears(new ServerMessage.Asking(pair.id, 20));
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
    encounters.away(pair.one.participant);
    time.pass(Duration.ofSeconds(20));
    pair.one.hears(new ServerMessage.Ended(pair.id, EndReason.FAILED));
    pair.one.hasHeardNothing();
    Person third = person();
    encounters.back(pair.one.participant);
    pair.one.hears(new ServerMessage.Waiting(1, false));
    pair.two.leave();
    third.join();
    time.pass(Duration.ofSeconds(6));
    pair.one.hearsLater(ServerMessage.Matched.class);
  }

  @Test
  void givesUpTheSeatOfWhoIsAwayWhenTheSameWalletJoinsElsewhere() {
    Pair pair = live();
    encounters.away(pair.one.participant);
    pair.drain();
    Person otherTab = new Person(pair.one.wallet);
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
    entitlements.put(person.wallet, nothing());
    encounters.back(person.participant);
    person.hears(ServerMessage.Problem.of(ErrorCode.ENTITLEMENT_REQUIRED));
    assertThat(encounters.isIdle(person.participant)).isTrue();
  }

  @Test
  void relaysWithinThePairUnderItsOwnStamp() {
    Pair pair = match();
    Person stranger = person();
    Payload payload = payload();
    encounters.relay(pair.one.participant, new ClientMessage.Signal(pair.id, payload));
    pair.two.hears(new ServerMessage.Signal(pair.id, pair.stampOfOne, payload));
    encounters.relay(stranger.participant, new ClientMessage.Signal(pair.id, payload));
    stranger.hears(ServerMessage.Problem.of(ErrorCode.NOT_IN_ENCOUNTER));
    pair.one.hasHeardNothing();
    pair.two.hasHeardNothing();
  }

  @Test
  void dropsWhatComesLateForTheLastEncounter() {
    Pair pair = match();
    pair.one.leave();
    pair.drain();
    encounters.relay(pair.two.participant, new ClientMessage.Signal(pair.id, payload()));
    pair.two.next();
    pair.one.hasHeardNothing();
    pair.two.hasHeardNothing();
  }

  @Test
  void refusesWhatDoesNotFitTheState() {
    Pair pair = match();
    pair.one.again(true);
    pair.one.hears(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
    pair.one.join();
    pair.one.hears(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
    Person waiting = person();
    waiting.join();
    waiting.drain();
    waiting.join();
    waiting.hears(ServerMessage.Problem.of(ErrorCode.ALREADY_WAITING));
    Person otherTab = new Person(waiting.wallet);
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
    pair.one.report();
    pair.bothHearEnd(EndReason.REPORTED, EndReason.PEER_LEFT);
    pair.one.hears(new ServerMessage.Reported(pair.id, "receipt 1"));
    pair.one.hasHeardNothing();
    pair.two.hasHeardNothing();
    assertThat(safety.reports)
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.reporter()).isEqualTo(pair.one.wallet);
              assertThat(said.reported()).isEqualTo(pair.two.wallet);
            });
    pair.one.join();
    pair.one.hears(new ServerMessage.Waiting(0, false));
  }

  @Test
  void anEncounterCanBeReportedForAWhileAfterItsEndByThoseTwoOnly() {
    Pair pair = live();
    pair.one.leave();
    pair.drain();
    Person stranger = person();
    stranger.report(pair.id);
    stranger.hears(ServerMessage.Problem.about(pair.id, ErrorCode.TOO_LATE));
    time.pass(Duration.ofMinutes(10));
    pair.two.report();
    pair.two.hears(new ServerMessage.Reported(pair.id, "receipt 1"));
    time.pass(Duration.ofMillis(1));
    pair.one.report();
    pair.one.hears(ServerMessage.Problem.about(pair.id, ErrorCode.TOO_LATE));
    assertThat(safety.reports).hasSize(1);
  }

  @Test
  void anotherConnectionOfTheWalletCanReportWhatHasEnded() {
    Pair pair = live();
    encounters.lost(pair.one.participant);
    Person again = new Person(pair.one.wallet);
    again.report(pair.id);
    again.hears(new ServerMessage.Reported(pair.id, "receipt 1"));
  }

  @Test
  void nothingIsConfirmedThatIsNotStoredAndItCanBeSaidAgain() {
    Pair pair = live();
    safety.gone(true);
    pair.one.report();
    pair.bothHearEnd(EndReason.REPORTED, EndReason.PEER_LEFT);
    pair.one.hears(ServerMessage.Problem.about(pair.id, ErrorCode.STORE_DOWN));
    pair.one.block();
    pair.one.hears(ServerMessage.Problem.about(pair.id, ErrorCode.STORE_DOWN));
    safety.gone(false);
    pair.one.report();
    pair.one.hears(new ServerMessage.Reported(pair.id, "receipt 1"));
  }

  @Test
  void whoBlocksSomebodyNeverMeetsThemAgainAlthoughNobodyElseWaits() {
    Pair pair = live();
    pair.one.block();
    pair.bothHearEnd(EndReason.BLOCKED, EndReason.PEER_LEFT);
    pair.one.hears(new ServerMessage.Blocked(pair.id));
    meetSomebodyElse(pair.one);
    meetSomebodyElse(pair.two);
    pair.two.join();
    pair.one.join();
    pair.drain();
    time.pass(Duration.ofMinutes(1));
    pair.one.hasHeardNothing();
    pair.two.hasHeardNothing();
  }

  @Test
  void aBlockHoldsAlsoForAWaitThatHasBegunBeforeIt() {
    Pair pair = live();
    pair.one.leave();
    meetSomebodyElse(pair.one);
    meetSomebodyElse(pair.two);
    pair.drain();
    pair.one.join("jazz");
    pair.one.block(pair.id);
    pair.one.hearsLater(ServerMessage.Blocked.class);
    pair.two.join("jazz");
    time.pass(Duration.ofMinutes(1));
    assertThat(pair.one.heard).noneMatch(ServerMessage.Matched.class::isInstance);
    assertThat(pair.two.heard).noneMatch(ServerMessage.Matched.class::isInstance);
    person().join("jazz");
    pair.one.hearsLater(ServerMessage.Matched.class);
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
    pair.one.again(true);
    pair.two.again(true);
    pair.one.hears(live(pair, 2));
    pair.two.hears(live(pair, 2));
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
    pair.two.next();
    pair.bothHearEnd(EndReason.PEER_NEXT, EndReason.NEXT);
    pair.two.hears(new ServerMessage.Waiting(0, false));
    safety.nextReportCoolsDown(pair.two.wallet, until);
    pair.one.report();
    pair.one.hears(new ServerMessage.Reported(pair.id, "receipt 1"));
    pair.two.hears(new ServerMessage.Cooldown(until, CooldownReason.REPORTS));
    assertThat(meters.get("passerby.waiting").gauge().value()).isZero();
  }

  @Test
  void whoCoolsDownFinishesTheRoundAndStartsNoOther() {
    Instant until = time.instant().plus(Duration.ofHours(1));
    Pair pair = live();
    safety.coolDown(pair.two.wallet, until);
    time.pass(LIMIT);
    pair.drain();
    pair.one.again(true);
    pair.two.again(true);
    pair.two.hears(new ServerMessage.Cooldown(until, CooldownReason.REPORTS));
    pair.bothHearEnd(EndReason.LIMIT, EndReason.LIMIT);
  }

  @Test
  void leavesNothingBehind() {
    Pair pair = live();
    assertThat(meters.get("passerby.live").gauge().value()).isEqualTo(1);
    pair.one.leave();
    Person waiting = person();
    waiting.join("jazz");
    encounters.lost(waiting.participant);
    Person away = person();
    away.join("tea");
    encounters.away(away.participant);
    encounters.lost(away.participant);
    assertThat(encounters.isIdle(away.participant)).isTrue();
    assertThat(time.alarms()).isZero();
    assertThat(meters.get("passerby.live").gauge().value()).isZero();
    assertThat(meters.get("passerby.waiting").gauge().value()).isZero();
    assertThat(meters.get("passerby.matched").counter().count()).isEqualTo(1);
  }

  @Test
  void closesARoundsAllocationsAtItsLimitAndGivesTheNextRoundOthers() {
    Pair pair = live();
    assertThat(ice.given).containsExactly(pair.id + ".1");
    assertThat(ice.closed).isEmpty();
    time.pass(LIMIT);
    assertThat(ice.closed).containsExactly(pair.id + ".1");
    pair.drain();
    pair.one.again(true);
    pair.two.again(true);
    List<ServerMessage.Ice> fresh = pair.one.hearsLater(ServerMessage.Live.class).iceServers();
    assertThat(fresh).extracting(ServerMessage.Ice::username).containsExactly(pair.id + ".2");
    assertThat(pair.two.hearsLater(ServerMessage.Live.class).iceServers()).isEqualTo(fresh);
    pair.two.leave();
    assertThat(ice.closed).containsExactly(pair.id + ".1", pair.id + ".2");
  }

  @Test
  void closesAllocationsHoweverAnEncounterEnds() {
    List<Consumer<Pair>> ends =
        List.of(
            pair -> pair.one.next(),
            pair -> pair.two.leave(),
            pair -> encounters.lost(pair.one.participant),
            pair -> encounters.signedOut(pair.two.participant),
            pair -> time.pass(Duration.ofSeconds(20)));
    for (Consumer<Pair> end : ends) {
      Pair pair = match();
      end.accept(pair);
      assertThat(ice.closed).last().isEqualTo(pair.id + ".1");
      pair.one.leave();
      pair.two.leave();
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
    var grant = unsigned(pair.id + "#" + round, time.instant(), LIMIT);
    List<ServerMessage.Ice> fresh =
        round == 1
            ? List.of()
            : List.of(new ServerMessage.Ice(List.of("turn:relay"), pair.id + "." + round, "key"));
    return new ServerMessage.Live(pair.id, 300, 300_000, round, grant, fresh);
  }

  /** Grants as the node's, but for the signature. */
  private static ServerMessage.Grant unsigned(String session, Instant startsAt, Duration length) {
    long from = startsAt.getEpochSecond();
    return new ServerMessage.Grant("node", session, from, from + length.toSeconds(), "signed");
  }

  private Pair match() {
    Person one = person();
    Person two = person();
    String interest = "interest " + Person.count;
    one.join(interest);
    two.join(interest);
    var toOne = one.hearsLater(ServerMessage.Matched.class);
    var toTwo = two.hearsLater(ServerMessage.Matched.class);
    assertThat(toOne.encounter()).isEqualTo(toTwo.encounter());
    assertThat(toOne.polite()).isNotEqualTo(toTwo.polite());
    assertThat(toOne.sharedInterests()).containsExactly(interest);
    return new Pair(one, two, toOne.encounter(), toTwo.peer());
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

  private Pair live() {
    Pair pair = match();
    pair.one.decoded();
    pair.two.decoded();
    pair.drain();
    return pair;
  }

  private Person person() {
    return new Person(new Address("0x%040x".formatted(++Person.count)));
  }

  private record Pair(Person one, Person two, String id, String stampOfOne) {

    void drain() {
      one.drain();
      two.drain();
    }

    void bothHearEnd(EndReason toOne, EndReason toTwo) {
      one.hears(new ServerMessage.Ended(id, toOne));
      two.hears(new ServerMessage.Ended(id, toTwo));
    }
  }

  private final class Person {

    static int count; // so that every wallet is another

    final Address wallet;
    final Participant participant;
    final Deque<ServerMessage> heard = new ArrayDeque<>();
    private String encounter = "";

    Person(Address wallet) {
      String connection = "connection " + wallet.value() + "." + ++count;
      this.wallet = wallet;
      this.participant = encounters.arrive(connection, wallet);
      router.attach(
          connection,
          message -> {
            heard.add(message);
            if (message instanceof ServerMessage.Matched matched) {
              encounter = matched.encounter();
            }
          });
    }

    void join(String... interests) {
      encounters.join(participant, new ClientMessage.Join(List.of(interests), List.of(), false));
    }

    void joinHidden(String interest) {
      encounters.join(participant, new ClientMessage.Join(List.of(interest), List.of(), true));
    }

    void signals(String json) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      encounters.relay(
          participant, new ClientMessage.Signal(encounter, new Payload(bytes, 0, bytes.length)));
    }

    void leave() {
      encounters.leave(participant);
    }

    void next() {
      encounters.next(participant, new ClientMessage.Next(encounter));
    }

    void decoded() {
      encounters.decoded(participant, new ClientMessage.Decoded(encounter));
    }

    void report() {
      report(encounter);
    }

    void report(String encounter) {
      encounters.report(
          participant, new ClientMessage.Report(encounter, ReportCategory.SPAM, null));
    }

    void block() {
      block(encounter);
    }

    void block(String encounter) {
      encounters.block(participant, new ClientMessage.Block(encounter));
    }

    void again(boolean yes) {
      encounters.again(participant, new ClientMessage.Again(encounter, yes));
    }

    void hears(ServerMessage expected) {
      ServerMessage next = heard.poll();
      // A ticket is another one each time: what is in it is for RevivalsTest.
      assertThat(next instanceof ServerMessage.Live live ? live.with(null) : next)
          .isEqualTo(expected);
    }

    /** Passes over what else was said before. */
    <T extends ServerMessage> T hearsLater(Class<T> type) {
      while (true) {
        ServerMessage next = heard.poll();
        assertThat(next).as("a %s", type.getSimpleName()).isNotNull();
        if (type.isInstance(next)) {
          return type.cast(next);
        }
      }
    }

    void hasHeardNothing() {
      assertThat(heard).isEmpty();
    }

    void drain() {
      heard.clear();
    }
  }

  private final class Chain implements Entitlements {

    @Override
    public Mono<EntitlementResult> of(Address wallet) {
      return Mono.just(
          entitlements.getOrDefault(
              wallet, new EntitlementResult.Known(new Entitlement(true, 0, Set.of()))));
    }

    @Override
    public Flux<Address> changed() {
      return Flux.never();
    }
  }
}
