package dev.passerby.ice;

import static dev.passerby.ice.TurnClient.ALLOCATION_MISMATCH;
import static dev.passerby.ice.TurnClient.BAD_REQUEST;
import static dev.passerby.ice.TurnClient.OK;
import static dev.passerby.ice.TurnClient.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.TcpProxy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Allocations on a real coturn, and their end. */
class CoturnAllocationsTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static Coturn coturn;

  private final Clock clock = Clock.systemUTC();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    coturn = Coturn.start();
  }

  @AfterAll
  static void stop() throws Exception {
    coturn.close();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @Test
  void aCredentialIsGoodForBothPeersUntilItRunsOut() throws Exception {
    IceServer given = credential("both", 1, LONG);
    TurnClient one = client(given);
    TurnClient two = client(given);
    assertThat(List.of(one.allocate(), two.allocate())).containsOnly(OK);
    assertThat(talk(one, two)).isTrue();
    assertThat(client(credential("late", 1, Duration.ofSeconds(-2))).allocate())
        .isEqualTo(UNAUTHORIZED);
  }

  @Test
  void aCredentialOfOnesOwnMakingIsRefused() throws Exception {
    IceServer given = credential("forged", 1, LONG);
    var later = TurnUsername.of("forged", 1, clock.instant().plus(Duration.ofDays(1))).wire();
    assertThat(client(new IceServer(given.urls(), later, given.credential())).allocate())
        .isEqualTo(UNAUTHORIZED);
    assertThat(client(new IceServer(given.urls(), given.username(), "bm8=")).allocate())
        .isEqualTo(UNAUTHORIZED);
  }

  @Test
  void mediaStopsSoonAfterTheEnd() throws Exception {
    CoturnAllocations allocations = allocations(coturn.consoleAddress());
    IceServer given = credential("ended", 1, LONG);
    TurnClient one = client(given);
    TurnClient two = client(given);
    one.allocate();
    two.allocate();
    assertThat(talk(one, two)).isTrue();
    Instant end = clock.instant();
    allocations.close("ended", 1, end.plus(LONG));
    await().atMost(SOON).until(() -> one.refresh(600) == ALLOCATION_MISMATCH);
    await().atMost(SOON).until(() -> two.refresh(600) == ALLOCATION_MISMATCH);
    assertThat(talk(one, two)).isFalse();
    await().until(() -> count("passerby.turn.closed") >= 2);
    assertThat(meters.get("passerby.turn.close.delay").timer().count()).isEqualTo(1);
  }

  @Test
  void aPageThatAllocatesAnewWithTheSameCredentialIsCutAgain() throws Exception {
    CoturnAllocations allocations = allocations(coturn.consoleAddress());
    IceServer given = credential("stubborn", 1, LONG);
    allocations.close("stubborn", 1, clock.instant().plus(LONG));
    for (int i = 1; i <= 3; i++) {
      TurnClient stubborn = client(given);
      assertThat(stubborn.allocate()).isEqualTo(OK);
      await().atMost(SOON).until(() -> stubborn.refresh(600) == ALLOCATION_MISMATCH);
      int times = i;
      await().until(() -> count("passerby.turn.closed") >= times);
    }
    assertThat(count("passerby.turn.closed.again")).isEqualTo(2);
  }

  @Test
  void theNextRoundsAllocationsAreLeftAlone() throws Exception {
    CoturnAllocations allocations = allocations(coturn.consoleAddress());
    TurnClient before = client(credential("rounds", 1, LONG));
    TurnClient next = client(credential("rounds", 2, LONG));
    TurnClient others = client(credential("others", 1, LONG));
    for (TurnClient client : List.of(before, next, others)) {
      assertThat(client.allocate()).isEqualTo(OK);
    }
    allocations.close("rounds", 1, clock.instant().plus(LONG));
    await().atMost(SOON).until(() -> before.refresh(600) == ALLOCATION_MISMATCH);
    assertThat(List.of(next.refresh(600), others.refresh(600))).containsOnly(OK);
    allocations.close("rounds", 2, clock.instant().plus(LONG));
    await().atMost(SOON).until(() -> next.refresh(600) == ALLOCATION_MISMATCH);
    assertThat(others.refresh(600)).isEqualTo(OK);
  }

  @Test
  void anAllocationThatOutlivesItsCredentialIsClosedThoughNobodyRemembersItsEncounter()
      throws Exception {
    TurnClient client = client(credential("forgotten", 1, Duration.ofSeconds(3)));
    assertThat(client.allocate()).isEqualTo(OK);
    TurnClient other = client(credential("lasting", 1, LONG));
    assertThat(other.allocate()).isEqualTo(OK);
    allocations(coturn.consoleAddress());
    // Once it is gone, the credential is asked for again.
    await().atMost(Duration.ofSeconds(15)).until(() -> client.refresh(600) == UNAUTHORIZED);
    assertThat(other.refresh(600)).isEqualTo(OK);
  }

  @Test
  void coturnItselfLetsAnAllocationOutliveItsCredential() throws Exception {
    Duration life = Duration.ofSeconds(2);
    IceServer given = credential("outliving", 1, life);
    TurnClient client = client(given);
    assertThat(client.allocate()).isEqualTo(OK);
    await().until(() -> client(given).allocate() == UNAUTHORIZED);
    assertThat(client.refresh(600)).isEqualTo(OK);
  }

  /** coturn remembers that a client was let in, for as long as it allows for an allocation. */
  @Test
  void anAllocationThatBeginsAfterItsCredentialHasRunOutIsClosedToo() throws Exception {
    IceServer given = credential("sly", 1, Duration.ofSeconds(2));
    TurnClient sly = client(given);
    assertThat(sly.allocateInVain()).isEqualTo(BAD_REQUEST);
    await().until(() -> client(given).allocate() == UNAUTHORIZED);
    assertThat(sly.allocate()).isEqualTo(OK);
    allocations(coturn.consoleAddress());
    await().until(() -> sly.refresh(600) == UNAUTHORIZED);
  }

  @Test
  void whatEndsWhileCoturnIsOutOfReachIsClosedOnceItIsBack() throws Exception {
    try (TcpProxy wire = new TcpProxy(coturn.consoleAddress().getPort())) {
      CoturnAllocations allocations =
          allocations(new InetSocketAddress(InetAddress.getLoopbackAddress(), wire.port()));
      TurnHealth health = new TurnHealth(allocations.closers());
      await().until(() -> health.health().getStatus().equals(Status.UP));
      TurnClient named = client(credential("unreached", 1, LONG));
      assertThat(named.allocate()).isEqualTo(OK);
      wire.freeze();
      allocations.close("unreached", 1, clock.instant().plus(LONG));
      await().until(() -> health.health().getStatus().equals(Status.DOWN));
      assertThat(named.refresh(600)).isEqualTo(OK);
      wire.thaw();
      await().until(() -> named.refresh(600) == ALLOCATION_MISMATCH);
      await().until(() -> health.health().getStatus().equals(Status.UP));
      assertThat(count("passerby.turn.failures")).isPositive();
    }
  }

  @Test
  void aWrongPasswordIsSeenInTheHealth() {
    CoturnAllocations allocations = allocations(coturn.consoleAddress(), "wrong");
    await().until(() -> count("passerby.turn.failures") > 1);
    assertThat(new TurnHealth(allocations.closers()).health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void whatEndsAsTheServiceStopsIsStillClosed() throws Exception {
    CoturnAllocations allocations = allocations(coturn.consoleAddress());
    TurnClient client = client(credential("stopping", 1, LONG));
    assertThat(client.allocate()).isEqualTo(OK);
    allocations.close("stopping", 1, clock.instant().plus(LONG));
    allocations.close();
    await().atMost(SOON).until(() -> client.refresh(600) == ALLOCATION_MISMATCH);
  }

  private CoturnAllocations allocations(InetSocketAddress console) {
    return allocations(console, Coturn.PASSWORD);
  }

  private CoturnAllocations allocations(InetSocketAddress console, String password) {
    var properties =
        new IceProperties(
            List.of(),
            List.of(coturn.url()),
            Coturn.SECRET,
            List.of(console.getHostString() + ":" + console.getPort()),
            password,
            Duration.ofSeconds(1),
            Duration.ofMillis(300));
    var allocations = new CoturnAllocations(properties.consoles(), meters, clock);
    opened.add(allocations);
    allocations.start();
    return allocations;
  }

  private IceServer credential(String encounter, int round, Duration life) {
    var properties =
        new IceProperties(
            List.of(),
            List.of(coturn.url()),
            Coturn.SECRET,
            List.of(),
            "",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    return new ConfiguredIceServers(properties)
        .forRound(encounter, round, clock.instant().plus(life))
        .getFirst();
  }

  private TurnClient client(IceServer given) throws Exception {
    TurnClient client = new TurnClient(coturn, given);
    opened.add(client);
    return client;
  }

  /** Whether a word gets from one to the other, each through an allocation of its own. */
  private static boolean talk(TurnClient one, TurnClient two) throws Exception {
    one.permit(two.relayed());
    two.permit(one.relayed());
    one.send(two.relayed(), "hello");
    return "hello".equals(two.receive(1_000));
  }

  private double count(String name) {
    var counter = meters.find(name).counter();
    return counter == null ? meters.get(name).functionCounter().count() : counter.count();
  }
}
