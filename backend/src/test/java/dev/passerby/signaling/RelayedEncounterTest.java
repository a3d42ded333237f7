package dev.passerby.signaling;

import static dev.passerby.ice.TurnClient.ALLOCATION_MISMATCH;
import static dev.passerby.ice.TurnClient.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import dev.passerby.ice.Coturn;
import dev.passerby.ice.IceServer;
import dev.passerby.ice.TurnClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Encounters through a real coturn, by clients that never let go of anything themselves. */
@SpringBootTest(
    classes = SocketApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.encounter.widen-every-when-few=50ms"
    })
class RelayedEncounterTest {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final AtomicInteger WALLETS = new AtomicInteger(0x7000);
  private static final Coturn COTURN = Coturn.start();

  @LocalServerPort private int port;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @DynamicPropertySource
  static void relay(DynamicPropertyRegistry properties) {
    properties.add("passerby.ice.turn-urls", COTURN::url);
    properties.add("passerby.ice.turn-secret", () -> Coturn.SECRET);
    properties.add("passerby.ice.coturn-cli", COTURN::console);
    properties.add("passerby.ice.coturn-cli-password", () -> Coturn.PASSWORD);
  }

  @AfterAll
  static void stop() throws IOException {
    COTURN.close();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void cutsTheRelayAtTheLimitAndGivesTheNextRoundAnother() throws Exception {
    Pair pair = match("\"hideAddress\":false");
    TurnClient first = allocate(pair.matched);
    pair.both("{\"type\":\"decoded\",\"encounter\":\"%s\"}");
    assertThat(pair.one.await("live").has("iceServers")).isFalse();
    pair.one.await("asking");
    awaitCut(first);
    TurnClient disobedient = allocate(pair.matched);
    awaitCut(disobedient);

    pair.both("{\"type\":\"again\",\"encounter\":\"%s\",\"yes\":true}");
    JsonNode live = pair.one.await("live");
    assertThat(live.path("round").asInt()).isEqualTo(2);
    TurnClient second = allocate(live);
    assertThat(second.refresh(600)).isEqualTo(OK);
    pair.one.await("asking");
    awaitCut(second);
  }

  @Test
  void cutsTheRelayAtNextAndWhenSomebodyLeaves() throws Exception {
    Pair next = match("");
    TurnClient before = allocate(next.matched);
    next.one.send("{\"type\":\"next\",\"encounter\":\"%s\"}".formatted(next.encounter()));
    awaitCut(before);
    next.one.send("{\"type\":\"leave\"}");

    Pair left = match("");
    TurnClient leaving = allocate(left.matched);
    left.two.send("{\"type\":\"leave\"}");
    awaitCut(leaving);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"report\",\"category\":\"nudity\"", "\"block\""})
  void cutsTheRelayWhenSomebodyReportsOrBlocksTheOther(String complaint) throws Exception {
    Pair pair = match("\"hideAddress\":true");
    TurnClient kept = allocate(pair.matched);
    pair.one.send("{\"type\":%s,\"encounter\":\"%s\"}".formatted(complaint, pair.encounter()));
    awaitCut(kept);
    TurnClient disobedient = allocate(pair.matched);
    awaitCut(disobedient);
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-left");
  }

  @Test
  void tellsBothThatOnlyRelaysAreUsedWhenOneHidesTheirAddress() {
    Pair pair = match("\"hideAddress\":true");
    assertThat(pair.matched.path("relayOnly").asBoolean()).isTrue();
    String signal = "{\"type\":\"signal\",\"encounter\":\"%s\",\"payload\":%s}";
    String host = "{\"candidate\":{\"candidate\":\"candidate:1 1 udp 5 10.0.0.1 4 typ host\"}}";
    String relayed =
        "{\"candidate\":{\"candidate\":\"candidate:1 1 udp 5 198.51.100.7 4 typ relay raddr"
            + " 10.0.0.1 rport 4\"}}";
    pair.one.send(signal.formatted(pair.encounter(), host));
    pair.one.send(signal.formatted(pair.encounter(), relayed));
    assertThat(pair.two.await("signal").path("payload").toString())
        .isEqualTo(relayed.replace("10.0.0.1 rport 4", "0.0.0.0 rport 0"));
  }

  @Test
  void saysThatThereIsARelay() {
    assertThat(connect().await("welcome").path("relay").asBoolean()).isTrue();
  }

  private static void awaitCut(TurnClient client) {
    await().atMost(SOON).until(() -> client.refresh(600) == ALLOCATION_MISMATCH);
  }

  private TurnClient allocate(JsonNode given) throws Exception {
    JsonNode server = given.path("iceServers").get(0);
    var client =
        new TurnClient(
            COTURN,
            new IceServer(
                List.of(COTURN.url()),
                server.path("username").asString(),
                server.path("credential").asString()));
    opened.add(client);
    assertThat(client.allocate()).isEqualTo(OK);
    return client;
  }

  private record Pair(TestSocket one, TestSocket two, JsonNode matched) {

    String encounter() {
      return matched.path("encounter").asString();
    }

    void both(String message) {
      one.send(message.formatted(encounter()));
      two.send(message.formatted(encounter()));
    }
  }

  private Pair match(String wish) {
    TestSocket one = connect();
    TestSocket two = connect();
    String interest = "\"interests\":[\"%s\"]".formatted(one.wallet().value().substring(30));
    String more = wish.isEmpty() ? "" : "," + wish;
    one.send("{\"type\":\"join\",%s%s}".formatted(interest, more));
    two.send("{\"type\":\"join\",%s}".formatted(interest));
    JsonNode matched = one.await("matched");
    assertThat(two.await("matched").path("relayOnly")).isEqualTo(matched.path("relayOnly"));
    return new Pair(one, two, matched);
  }

  private TestSocket connect() {
    var socket = new TestSocket(port, new Address("0x%040x".formatted(WALLETS.incrementAndGet())));
    opened.add(socket);
    return socket;
  }
}
