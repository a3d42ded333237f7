package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import dev.passerby.chain.TcpProxy;
import dev.passerby.store.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Reports, blocks and cooldowns from the socket to PostgreSQL, which may be gone for a while. */
@SpringBootTest(
    classes = SocketApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.encounter.widen-every-when-few=50ms",
      "passerby.safety.cooldown.reporters=2",
      "passerby.store.timeout=2s"
    })
class SafetySocketTest {

  private static final AtomicInteger WALLETS = new AtomicInteger(1_000);
  private static final TcpProxy PROXY = proxy();

  @LocalServerPort private int port;

  private final List<TestSocket> sockets = new ArrayList<>();

  private static TcpProxy proxy() {
    try {
      return new TcpProxy(TestDatabase.serverPort());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    var settings =
        TestDatabase.properties(TestDatabase.postgres(PROXY.port(), TestDatabase.newDatabase()));
    properties.add("passerby.store.url", settings::url);
    properties.add("passerby.store.username", settings::username);
    properties.add("passerby.store.key-file", settings::keyFile);
  }

  @AfterEach
  void closeSockets() {
    PROXY.thaw();
    sockets.forEach(TestSocket::close);
  }

  @AfterAll
  static void closeProxy() throws IOException {
    PROXY.close();
  }

  @Test
  void aReportEndsTheEncounterForBothAndHasAReceipt() {
    Pair pair = match(connect(), connect(), "chess");

    pair.one.send(
        "{\"type\":\"report\",\"encounter\":\"%s\",\"category\":\"hate\",\"note\":\"%s\"}"
            .formatted(pair.encounter, "Said things.\\n\\u202eHorrible ones."));

    assertThat(pair.one.await("ended").path("reason").asString()).isEqualTo("reported");
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-left");
    String receipt = pair.one.await("reported").path("receipt").asString();
    assertThat(receipt).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
    pair.two.send(
        "{\"type\":\"report\",\"encounter\":\"%s\",\"category\":\"spam\"}"
            .formatted(pair.encounter));
    assertThat(pair.two.await("reported").path("receipt").asString()).isNotEqualTo(receipt);
  }

  @Test
  void saysWhatIsWrongWithAReport() {
    Pair pair = match(connect(), connect(), "opera");
    for (String wrong :
        List.of(
            "\"category\":\"rudeness\"",
            "\"note\":\"no category\"",
            "\"category\":\"spam\",\"note\":5",
            "\"category\":\"spam\",\"note\":\"%s\"".formatted("x".repeat(501)))) {
      pair.one.send(
          "{\"type\":\"report\",\"encounter\":\"%s\",%s}".formatted(pair.encounter, wrong));
      assertThat(pair.one.await("error").path("code").asString())
          .as(wrong)
          .isEqualTo("invalid-field");
    }
    connect().send("{\"type\":\"block\",\"encounter\":\"%s\"}".formatted(pair.encounter));
    assertThat(sockets.getLast().await("error").path("code").asString()).isEqualTo("too-late");
    pair.one.send("{\"type\":\"leave\"}");
    assertThat(pair.one.await("ended").path("reason").asString()).isEqualTo("left");
  }

  @Test
  void aBlockedPairNeverMeetsAgainThoughNobodyElseWaits() {
    Pair pair = match(connect(), connect(), "tea");
    pair.one.send("{\"type\":\"block\",\"encounter\":\"%s\"}".formatted(pair.encounter));
    assertThat(pair.one.await("ended").path("reason").asString()).isEqualTo("blocked");
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-left");
    pair.one.await("blocked");
    // Somebody else in between, so that it is not for having met the last time.
    for (TestSocket one : List.of(pair.one, pair.two)) {
      Pair other = match(one, connect(), "tea");
      other.two.send("{\"type\":\"leave\"}");
      other.one.await("ended");
    }

    TestSocket blocker = connect(pair.one.wallet());
    pair.one.close();
    join(blocker, "tea");
    blocker.await("waiting");
    join(pair.two, "tea");
    assertThat(pair.two.await("waiting").path("others").asInt()).isEqualTo(1);
    TestSocket third = connect();
    join(third, "tea");

    // Whoever has waited longer: had the two met, there would be nobody left for the third.
    assertThat(blocker.await("matched").path("encounter"))
        .isEqualTo(third.await("matched").path("encounter"));
  }

  @Test
  void whoIsReportedBySeveralIsToldToCoolDownAndUntilWhen() {
    TestSocket trouble = connect();
    for (int reporter = 0; reporter < 2; reporter++) {
      Pair pair = match(connect(), trouble, "jazz");
      pair.one.send(
          "{\"type\":\"report\",\"encounter\":\"%s\",\"category\":\"harassment\"}"
              .formatted(pair.encounter));
      pair.one.await("reported");
      trouble.await("ended");
    }

    join(trouble, "jazz");

    JsonNode cooldown = trouble.await("cooldown");
    assertThat(cooldown.path("reason").asString()).isEqualTo("reports");
    assertThat(Instant.parse(cooldown.path("until").asString()))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(58)), Instant.now().plus(Duration.ofHours(1)));
    join(trouble, "jazz"); // idle, so that this is no mistake
    trouble.await("cooldown");
  }

  @Test
  void whileTheDatabaseIsGoneNobodyIsLetInAndNothingIsConfirmed() {
    Pair pair = match(connect(), connect(), "rain");
    TestSocket newcomer = connect();
    String report =
        "{\"type\":\"report\",\"encounter\":\"%s\",\"category\":\"spam\"}"
            .formatted(pair.encounter);

    PROXY.freeze();
    join(newcomer, "rain");
    assertThat(newcomer.await("error").path("code").asString()).isEqualTo("store-down");
    pair.one.send(
        "{\"type\":\"signal\",\"encounter\":\"%s\",\"payload\":{}}".formatted(pair.encounter));
    assertThat(pair.two.await("signal").path("encounter").asString()).isEqualTo(pair.encounter);
    pair.one.send(report);
    assertThat(pair.one.await("ended").path("reason").asString()).isEqualTo("reported");
    assertThat(pair.one.await("error").path("code").asString()).isEqualTo("store-down");

    PROXY.thaw();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              pair.one.send(report);
              return pair.one.awaitAny().path("type").asString().equals("reported");
            });
    join(newcomer, "rain");
    newcomer.await("waiting");
  }

  private TestSocket connect() {
    return connect(new Address("0x%040x".formatted(WALLETS.incrementAndGet())));
  }

  private TestSocket connect(Address wallet) {
    TestSocket socket = new TestSocket(port, wallet);
    sockets.add(socket);
    return socket;
  }

  private static void join(TestSocket socket, String interest) {
    socket.send("{\"type\":\"join\",\"interests\":[\"%s\"]}".formatted(interest));
  }

  private record Pair(TestSocket one, TestSocket two, String encounter) {}

  private static Pair match(TestSocket one, TestSocket two, String interest) {
    join(one, interest);
    join(two, interest);
    String encounter = one.await("matched").path("encounter").asString();
    assertThat(two.await("matched").path("encounter").asString()).isEqualTo(encounter);
    return new Pair(one, two, encounter);
  }
}
