package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.wallet.WalletSessions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
    classes = SocketApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.encounter.widen-every-when-few=50ms",
      "passerby.ice.stun-urls=stun:stun.example.org:3478"
    })
class SocketTest {

  private static final AtomicInteger WALLETS = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private FakeEntitlements entitlements;
  @Autowired private SignInByHeader.SignedIn signedIn;
  @Autowired private WalletSessions sessions;

  private final List<TestSocket> sockets = new ArrayList<>();

  @AfterEach
  void closeSockets() {
    sockets.forEach(TestSocket::close);
  }

  @Test
  void welcomesBeforeAnythingElse() {
    JsonNode welcome = connect().awaitAny();
    assertThat(welcome.path("type").asString()).isEqualTo("welcome");
    assertThat(welcome.path("sessionLimitSeconds").asInt()).isEqualTo(1);
    assertThat(welcome.path("entitlement").path("mayMeet").asBoolean()).isTrue();
  }

  @Test
  void answersAPageThatAsksWhetherItIsHeard() {
    TestSocket page = connect();
    page.await("welcome");
    page.send("{\"type\":\"ping\"}");
    assertThat(page.awaitAny().path("type").asString()).isEqualTo("pong");
  }

  @Test
  void relaysADescriptionOnlyWithinThePair() {
    Pair pair = match();
    TestSocket stranger = connect();
    String description = "{\"description\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}}";
    pair.one.send(
        "{\"type\":\"signal\",\"encounter\":\"%s\",\"from\":\"me\",\"payload\":%s}"
            .formatted(pair.encounter, description));
    JsonNode signal = pair.two.await("signal");
    assertThat(signal.path("payload").toString()).isEqualTo(description);
    assertThat(signal.path("from").asString()).isEqualTo(pair.stampOfOne);

    stranger.send(
        "{\"type\":\"signal\",\"encounter\":\"%s\",\"payload\":{}}".formatted(pair.encounter));
    assertThat(stranger.await("error").path("code").asString()).isEqualTo("not-in-encounter");
    pair.one.send(
        "{\"type\":\"signal\",\"encounter\":\"%s\",\"payload\":{\"candidate\":null}}"
            .formatted(pair.encounter));
    assertThat(pair.two.await("signal").path("payload").toString())
        .isEqualTo("{\"candidate\":null}");
  }

  @Test
  void givesIceServersToMatchedPeers() {
    JsonNode matched = match().matchedOne;
    assertThat(matched.path("iceServers").get(0).path("urls").get(0).asString())
        .isEqualTo("stun:stun.example.org:3478");
  }

  @Test
  void runsRoundsUntilSomebodyDeclines() {
    Pair pair = match();
    pair.both("{\"type\":\"decoded\",\"encounter\":\"%s\"}");
    assertThat(pair.one.await("live").path("round").asInt()).isEqualTo(1);
    assertThat(pair.two.await("asking").path("answerWithinSeconds").asInt()).isEqualTo(20);
    pair.one.await("asking");
    pair.both("{\"type\":\"again\",\"encounter\":\"%s\",\"yes\":true}");
    assertThat(pair.one.await("live").path("round").asInt()).isEqualTo(2);
    assertThat(pair.two.await("live").path("round").asInt()).isEqualTo(2);
    pair.one.await("asking");
    pair.one.send(
        "{\"type\":\"again\",\"encounter\":\"%s\",\"yes\":false}".formatted(pair.encounter));
    assertThat(pair.one.await("ended").path("reason").asString()).isEqualTo("declined");
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("declined");
  }

  @Test
  void endsTheEncounterAtOnceWhenAPageIsClosed() {
    Pair pair = match();
    pair.one.close();
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-left");
  }

  @Test
  void endsTheEncounterAtOnceWhenAPageMisbehaves() {
    Pair pair = match();
    pair.one.sendBinary(new byte[1]);
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-lost");
  }

  @Test
  void refusesWhoHasNeitherStakeNorPass() {
    Address wallet = wallet();
    entitlements.set(wallet, FakeEntitlements.NOTHING);
    TestSocket socket = connect(wallet);
    socket.send("{\"type\":\"join\"}");
    assertThat(socket.await("error").path("code").asString()).isEqualTo("entitlement-required");
  }

  @Test
  void tellsAndSendsAwayWhoLosesTheEntitlementWhileWaiting() {
    TestSocket socket = connect();
    socket.send("{\"type\":\"join\",\"interests\":[\"nobody else likes this\"]}");
    socket.await("waiting");
    entitlements.set(socket.wallet(), FakeEntitlements.NOTHING);
    assertThat(socket.await("error").path("code").asString()).isEqualTo("entitlement-required");
    assertThat(socket.await("entitlement").path("entitlement").path("mayMeet").asBoolean())
        .isFalse();
  }

