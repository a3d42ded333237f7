package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.wallet.WalletSessions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A page that loses its connection comes back to where it was, as long as it may. */
@SpringBootTest(
    classes = SocketApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.encounter.widen-every-when-few=50ms",
      "passerby.signaling.burst=200"
    })
class ResumeTest {

  private static final AtomicInteger WALLETS = new AtomicInteger(3_000_000);

  @LocalServerPort private int port;
  @Autowired private SignInByHeader.SignedIn signedIn;
  @Autowired private WalletSessions sessions;
  @Autowired private Connections connections;

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void losesNothingAndDoublesNothingInEitherDirection() throws IOException {
    Pair pair = match();
    pair.one.send(pair.signal(1));
    assertThat(pair.numberHeardBy(pair.two)).isEqualTo(1);
    pair.one.loseTheNetwork();
    for (int i = 1; i <= 5; i++) {
      pair.two.send(pair.signal(i));
    }
    for (int i = 2; i <= 4; i++) {
      pair.one.send(pair.signal(i));
    }
    pair.one.breakTheConnection();
    assertThat(pair.two.await("peer-away").path("encounter").asString()).isEqualTo(pair.encounter);
    for (int i = 6; i <= 8; i++) {
      pair.two.send(pair.signal(i));
    }
    pair.one.comeBack();
    pair.two.await("peer-back");
    for (int i = 1; i <= 8; i++) {
      assertThat(pair.numberHeardBy(pair.one)).isEqualTo(i);
    }
    for (int i = 2; i <= 4; i++) {
      assertThat(pair.numberHeardBy(pair.two)).isEqualTo(i);
    }
    pair.one.send(pair.signal(5));
    pair.two.send(pair.signal(9));
    assertThat(pair.numberHeardBy(pair.two)).isEqualTo(5);
    assertThat(pair.numberHeardBy(pair.one)).isEqualTo(9);
  }

  @Test
  void takesOverFromAConnectionThatSeemsAlive() {
    Pair pair = match();
    TestSocket before = pair.one.socket();
    pair.one.comeBack();
    assertThat(before.awaitClose()).isEqualTo(4409);
    pair.two.send(pair.signal(1));
    assertThat(pair.numberHeardBy(pair.one)).isEqualTo(1);
    pair.one.send(pair.signal(2));
    JsonNode next = pair.two.await("signal");
    assertThat(next.path("payload").path("number").asInt()).isEqualTo(2);
  }

  @Test
  void tellsThePeerNothingWhenAConnectionIsTakenOver() {
    Pair pair = match();
    pair.one.comeBack();
    pair.one.send(pair.signal(1));
    assertThat(pair.two.socket().awaitAny().path("type").asString()).isEqualTo("signal");
  }

  @Test
  void belongsToWhoeverResumesLast() throws IOException {
    Pair pair = match();
    pair.one.breakTheConnection();
    pair.two.await("peer-away");
    TestSocket first = resume(pair.one);
    first.await("resumed");
    TestSocket second = resume(pair.one);
    second.await("resumed");
    assertThat(first.awaitClose()).isEqualTo(4409);
    second.send(pair.signal(1));
    assertThat(pair.numberHeardBy(pair.two)).isEqualTo(1);
  }

  @Test
  void countsWhatItDidNotUnderstandOrLetThrough() throws IOException {
    LinePage page = page();
    page.send("{\"type\":\"join\",\"interests\":[\"solitude\"]}");
    page.await("waiting");
    for (int i = 0; i < 3; i++) {
      page.send("nonsense");
      page.await("error");
    }
    page.breakTheConnection();
    TestSocket again = resume(page);
    assertThat(again.await("resumed").path("received").asInt()).isEqualTo(4);
  }

  @Test
  void doesNotOpenToAnotherSession() throws IOException {
    Pair pair = match();
    for (TestSocket other :
        List.of(
            new TestSocket(port, wallet()),
            new TestSocket(port, pair.one.socket().wallet(), "another browser"))) {
      open.add(other);
      other.await("welcome");
      other.send(pair.one.resume());
      assertThat(other.await("error").path("code").asString()).isEqualTo("resume-unknown");
      other.send("{\"type\":\"leave\"}");
    }
    pair.two.send(pair.signal(1));
    assertThat(pair.numberHeardBy(pair.one)).isEqualTo(1);
  }

  @Test
  void goesOnAfreshWithAnUnknownToken() {
    TestSocket socket = new TestSocket(port, wallet());
    open.add(socket);
    socket.await("welcome");
    socket.send("{\"type\":\"resume\",\"token\":\"nobody's\",\"received\":0}");
    assertThat(socket.await("error").path("code").asString()).isEqualTo("resume-unknown");
    socket.send("{\"type\":\"join\",\"interests\":[\"another solitude\"]}");
    socket.await("waiting");
  }

