package dev.passerby.signaling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Feature;
import dev.passerby.protocol.RendezvousId;
import dev.passerby.safety.Safety;
import dev.passerby.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who is online for whom, and calls, over real sockets. */
@SpringBootTest(
    classes = SocketApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.encounter.widen-every-when-few=50ms",
      "passerby.presence.ring-for=2s",
      "passerby.presence.ids=2100",
      "passerby.signaling.calls-per-minute=4"
    })
class CallSocketTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger(2_000);

  @LocalServerPort private int port;
  @Autowired private FakeEntitlements entitlements;
  @Autowired private Safety safety;
  @Autowired private Store store;

  private final List<TestSocket> sockets = new ArrayList<>();

  @AfterEach
  void closeSockets() {
    sockets.forEach(TestSocket::close);
  }

  @Test
  void eachIsToldWhenTheOtherComesAndGoes() {
    Pair pair = new Pair(connect(), connect());
    pair.adaIsOnline();
    pair.bobIsOnline();

    assertThat(online(pair.ada, true)).containsExactly(pair.bobsId);
    assertThat(online(pair.bob, true)).containsExactly(pair.adasId);
    pair.bob.close();
    assertThat(online(pair.ada, false)).containsExactly(pair.bobsId);
  }

  @Test
  void whoTakesSomebodyOutOfTheirContactsIsGoneForThem() {
    Pair pair = new Pair(connect(), connect()).online();
    state(pair.bob, List.of(), List.of());
    assertThat(online(pair.ada, false)).containsExactly(pair.bobsId);
    assertThat(outcome(pair.ada, call(pair.ada, pair.bobsId))).isEqualTo("unavailable");
  }

  @Test
  void whoMayMeetNobodyIsNotOnline() {
    Pair pair = new Pair(connect(), connect());
    entitlements.set(pair.bob.wallet(), FakeEntitlements.NOTHING);
    pair.bobIsOnline();
    assertThat(error(pair.bob)).isEqualTo("entitlement-required");
    pair.adaIsOnline();
    assertThat(outcome(pair.ada, call(pair.ada, pair.bobsId))).isEqualTo("unavailable");
  }

  @Test
  void anAcceptedCallIsAnOrdinaryEncounter() {
    Pair pair = new Pair(connect(), connect()).online();
    String call = call(pair.ada, pair.bobsId);
    JsonNode ringing = pair.bob.await("ringing");
    assertThat(ringing.path("call").asString()).isEqualTo(call);
    assertThat(ringing.path("id").asString()).isEqualTo(pair.bobsId.wire());
    assertThat(ringing.path("answerWithinSeconds").asInt()).isEqualTo(2);

    answer(pair.bob, "accept", call);

    assertThat(pair.ada.awaitAny().path("type").asString()).isEqualTo("accepted");
    JsonNode matched = pair.ada.awaitAny();
    assertThat(matched.path("type").asString()).isEqualTo("matched");
    String encounter = matched.path("encounter").asString();
    assertThat(pair.bob.await("matched").path("encounter").asString()).isEqualTo(encounter);
    for (TestSocket one : List.of(pair.ada, pair.bob)) {
      one.send("{\"type\":\"decoded\",\"encounter\":\"%s\"}".formatted(encounter));
    }
    assertThat(pair.ada.await("live").path("encounter").asString()).isEqualTo(encounter);
    pair.bob.await("live");
    pair.bob.send("{\"type\":\"leave\"}");
    assertThat(pair.ada.await("ended").path("reason").asString()).isEqualTo("peer-left");
  }

  @Test
  void whoIsInAnEncounterIsBusyAndWhoWaitsForOneIsNot() {
    Pair pair = new Pair(connect(), connect()).online();
    TestSocket stranger = connect();
    pair.bob.send("{\"type\":\"join\",\"interests\":[\"busy\"]}");
    pair.bob.await("waiting");
    String call = call(pair.ada, pair.bobsId);
    pair.bob.await("ringing");
    answer(pair.ada, "cancel", call);
    pair.bob.await("call-ended");

    stranger.send("{\"type\":\"join\",\"interests\":[\"busy\"]}");
    pair.bob.await("matched");
    pair.ada.await("call-ended");
    assertThat(outcome(pair.ada, call(pair.ada, pair.bobsId))).isEqualTo("busy");
  }

  @Test
  void aCallIsDeclinedTakenBackOrMissed() {
    Pair pair = new Pair(connect(), connect()).online();
    String first = call(pair.ada, pair.bobsId);
    pair.bob.await("ringing");
    answer(pair.bob, "decline", first);
    assertThat(outcome(pair.ada, first)).isEqualTo("declined");
    assertThat(outcome(pair.bob, first)).isEqualTo("declined");

    String second = call(pair.ada, pair.bobsId);
    pair.bob.await("ringing");
    answer(pair.ada, "cancel", second);
    assertThat(outcome(pair.ada, second)).isEqualTo("cancelled");
    assertThat(outcome(pair.bob, second)).isEqualTo("cancelled");
    answer(pair.bob, "accept", second);
    assertThat(error(pair.bob)).isEqualTo("call-unknown");

    String third = call(pair.ada, pair.bobsId);
    pair.bob.await("ringing");
    assertThat(outcome(pair.bob, third)).isEqualTo("missed");
    assertThat(outcome(pair.ada, third)).isEqualTo("missed");
  }

  @Test
  void ringsInEveryWindowUntilOneAnswers() {
    Pair pair = new Pair(connect(), connect()).online();
    TestSocket other = connect(pair.bob.wallet());
    state(other, List.of(pair.bobsId), List.of(pair.adasId));
    online(other, true);

    String call = call(pair.ada, pair.bobsId);
    pair.bob.await("ringing");
    other.await("ringing");
    answer(other, "accept", call);

    assertThat(outcome(pair.bob, call)).isEqualTo("answered-elsewhere");
    other.await("matched");
    pair.ada.await("matched");
  }

  @Test
  void twoWhoCallEachOtherMeet() {
    Pair pair = new Pair(connect(), connect()).online();
    entitlements.set(pair.bob.wallet(), withContacts());
    call(pair.ada, pair.bobsId);
    pair.bob.await("ringing");

    pair.bob.send("{\"type\":\"call\",\"id\":\"%s\"}".formatted(pair.adasId.wire()));

    pair.bob.await("accepted");
    pair.bob.await("matched");
    pair.ada.await("accepted");
    pair.ada.await("matched");
  }

  @Test
  void soDoTwoWhoCallEachOtherBeforeEitherCallRings() {
    Pair pair = new Pair(connect(), connect()).online();
    Runnable letAnswer = entitlements.hold();
    call(pair.ada, pair.bobsId);
    call(pair.bob, pair.adasId);
    letAnswer.run();

    List<String> encounters = new ArrayList<>();
    for (TestSocket one : List.of(pair.ada, pair.bob)) {
      one.await("accepted");
      encounters.add(one.await("matched").path("encounter").asString());
    }
    assertThat(encounters.getFirst()).isEqualTo(encounters.getLast());
  }

  @Test
  void whoIsInAnEncounterCallsNobody() {
    Pair pair = new Pair(connect(), connect()).online();
    TestSocket stranger = connect();
    for (TestSocket one : List.of(pair.ada, stranger)) {
      one.send("{\"type\":\"join\",\"interests\":[\"no calls\"]}");
    }
    pair.ada.await("matched");
    String call = call(pair.ada, pair.bobsId);
    assertThat(error(pair.ada)).isEqualTo("in-encounter-elsewhere");
    assertThat(outcome(pair.ada, call)).isEqualTo("refused");
    pair.bob.send("{\"type\":\"ping\"}");
    assertThat(pair.bob.awaitAny().path("type").asString()).isEqualTo("pong");
  }

  @Test
  void aCallEndsWithThePageOfTheCaller() {
    Pair pair = new Pair(connect(), connect()).online();
    String call = call(pair.ada, pair.bobsId);
    pair.bob.await("ringing");
    pair.ada.close();
    assertThat(outcome(pair.bob, call)).isEqualTo("cancelled");
  }

  @Test
  void whoIsBlockedHearsOnlyThatNobodyAnswers() {
    Pair pair = new Pair(connect(), connect()).online();
    safety.block(pair.bob.wallet(), pair.ada.wallet()).block(Duration.ofSeconds(20));

    assertThat(outcome(pair.ada, call(pair.ada, pair.bobsId))).isEqualTo("missed");
    pair.bob.send("{\"type\":\"ping\"}");
    assertThat(pair.bob.awaitAny().path("type").asString()).isEqualTo("pong");
  }

  @Test
  void whoBlocksSomebodyIsGoneForThemAtOnceAndStaysSo() {
    Pair pair = new Pair(connect(), connect()).online();
    answer(pair.bob, "accept", rungAt(pair.bob, call(pair.ada, pair.bobsId)));
    String encounter = pair.ada.await("matched").path("encounter").asString();
    pair.ada.send("{\"type\":\"block\",\"encounter\":\"%s\"}".formatted(encounter));

    assertThat(online(pair.ada, false)).containsExactly(pair.bobsId);
    assertThat(online(pair.bob, false)).containsExactly(pair.adasId);
    hearsOnlyOfClara(pair);
  }

  @Test
  void aBlockOfAnEarlierRunHoldsToo() {
    Pair pair = new Pair(connect(), connect());
    Long rows =
        store
            .work(
                client ->
                    client
                        .sql(
                            "INSERT INTO block (blocker, blocked, made_at) VALUES (:ada, :bob,"
                                + " :then)")
                        .bind("ada", pseudonym(pair.ada))
                        .bind("bob", pseudonym(pair.bob))
                        .bind("then", Instant.EPOCH)
                        .fetch()
                        .rowsUpdated())
            .block(Duration.ofSeconds(20));
    assertThat(rows).isEqualTo(1);
    pair.adaIsOnline();
    hearsOnlyOfClara(pair);
  }

  private String pseudonym(TestSocket socket) {
    return requireNonNull(safety.clearance(socket.wallet()).block()).blocks().self().value();
  }

  /** Somebody who is there shows that the other would have been told of by then. */
  private void hearsOnlyOfClara(Pair pair) {
    TestSocket clara = connect();
    RendezvousId forBob = new RendezvousId(9, NUMBERS.incrementAndGet());
    RendezvousId forClara = new RendezvousId(9, NUMBERS.incrementAndGet());
    state(clara, List.of(forBob), List.of(forClara));
    TestSocket again = connect(pair.bob.wallet());
    state(again, List.of(pair.bobsId, forClara), List.of(pair.adasId, forBob));
    assertThat(online(clara, true)).containsExactly(forClara);
    assertThat(online(again, true)).containsExactly(forBob);
  }

  @Test
  void onlyWhoseTierUnlocksItMayCall() {
    Pair pair = new Pair(connect(), connect()).online();
    entitlements.set(pair.ada.wallet(), FakeEntitlements.STAKED);
    String call = call(pair.ada, pair.bobsId);
    assertThat(error(pair.ada)).isEqualTo("feature-required");
    assertThat(outcome(pair.ada, call)).isEqualTo("refused");
    // To be called takes no more than to meet anybody.
    entitlements.set(pair.bob.wallet(), withContacts());
    call(pair.bob, pair.adasId);
    pair.ada.await("ringing");
  }

  @Test
  void nobodyAnswersForSomebodyElse() {
    Pair pair = new Pair(connect(), connect()).online();
    TestSocket stranger = connect();
    String call = call(pair.ada, pair.bobsId);
    pair.bob.await("ringing");
    for (String what : List.of("accept", "decline", "cancel")) {
      answer(stranger, what, call);
      assertThat(error(stranger)).isEqualTo("call-unknown");
    }
    answer(pair.bob, "cancel", call);
    assertThat(error(pair.bob)).isEqualTo("call-unknown");
    answer(pair.bob, "accept", call);
    pair.ada.await("matched");
  }

  @Test
  void aMinuteAllowsOnlySoManyCalls() {
    Pair pair = new Pair(connect(), connect()).online();
    for (int time = 0; time < 4; time++) {
      String call = call(pair.ada, pair.bobsId);
      answer(pair.ada, "cancel", call);
      assertThat(outcome(pair.ada, call)).isEqualTo("cancelled");
    }
    pair.ada.send("{\"type\":\"call\",\"id\":\"%s\"}".formatted(pair.bobsId.wire()));
    assertThat(error(pair.ada)).isEqualTo("rate-limited");
  }

  @Test
  void thereIsRoomForSoManyIds() {
    TestSocket one = connect();
    TestSocket two = connect();
    TestSocket watcher = connect();
    state(watcher, List.of(), many(1).subList(0, 1));
    state(one, many(1), many(2));
    online(watcher, true);
    state(two, many(3), List.of());
    assertThat(error(two)).isEqualTo("presence-full");
    two.send("{\"type\":\"ping\"}");
    two.await("pong");
  }

  private static List<RendezvousId> many(int which) {
    return LongStream.range(0, 1_000).mapToObj(id -> new RendezvousId(which, id)).toList();
  }

  private TestSocket connect() {
    TestSocket socket = connect(new Address("0x%040x".formatted(NUMBERS.incrementAndGet())));
    entitlements.set(socket.wallet(), withContacts());
    return socket;
  }

  private TestSocket connect(Address wallet) {
    TestSocket socket = new TestSocket(port, wallet);
    sockets.add(socket);
    socket.await("welcome");
    return socket;
  }

  private static EntitlementResult withContacts() {
    return new EntitlementResult.Known(new Entitlement(false, 1, Set.of(Feature.CONTACTS)));
  }

  private static void state(
      TestSocket socket, List<RendezvousId> findable, List<RendezvousId> looking) {
    socket.send(
        "{\"type\":\"presence\",\"findable\":%s,\"looking\":%s}"
            .formatted(array(findable), array(looking)));
  }

  private static String array(List<RendezvousId> ids) {
    return ids.stream()
        .map(id -> "\"" + id.wire() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Who comes, or goes. */
  private static List<RendezvousId> online(TestSocket socket, boolean online) {
    JsonNode news = socket.await("contact-online");
    assertThat(news.path("online").asBoolean()).isEqualTo(online);
    List<RendezvousId> ids = new ArrayList<>();
    news.path("ids").forEach(id -> ids.add(RendezvousId.of(id.asString()).orElseThrow()));
    return ids;
  }

  /** The name of the call. */
  private static String call(TestSocket from, RendezvousId id) {
    from.send("{\"type\":\"call\",\"id\":\"%s\"}".formatted(id.wire()));
    JsonNode calling = from.await("calling");
    assertThat(calling.path("id").asString()).isEqualTo(id.wire());
    return calling.path("call").asString();
  }

  /** The same, once it rings there. */
  private static String rungAt(TestSocket socket, String call) {
    assertThat(socket.await("ringing").path("call").asString()).isEqualTo(call);
    return call;
  }

  private static void answer(TestSocket socket, String what, String call) {
    socket.send("{\"type\":\"%s\",\"call\":\"%s\"}".formatted(what, call));
  }

  private static String outcome(TestSocket socket, String call) {
    JsonNode ended = socket.await("call-ended");
    assertThat(ended.path("call").asString()).isEqualTo(call);
    return ended.path("outcome").asString();
  }

  private static String error(TestSocket socket) {
    return socket.await("error").path("code").asString();
  }

  /** Two who keep each other. */
  private static final class Pair {

    private final TestSocket ada;
    private final TestSocket bob;
    private final RendezvousId adasId = new RendezvousId(9, NUMBERS.incrementAndGet());
    private final RendezvousId bobsId = new RendezvousId(9, NUMBERS.incrementAndGet());

    Pair(TestSocket ada, TestSocket bob) {
      this.ada = ada;
      this.bob = bob;
    }

    void adaIsOnline() {
      state(ada, List.of(adasId), List.of(bobsId));
    }

    void bobIsOnline() {
      state(bob, List.of(bobsId), List.of(adasId));
    }

    Pair online() {
      adaIsOnline();
      bobIsOnline();
      CallSocketTest.online(ada, true);
      CallSocketTest.online(bob, true);
      return this;
    }
  }
}