  @Test
  void letsAWalletMeetOnOneConnectionOnly() {
    Address wallet = wallet();
    TestSocket one = connect(wallet);
    TestSocket other = connect(wallet);
    one.send("{\"type\":\"join\",\"interests\":[\"only me\"]}");
    one.await("waiting");
    other.send("{\"type\":\"join\"}");
    assertThat(other.await("error").path("code").asString()).isEqualTo("in-encounter-elsewhere");
    one.send("{\"type\":\"leave\"}");
  }

  @Test
  void survivesNonsenseWithAStableCode() {
    TestSocket socket = connect();
    socket.send("nonsense");
    assertThat(socket.await("error").path("code").asString()).isEqualTo("malformed");
    socket.send("{\"type\":\"sing\"}");
    assertThat(socket.await("error").path("code").asString()).isEqualTo("unknown-type");
    socket.send("{\"type\":\"join\",\"interests\":7}");
    assertThat(socket.await("error").path("code").asString()).isEqualTo("invalid-field");
    socket.send(
        "{\"type\":\"signal\",\"encounter\":\"e\",\"payload\":"
            + "{\"a\":".repeat(17)
            + "1"
            + "}".repeat(18));
    assertThat(socket.await("error").path("code").asString()).isEqualTo("too-deep");
    socket.send("{\"type\":\"next\",\"encounter\":\"e\"}");
    assertThat(socket.await("error").path("code").asString()).isEqualTo("not-in-encounter");
  }

  @Test
  void closesWhoGoesOnWithNonsense() {
    TestSocket socket = connect();
    for (int i = 0; i < 20; i++) {
      socket.send("nonsense");
    }
    assertThat(socket.awaitClose()).isEqualTo(1008);
  }

  @Test
  void closesWhoSendsTooMuch() {
    TestSocket socket = connect();
    for (int i = 0; i < 200; i++) {
      socket.send("{\"type\":\"leave\"}");
    }
    assertThat(socket.awaitClose()).isEqualTo(1008);
  }

  @Test
  void closesOverSizeInOneFrameAndInMany() {
    TestSocket whole = connect();
    whole.send("{\"type\":\"leave\",\"a\":\"" + "x".repeat(64 * 1024) + "\"}");
    assertThat(whole.awaitClose()).isEqualTo(1009);
    TestSocket parts = connect();
    for (int i = 0; i < 10; i++) {
      parts.send(new TextMessage("x".repeat(10_000), false));
    }
    assertThat(parts.awaitClose()).isEqualTo(1009);
  }

  @Test
  void closesOverABinaryFrame() {
    TestSocket socket = connect();
    socket.sendBinary("{\"type\":\"leave\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(socket.awaitClose()).isEqualTo(1003);
  }

  @Test
  void closesWhenTheSessionEnds() {
    Pair pair = match();
    sessions.signOut(signedIn.as(pair.one.wallet())).block();
    assertThat(pair.one.await("ended").path("reason").asString()).isEqualTo("signed-out");
    assertThat(pair.one.awaitClose()).isEqualTo(4401);
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-left");
  }

  @Test
  void boundsTheConnectionsOfAWallet() {
    Address wallet = wallet();
    for (int i = 0; i < 8; i++) {
      connect(wallet).await("welcome");
    }
    assertThat(connect(wallet).awaitClose()).isEqualTo(1008);
  }

  /** Two who have been matched, and are left alone by everybody else in this class. */
  private record Pair(
      TestSocket one, TestSocket two, String encounter, String stampOfOne, JsonNode matchedOne) {

    void both(String message) {
      one.send(message.formatted(encounter));
      two.send(message.formatted(encounter));
    }
  }

  private Pair match() {
    TestSocket one = connect();
    TestSocket two = connect();
    String join = "{\"type\":\"join\",\"interests\":[\"tests " + WALLETS.get() + "\"]}";
    one.send(join);
    one.await("waiting");
    two.send(join);
    JsonNode first = one.await("matched");
    JsonNode second = two.await("matched");
    assertThat(first.path("polite").asBoolean()).isNotEqualTo(second.path("polite").asBoolean());
    return new Pair(
        one, two, first.path("encounter").asString(), second.path("peer").asString(), first);
  }

  private TestSocket connect() {
    return connect(wallet());
  }

  private TestSocket connect(Address wallet) {
    TestSocket socket = new TestSocket(port, wallet);
    sockets.add(socket);
    return socket;
  }

  private static Address wallet() {
    return new Address(
        "0x%040x".formatted(WALLETS.incrementAndGet() + Duration.ofDays(1).toMillis()));
  }
}