  @Test
  void goesOnAfreshWhenWhatIsMissingIsTooLongAgo() throws IOException {
    Pair pair = match();
    for (int i = 0; i < 70; i++) {
      pair.two.send(pair.signal(i));
      assertThat(pair.numberHeardBy(pair.one)).isEqualTo(i);
    }
    TestSocket again = new TestSocket(port, pair.one.socket().wallet());
    open.add(again);
    again.await("welcome");
    again.send("{\"type\":\"resume\",\"token\":\"%s\",\"received\":3}".formatted(pair.one.token()));
    assertThat(again.await("error").path("code").asString()).isEqualTo("resume-unknown");
    assertThat(pair.one.socket().awaitClose()).isEqualTo(4409);
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-lost");
    again.send("{\"type\":\"join\",\"interests\":[\"yet another solitude\"]}");
    again.await("waiting");
  }

  @Test
  void refusesToResumeInMidLine() {
    LinePage page = page();
    page.send("{\"type\":\"leave\"}");
    page.send(page.resume());
    assertThat(page.await("error").path("code").asString()).isEqualTo("wrong-state");
  }

  @Test
  void losesTheSeatWhenMoreComesThanIsKept() throws IOException {
    Pair pair = match();
    pair.one.breakTheConnection();
    pair.two.await("peer-away");
    for (int i = 0; i <= 64; i++) {
      pair.two.send(pair.signal(i));
    }
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-lost");
    TestSocket again = resume(pair.one);
    assertThat(again.await("error").path("code").asString()).isEqualTo("resume-unknown");
  }

  @Test
  void pairsNobodyWithWhoIsAwayAndKeepsTheirPlace() throws IOException {
    LinePage away = page();
    away.send("{\"type\":\"join\",\"interests\":[\"lighthouses\"]}");
    away.await("waiting");
    LinePage other = page();
    away.breakTheConnection();
    awaitAway(1);
    other.send("{\"type\":\"join\",\"interests\":[\"lighthouses\"]}");
    assertThat(other.await("waiting").path("others").asInt()).isZero();
    away.comeBack();
    String encounter = away.await("matched").path("encounter").asString();
    assertThat(other.await("matched").path("encounter").asString()).isEqualTo(encounter);
  }

  @Test
  void endsAtOnceWhenTheSessionEndsWhileThePageIsAway() throws IOException {
    Pair pair = match();
    pair.one.breakTheConnection();
    pair.two.await("peer-away");
    sessions.signOut(signedIn.as(pair.one.socket().wallet())).block();
    assertThat(pair.two.await("ended").path("reason").asString()).isEqualTo("peer-left");
  }

  @Test
  void keepsNothingOfAPageThatHasNothingToComeBackFor() throws IOException {
    int before = connections.countAway();
    LinePage page = page();
    page.breakTheConnection();
    TestSocket again = resume(page);
    assertThat(again.await("error").path("code").asString()).isEqualTo("resume-unknown");
    assertThat(connections.countAway()).isEqualTo(before);
  }

  @Test
  void tellsWhoComesBackHowTheClockStands() throws IOException {
    Pair pair = match();
    pair.one.send(pair.about("decoded"));
    pair.two.send(pair.about("decoded"));
    pair.two.send(pair.about("stalled"));
    JsonNode paused = pair.one.await("paused");
    assertThat(paused.path("pauseLeftMillis").asInt()).isEqualTo(60_000);
    pair.one.breakTheConnection();
    pair.two.await("peer-away");
    pair.one.comeBack();
    JsonNode still = pair.one.await("paused");
    assertThat(still.path("remainingMillis")).isEqualTo(paused.path("remainingMillis"));
    assertThat(still.path("pauseLeftMillis").asInt()).isLessThanOrEqualTo(60_000);
    pair.two.send(pair.about("decoded"));
    assertThat(pair.one.await("continued").path("remainingMillis"))
        .isEqualTo(paused.path("remainingMillis"));
    pair.one.await("asking");
  }

  private void awaitAway(int pages) {
    org.awaitility.Awaitility.await().until(() -> connections.countAway() >= pages);
  }

  private TestSocket resume(LinePage page) {
    TestSocket socket = new TestSocket(port, page.socket().wallet());
    open.add(socket);
    socket.await("welcome");
    socket.send(page.resume());
    return socket;
  }

  private record Pair(LinePage one, LinePage two, String encounter) {

    String signal(int number) {
      return "{\"type\":\"signal\",\"encounter\":\"%s\",\"payload\":{\"number\":%d}}"
          .formatted(encounter, number);
    }

    String about(String type) {
      return "{\"type\":\"%s\",\"encounter\":\"%s\"}".formatted(type, encounter);
    }

    int numberHeardBy(LinePage page) {
      return page.await("signal").path("payload").path("number").asInt();
    }
  }

  private Pair match() {
    LinePage one = page();
    LinePage two = page();
    String join = "{\"type\":\"join\",\"interests\":[\"resuming " + WALLETS.get() + "\"]}";
    one.send(join);
    one.await("waiting");
    two.send(join);
    String encounter = one.await("matched").path("encounter").asString();
    two.await("matched");
    return new Pair(one, two, encounter);
  }

  private LinePage page() {
    try {
      LinePage page = new LinePage(port, wallet());
      open.add(page);
      return page;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Address wallet() {
    return new Address("0x%040x".formatted(WALLETS.incrementAndGet()));
  }
}
