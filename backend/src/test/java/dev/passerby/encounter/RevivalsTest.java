package dev.passerby.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.Payload;
import dev.passerby.protocol.ReportCategory;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.store.Seal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of a round whose service is killed and started again, on a clock that is moved. */
class RevivalsTest {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final ManualTime time = new ManualTime();
  private final FakeRelay ice = new FakeRelay();
  private final FakeSafety safety = new FakeSafety();
  private final Seal seal = Seal.random();
  private Service service = new Service(seal);

  @Test
  void goesOnWhereItWasOnceBothAreBack() {
    Pair pair = live();
    time.pass(Duration.ofSeconds(100));
    restart(Duration.ofSeconds(10));
    pair.one.comeBack();
    pair.one.revive();
    pair.one.hears(new ServerMessage.PeerAway(pair.id));
    time.pass(Duration.ofSeconds(5));
    pair.two.comeBack();
    pair.two.revive();
    for (Person person : List.of(pair.one, pair.two)) {
      person.hearsRevived(pair.id, 1, LIMIT.minusSeconds(115));
      person.hasHeardNothing();
    }
    time.pass(LIMIT.minusSeconds(115).minusMillis(1));
    pair.one.hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    pair.one.hears(new ServerMessage.Asking(pair.id, 20));
    pair.two.hears(new ServerMessage.Asking(pair.id, 20));
    assertThat(ice.closed).containsExactly(pair.id + ".1");
    pair.one.again();
    pair.two.again();
    assertThat(pair.one.hearsLater(ServerMessage.Live.class).round()).isEqualTo(2);
    assertThat(pair.two.hearsLater(ServerMessage.Live.class).round()).isEqualTo(2);
  }

  @Test
  void itDoesNotMatterWhoComesFirstAndStampsStayWhatTheyWere() {
    Pair pair = live();
    restart(Duration.ofSeconds(3));
    pair.two.comeBack();
    pair.two.revive();
    pair.one.comeBack();
    pair.one.revive();
    pair.two.hears(new ServerMessage.PeerAway(pair.id));
    pair.two.hearsLater(ServerMessage.Revived.class);
    pair.one.hearsLater(ServerMessage.Revived.class);
    pair.one.signal();
    pair.two.hears(new ServerMessage.Signal(pair.id, pair.stampOfOne, payload()));
    pair.two.signal();
    assertThat(pair.one.hearsLater(ServerMessage.Signal.class).from()).isEqualTo(pair.stampOfTwo);
  }

  @Test
  void goesOnAfterOneRestartAndAfterAnother() {
    Pair pair = revived(live());
    restart(Duration.ofSeconds(3));
    bothBack(pair);
    pair.one.hearsRevived(pair.id, 1, LIMIT.minusSeconds(6));
  }

