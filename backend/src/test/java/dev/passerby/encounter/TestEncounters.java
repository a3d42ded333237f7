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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Encounters on a clock that stands still until it is moved, and people to have them. */
final class TestEncounters {

  static final Duration LIMIT = Duration.ofMinutes(5);
  static final Duration PAUSE = Duration.ofSeconds(60);
  static final Duration GRACE = Duration.ofSeconds(30);

  final ManualTime time = new ManualTime();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Map<Address, EntitlementResult> entitlements = new HashMap<>();
  final FakeRelay ice = new FakeRelay();
  final FakeSafety safety = new FakeSafety();
  private final Seal seal = Seal.random();
  private SignalRouter router = new InProcessSignalRouter();
  Encounters encounters = service(seal);

  private Encounters service(Seal seal) {
    return new Encounters(
        new Encounters.Seams(new InProcessLobby(), router, time),
        new Chain(),
        safety,
        this::rules,
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
        meters,
        new RevivalTickets(seal),
        time);
  }

  /** Kills the service, and starts another one after this time; nobody's line outlives it. */
  void restart(Duration down) {
    restart(down, seal);
  }

  /** The same, and the new one does not know the old one's tickets. */
  void restartForgetful(Duration down) {
    restart(down, Seal.random());
  }

  private void restart(Duration down, Seal seal) {
    time.forgetAlarms();
    time.pass(down);
    router = new InProcessSignalRouter();
    encounters = service(seal);
  }

  /** What is in a ticket of this service. */
  RevivalTicket open(String ticket) {
    return new RevivalTickets(seal).open(ticket).orElseThrow();
  }

  EncounterRules rules() {
    return new EncounterRules(
        Duration.ofSeconds(20),
        LIMIT,
        Duration.ofSeconds(20),
        PAUSE,
        TestEncounters::unsigned,
        ice);
  }

  /** What both hear as this round begins now. */
  ServerMessage.Live live(Pair pair, int round) {
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

  /** Two who have been matched and have heard of it. */
  Pair match() {
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
    return new Pair(one, two, toOne.encounter(), toTwo.peer(), toOne.peer());
  }

  /** Two who see each other. */
  Pair live() {
    return live(match());
  }

  /** The same, with the second one's address hidden. */
  Pair liveHidden() {
    Person one = person();
    Person two = person();
    one.join();
    two.joinHidden();
    var toOne = one.hearsLater(ServerMessage.Matched.class);
    var toTwo = two.hearsLater(ServerMessage.Matched.class);
    return live(new Pair(one, two, toOne.encounter(), toTwo.peer(), toOne.peer()));
  }

  /** Two who see each other because they wanted to. */
  Pair liveAgreed() {
    Person one = person();
    Person two = person();
    assertThat(
            encounters
                .meet(new Party(one.participant, false), new Party(two.participant, false))
                .block())
        .isTrue();
    var toOne = one.hearsLater(ServerMessage.Matched.class);
    var toTwo = two.hearsLater(ServerMessage.Matched.class);
    return live(new Pair(one, two, toOne.encounter(), toTwo.peer(), toOne.peer()));
  }

  private static Pair live(Pair pair) {
    pair.one.decoded();
    pair.two.decoded();
    pair.drain();
    return pair;
  }

  Person person(Address wallet) {
    return new Person(wallet);
  }

  /** Somebody with a wallet that nobody else has. */
  Person person() {
    return new Person(new Address("0x%040x".formatted(++Person.count)));
  }

  record Pair(Person one, Person two, String id, String stampOfOne, String stampOfTwo) {

    void drain() {
      one.drain();
      two.drain();
    }

    void hasHeardNothing() {
      one.hasHeardNothing();
      two.hasHeardNothing();
    }

    void bothHearEnd(EndReason toOne, EndReason toTwo) {
      one.hears(new ServerMessage.Ended(id, toOne));
      two.hears(new ServerMessage.Ended(id, toTwo));
    }
  }

  /** A page that remembers what it hears, and keeps its ticket. */
  final class Person {

    static int count; // so that every wallet is another

    final Address wallet;
    Participant participant;
    final Deque<ServerMessage> heard = new ArrayDeque<>();
    String ticket = "";
    private String encounter = "";

    private Person(Address wallet) {
      this.wallet = wallet;
      this.participant = arrive();
    }

    /** On a new line. */
    void comeBack() {
      drain();
      participant = arrive();
    }

    private Participant arrive() {
      String connection = "connection " + wallet.value() + "." + ++count;
      router.attach(connection, this::hear);
      return encounters.arrive(connection, wallet);
    }

    private void hear(ServerMessage message) {
      heard.add(message);
      switch (message) {
        case ServerMessage.Matched matched -> encounter = matched.encounter();
        case ServerMessage.Live live -> keep(live.revival());
        case ServerMessage.Continued continued -> keep(continued.revival());
        case ServerMessage.Revived revived -> keep(revived.revival());
        default -> {}
      }
    }

    private void keep(@Nullable String revival) {
      ticket = Objects.requireNonNull(revival);
    }

    void join(String... interests) {
      encounters.join(participant, new ClientMessage.Join(List.of(interests), List.of(), false));
    }

    void joinHidden(String... interests) {
      encounters.join(participant, new ClientMessage.Join(List.of(interests), List.of(), true));
    }

    void revive() {
      revive(ticket);
    }

    void comeBackAndRevive() {
      comeBack();
      revive();
    }

    void revive(String ticket) {
      var join = new ClientMessage.Join(List.of(), List.of(), false);
      encounters.revive(participant, new ClientMessage.Revive(ticket, join));
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

    void stalled() {
      encounters.stalled(participant, new ClientMessage.Stalled(encounter));
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
      assertThat(withoutTicket(heard.poll())).isEqualTo(expected);
    }

    void isRefused() {
      hears(ServerMessage.Problem.of(ErrorCode.REVIVAL_UNKNOWN));
    }

    void hearsRevived(Pair pair, int round, Duration left) {
      var revived = hearsLater(ServerMessage.Revived.class);
      assertThat(revived.encounter()).isEqualTo(pair.id);
      assertThat(revived.round()).isEqualTo(round);
      assertThat(revived.remainingMillis()).isEqualTo(left.toMillis());
    }

    /** A ticket is another one each time: what is in it is for {@link RevivalsTest}. */
    private static @Nullable ServerMessage withoutTicket(@Nullable ServerMessage message) {
      return switch (message) {
        case ServerMessage.Live live -> live.with(null);
        case ServerMessage.Continued continued -> continued.with(null);
        case null, default -> message;
      };
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