  @Test
  void endsWhenOnlyOneComesBack() {
    Pair pair = live();
    restart(Duration.ofSeconds(3));
    pair.one.comeBack();
    pair.one.revive();
    pair.one.hears(new ServerMessage.PeerAway(pair.id));
    time.pass(GRACE.minusMillis(1));
    pair.one.hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    pair.one.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LEFT));
    assertThat(ice.closed).containsExactly(pair.id + ".1");
    pair.two.comeBack();
    pair.two.revive();
    pair.two.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LEFT));
    pair.two.join();
    pair.two.hearsLater(ServerMessage.Waiting.class);
  }

  @Test
  void isOverForTheSecondWhenTheFirstHasGoneOn() {
    Pair pair = live();
    restart(Duration.ofSeconds(3));
    pair.one.comeBack();
    pair.one.revive();
    pair.one.next();
    pair.one.hearsLater(ServerMessage.Ended.class);
    pair.one.hears(new ServerMessage.Waiting(0, false));
    pair.two.comeBack();
    pair.two.revive();
    pair.two.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LEFT));
  }

  @Test
  void endsAtItsEndWhicheverOfTheTwoIsMissing() {
    Pair pair = live();
    time.pass(LIMIT.minusSeconds(5));
    restart(Duration.ofSeconds(20));
    pair.one.comeBack();
    pair.one.revive();
    pair.one.hears(new ServerMessage.PeerAway(pair.id));
    time.pass(Duration.ZERO);
    pair.one.hears(new ServerMessage.Asking(pair.id, 20));
    time.pass(Duration.ofSeconds(8));
    pair.two.comeBack();
    pair.two.revive();
    pair.two.hearsRevived(pair.id, 1, Duration.ZERO);
    pair.two.hears(new ServerMessage.Asking(pair.id, 12));
    time.pass(Duration.ofSeconds(12));
    pair.two.hears(new ServerMessage.Ended(pair.id, EndReason.UNANSWERED));
  }

  @Test
  void aTicketIsGoodOnceInARun() {
    Pair pair = live();
    restart(Duration.ofSeconds(3));
    String ticket = pair.one.ticket;
    pair.one.comeBack();
    pair.one.revive();
    pair.one.drain();
    Person otherTab = service.person(pair.one.wallet);
    otherTab.revive(ticket);
    otherTab.isRefused();
    pair.one.leave();
    pair.one.drain();
    pair.one.revive(ticket);
    pair.one.isRefused();
    pair.two.comeBack();
    pair.two.revive();
    pair.two.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LEFT));
  }

  @Test
  void aTicketOfThisRunIsOfNoUse() {
    Pair pair = live();
    pair.one.leave();
    pair.one.drain();
    pair.one.revive();
    pair.one.isRefused();
    pair = revived(live());
    service.encounters.lost(pair.one.participant);
    pair.one.comeBack();
    pair.one.revive();
    pair.one.isRefused();
  }

  @Test
  void aTicketIsOfNoUseToAnotherWalletAndNotWhenItWasChanged() {
    Pair pair = live();
    restart(Duration.ofSeconds(3));
    Person thief = service.person();
    thief.revive(pair.one.ticket);
    thief.isRefused();
    pair.one.comeBack();
    pair.one.revive(pair.two.ticket);
    pair.one.isRefused();
    StringBuilder changed = new StringBuilder(pair.one.ticket);
    int middle = changed.length() / 2;
    changed.setCharAt(middle, changed.charAt(middle) == 'A' ? 'B' : 'A');
    pair.one.revive(changed.toString());
    pair.one.isRefused();
    pair.one.revive("a ticket");
    pair.one.isRefused();
    service = new Service(Seal.random());
    pair.one.comeBack();
    pair.one.revive();
    pair.one.isRefused();
  }

  @Test
  void aTicketRunsOutWithItsRoundItsPausesAndTheGrace() {
    Pair pair = live();
    time.pass(LIMIT.minusSeconds(1));
    restart(Duration.ofSeconds(1).plus(PAUSE).plus(GRACE).minusMillis(1));
    pair.one.comeBack();
    pair.one.revive();
    pair.one.hears(new ServerMessage.PeerAway(pair.id));
    time.pass(Duration.ofMillis(1));
    pair.two.comeBack();
    pair.two.revive();
    pair.two.isRefused();
  }

  @Test
  void whoMeetsSomebodyElseHasLeft() {
    Pair pair = live();
    restart(Duration.ofSeconds(3));
    pair.one.comeBack();
    pair.one.revive();
    pair.one.hears(new ServerMessage.PeerAway(pair.id));
    Person elsewhere = service.person(pair.two.wallet);
    elsewhere.join();
    pair.one.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LEFT));
    elsewhere.leave();
    pair.two.comeBack();
    pair.two.revive();
    pair.two.isRefused();
  }

  @Test
  void whoHasGoneOnBeforeTheFirstComesBackHasLeft() {
    Pair pair = live();
    restart(Duration.ofSeconds(3));
    Person elsewhere = service.person(pair.two.wallet);
    elsewhere.join();
    pair.one.comeBack();
    pair.one.revive();
    pair.one.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LEFT));
    pair.one.join();
    pair.one.hearsLater(ServerMessage.Waiting.class);
  }

  @Test
  void nobodyIsInTwo() {
    Pair pair = live();
    Person third = service.person();
    restart(Duration.ofSeconds(3));
    pair.one.comeBack();
    third.comeBack();
    pair.one.join();
    third.join();
    pair.one.hearsLater(ServerMessage.Matched.class);
    pair.one.revive();
    pair.one.isRefused();
    pair.two.comeBack();
    pair.two.revive();
    pair.two.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LEFT));

    Pair other = live();
    restart(Duration.ofSeconds(3));
    other.one.comeBack();
    other.one.revive();
    other.one.drain();
    Person otherTab = service.person(other.one.wallet);
    otherTab.join();
    otherTab.hears(ServerMessage.Problem.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE));
    other.one.join();
    other.one.hears(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
  }

  @Test
  void aReportAndABlockReachTheOther() {
    Pair pair = revived(live());
    pair.one.report();
    pair.one.hears(new ServerMessage.Ended(pair.id, EndReason.REPORTED));
    pair.one.hears(new ServerMessage.Reported(pair.id, "receipt 1"));
    pair.two.hears(new ServerMessage.Ended(pair.id, EndReason.PEER_LEFT));
    assertThat(safety.reports.getFirst().reported()).isEqualTo(pair.two.wallet);
    assertThat(ice.closed).containsExactly(pair.id + ".1");
    pair.two.block();
    pair.two.hears(new ServerMessage.Blocked(pair.id));

    Pair alone = live();
    restart(Duration.ofSeconds(3));
    alone.one.comeBack();
    alone.one.revive();
    alone.one.drain();
    alone.one.block();
    alone.one.hears(new ServerMessage.Ended(alone.id, EndReason.BLOCKED));
    alone.one.hears(new ServerMessage.Blocked(alone.id));
    alone.two.comeBack();
    alone.two.revive();
    alone.two.hears(new ServerMessage.Ended(alone.id, EndReason.PEER_LEFT));
  }

  @Test
  void addressesStayHidden() {
    Person open = service.person();
    Person hidden = service.person();
    open.join();
    hidden.joinHidden();
    Pair pair = revived(see(open, hidden));
    pair.one.signal("{\"candidate\":{\"candidate\":\"candidate:1 1 udp 9 10.1.2.3 4 typ host\"}}");
    pair.two.hasHeardNothing();
  }

  @Test
  void theTwoAreNotPairedAgainAtOnce() {
    Pair pair = revived(live());
    pair.one.leave();
    pair.drain();
    pair.one.join();
    pair.two.join();
    assertThat(pair.one.heard).noneMatch(ServerMessage.Matched.class::isInstance);
  }

  @Test
  void pausesCountAsBeforeTheRestart() {
    Pair pair = live();
    time.pass(Duration.ofSeconds(100));
    pair.one.stalled();
    time.pass(Duration.ofSeconds(40));
    pair.one.decoded();
    pair.drain();
    restart(Duration.ofSeconds(10));
    bothBack(pair);
    pair.one.hearsRevived(pair.id, 1, LIMIT.minusSeconds(110));
    pair.two.drain();
    pair.two.stalled();
    pair.two.hears(new ServerMessage.Paused(pair.id, LIMIT.minusSeconds(110).toMillis(), 20_000));
  }

  @Test
  void aServiceThatStopsInOrderLeavesRoundsToTheirTicketsAndEndsTheRest() {
    Pair pair = live();
    Pair connecting = match();
    service.encounters.stopMatching();
    for (Person person : List.of(pair.one, pair.two, connecting.one, connecting.two)) {
      service.encounters.goingAway(person.participant);
      service.encounters.lost(person.participant);
    }
    pair.one.hasHeardNothing();
    pair.two.hasHeardNothing();
    connecting.one.hears(new ServerMessage.Ended(connecting.id, EndReason.GOING_AWAY));
    assertThat(ice.closed).containsExactly(connecting.id + ".1");
    restart(Duration.ofSeconds(3));
    bothBack(pair);
    pair.one.hearsRevived(pair.id, 1, LIMIT.minusSeconds(3));
  }

  @Test
  void aTicketPrintsNoWallet() {
    Pair pair = live();
    RevivalTicket ticket = new RevivalTickets(seal).open(pair.one.ticket).orElseThrow();
    assertThat(ticket.wallet()).isEqualTo(pair.one.wallet);
    assertThat(ticket.toString())
        .doesNotContain(pair.one.wallet.value())
        .doesNotContain(pair.two.wallet.value());
    assertThat(new ClientMessage.Revive(pair.one.ticket, anybody(false)).toString())
        .doesNotContain(pair.one.ticket);
  }

  private Pair match() {
    Person one = service.person();
    Person two = service.person();
    one.join();
    two.join();
    var toOne = one.hearsLater(ServerMessage.Matched.class);
    var toTwo = two.hearsLater(ServerMessage.Matched.class);
    return new Pair(one, two, toOne.encounter(), toTwo.peer(), toOne.peer());
  }

  private Pair live() {
    Person one = service.person();
    Person two = service.person();
    one.join();
    two.join();
    return see(one, two);
  }

  private Pair see(Person one, Person two) {
    var toOne = one.hearsLater(ServerMessage.Matched.class);
    var toTwo = two.hearsLater(ServerMessage.Matched.class);
    one.decoded();
    two.decoded();
    var pair = new Pair(one, two, toOne.encounter(), toTwo.peer(), toOne.peer());
    pair.drain();
    return pair;
  }

  private Pair revived(Pair pair) {
    restart(Duration.ofSeconds(3));
    bothBack(pair);
    pair.drain();
    return pair;
  }

  private void bothBack(Pair pair) {
    pair.one.comeBack();
    pair.one.revive();
    pair.one.drain();
    pair.two.comeBack();
    pair.two.revive();
  }

  /** Kills the service, and starts another one after this time. */
  private void restart(Duration down) {
    time.forgetAlarms();
    time.pass(down);
    service = new Service(seal);
  }

  private static ClientMessage.Join anybody(boolean hideAddress) {
    return new ClientMessage.Join(List.of(), List.of(), hideAddress);
  }

  private static Payload payload() {
    return payload("{}");
  }

  private static Payload payload(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Payload(bytes, 0, bytes.length);
  }

  private record Pair(Person one, Person two, String id, String stampOfOne, String stampOfTwo) {

    void drain() {
      one.drain();
      two.drain();
    }
  }

  /** One run of the service. */
  private final class Service {

    final SignalRouter router = new InProcessSignalRouter();
    final Encounters encounters;

    Service(Seal seal) {
      this.encounters =
          new Encounters(
              new Encounters.Seams(new InProcessLobby(), router, time),
              new EverybodyMay(),
              safety,
              () ->
                  new EncounterRules(
                      Duration.ofSeconds(20),
                      LIMIT,
                      Duration.ofSeconds(20),
                      PAUSE,
                      (session, startsAt, length) ->
                          new ServerMessage.Grant("node", session, 0, 0, "signed"),
                      ice),
              ice,
              new EncounterProperties(
                  Duration.ofSeconds(20),
                  Duration.ofSeconds(20),
                  PAUSE,
                  GRACE,
                  Duration.ofSeconds(3),
                  Duration.ofSeconds(1),
                  0,
                  Duration.ofSeconds(5)),
              Duration.ofMinutes(10),
              new SimpleMeterRegistry(),
              new RevivalTickets(seal),
              time);
    }

    Person person() {
      return person(new Address("0x%040x".formatted(++Person.count)));
    }

    Person person(Address wallet) {
      return new Person(wallet);
    }
  }

  /** A page that keeps its ticket, and its line to the run of the service that it came to. */
  private final class Person {

    static int count;

    final Address wallet;
    final Deque<ServerMessage> heard = new ArrayDeque<>();
    Participant participant;
    String ticket = "";
    private String encounter = "";

    Person(Address wallet) {
      this.wallet = wallet;
      this.participant = arrive();
    }

    /** On a new line. */
    void comeBack() {
      drain();
      participant = arrive();
    }

    private Participant arrive() {
      String connection = "connection " + ++count;
      service.router.attach(connection, this::hear);
      return service.encounters.arrive(connection, wallet);
    }

    private void hear(ServerMessage message) {
      heard.add(message);
      switch (message) {
        case ServerMessage.Matched matched -> encounter = matched.encounter();
        case ServerMessage.Live live -> ticket = Objects.requireNonNull(live.revival());
        case ServerMessage.Continued continued ->
            ticket = Objects.requireNonNull(continued.revival());
        case ServerMessage.Revived revived -> ticket = revived.revival();
        default -> {}
      }
    }

    void join() {
      service.encounters.join(participant, anybody(false));
    }

    void joinHidden() {
      service.encounters.join(participant, anybody(true));
    }

    void decoded() {
      service.encounters.decoded(participant, new ClientMessage.Decoded(encounter));
    }

    void stalled() {
      service.encounters.stalled(participant, new ClientMessage.Stalled(encounter));
    }

    void revive() {
      revive(ticket);
    }

    void revive(String with) {
      service.encounters.revive(participant, new ClientMessage.Revive(with, anybody(false)));
    }

    void signal() {
      signal("{}");
    }

    void signal(String json) {
      service.encounters.relay(participant, new ClientMessage.Signal(encounter, payload(json)));
    }

    void next() {
      service.encounters.next(participant, new ClientMessage.Next(encounter));
    }

    void leave() {
      service.encounters.leave(participant);
    }

    void again() {
      service.encounters.again(participant, new ClientMessage.Again(encounter, true));
    }

    void report() {
      service.encounters.report(
          participant, new ClientMessage.Report(encounter, ReportCategory.SPAM, null));
    }

    void block() {
      service.encounters.block(participant, new ClientMessage.Block(encounter));
    }

    void isRefused() {
      hears(ServerMessage.Problem.of(ErrorCode.REVIVAL_UNKNOWN));
    }

    void hears(ServerMessage expected) {
      assertThat(heard.poll()).isEqualTo(expected);
    }

    void hearsRevived(String id, int round, Duration left) {
      var revived = hearsLater(ServerMessage.Revived.class);
      assertThat(revived.encounter()).isEqualTo(id);
      assertThat(revived.round()).isEqualTo(round);
      assertThat(revived.remainingMillis()).isEqualTo(left.toMillis());
    }

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

  private static final class EverybodyMay implements Entitlements {

    @Override
    public Mono<EntitlementResult> of(Address wallet) {
      return Mono.just(new EntitlementResult.Known(new Entitlement(true, 0, Set.of())));
    }

    @Override
    public Flux<Address> changed() {
      return Flux.never();
    }
  }
}
