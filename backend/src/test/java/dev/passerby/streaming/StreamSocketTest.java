package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Feature;
import dev.passerby.signaling.FakeEntitlements;
import dev.passerby.signaling.SignInByHeader.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Streams from a socket, through ffmpeg, to a real RTMP server; what arrived there is decoded. */
@SpringBootTest(
    classes = StreamApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.streaming.allowed-networks=127.0.0.1/32",
      "passerby.streaming.streams=2",
      "passerby.streaming.transcodes=1",
      "passerby.streaming.starts-per-minute=3",
      "passerby.streaming.connect-within=2s",
      "passerby.streaming.slow-for=4s",
      "passerby.streaming.silent-for=3s",
      "passerby.streaming.makes-way-after=1s",
      "passerby.streaming.per-second=200KB",
      "logging.level.dev.passerby=debug"
    })
@ExtendWith(OutputCaptureExtension.class)
@Timeout(90)
class StreamSocketTest {

  private static final String KEY = "s3cret-key";
  private static final EntitlementResult UNLOCKED =
      new EntitlementResult.Known(new Entitlement(false, 1, Set.of(Feature.STREAMING)));

  // There before the service is, which is told which ports it may use.
  private static final NginxRtmp ingest = NginxRtmp.start();
  private static final StallingProxy proxy = proxy();
  private static final TricklingServer trickle = trickle();
  private static int wallets;

  @LocalServerPort private int port;

  @Autowired private FakeEntitlements entitlements;
  @Autowired private SignedIn signedIn;
  @Autowired private Streams streams;

  private final List<StreamSocket> sockets = new ArrayList<>();
  private final List<Process> films = new ArrayList<>();
  private final Address wallet = nobodyYet();

  private static StallingProxy proxy() {
    try {
      return new StallingProxy(ingest.port());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static TricklingServer trickle() {
    try {
      return TricklingServer.rtmp();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Address nobodyYet() {
    return new Address("0x%040x".formatted(++wallets));
  }

  @DynamicPropertySource
  static void program(DynamicPropertyRegistry properties) {
    properties.add("passerby.streaming.ffmpeg", Film::ffmpeg);
    properties.add(
        "passerby.streaming.ports",
        () -> ingest.port() + "," + proxy.port() + "," + trickle.port() + ",1935,443");
  }

  @AfterEach
  void leaveNothing() {
    films.forEach(Process::destroyForcibly);
    sockets.forEach(StreamSocket::close);
    await().untilAsserted(() -> assertThat(streams.count()).isZero());
    assertThat(encoders()).isEmpty();
  }

  @AfterAll
  static void stopIngest() throws IOException {
    proxy.close();
    trickle.close();
    ingest.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"libx264, h264, copied", "libvpx, other, encoded anew"})
  void whatAPageSendsArrivesWhole(String encoder, String video, String how) throws Exception {
    StreamSocket page = ready("whole-" + encoder, video);
    Process film = film(encoder, Duration.ofSeconds(6));
    page.sendAll(film.getInputStream());
    page.say("{\"type\":\"finish\"}");
    assertThat(page.awaitEnd()).as(how).isEqualTo("stopped");

    // The last of it may still be on its way to the disk.
    Film.Facts arrived =
        await().until(() -> Film.look(newest("whole-" + encoder)), facts -> facts.seconds() > 5.5);
    assertThat(arrived.codecs()).containsExactly("aac", "h264");
    assertThat(arrived.seconds()).isBetween(5.5, 6.5);
    assertThat(arrived.pictures()).isGreaterThan(5 * 24);
    assertThat(arrived.sounds()).isGreaterThan(5 * 40);
  }

  @Test
  void aPageIsToldHowItIsGoing() throws Exception {
    StreamSocket page = ready("told", "h264");
    send(page, film("libx264", Duration.ofSeconds(30)));
    var flowing = page.await(message -> message.path("bitsPerSecond").asLong() > 0);
    assertThat(flowing.path("bitsPerSecond").asLong()).isBetween(50_000L, 5_000_000L);
    page.awaitState("live");
  }

  @Test
  void aShortLossOfTheIngestIsGottenOverFromTheNextKeyFrameOn() throws Exception {
    StreamSocket page = ready("lost", "h264");
    send(page, film("libx264", Duration.ofSeconds(60)));
    page.awaitState("live");
    ingest.kill();
    page.awaitState("reconnecting");
    Path before = newest("lost");
    ingest.resume();
    page.awaitState("live");
    page.await(message -> message.path("bitsPerSecond").asLong() > 0);
    page.await(message -> message.path("bitsPerSecond").asLong() > 0);
    page.say("{\"type\":\"finish\"}");
    assertThat(page.awaitEnd()).isEqualTo("stopped");
    assertThat(newest("lost")).isNotEqualTo(before);
    assertThat(Film.look(newest("lost")).pictures()).isGreaterThan(24);
  }

  @Test
  void anIngestThatTakesNothingAnyMoreIsTriedAgain() throws Exception {
    StreamSocket page = socket();
    page.ask("rtmp://127.0.0.1:" + proxy.port() + "/live", KEY + "-stuck", "h264");
    page.awaitState("ready");
    send(page, film("libx264", Duration.ofSeconds(80)));
    page.awaitState("live");
    proxy.stall();
    page.awaitState("congested");
    page.await(message -> message.path("losses").asInt() == 1);
    page.awaitState("live");
  }

  @Test
  void anIngestThatAnswersAByteAtATimeIsUnreachableAndHoldsNothing() {
    StreamSocket page = socket();
    page.ask("rtmp://127.0.0.1:" + trickle.port() + "/live", KEY, "h264");
    await().until(() -> trickle.connections() == 1);
    assertThat(page.awaitEnd()).isEqualTo("unreachable");
    await()
        .untilAsserted(
            () -> {
              assertThat(trickle.connections()).isZero();
              assertThat(Thread.getAllStackTraces().keySet())
                  .noneMatch(thread -> thread.getName().equals("stream"));
            });
  }

  @Test
  void onlyWhosePassUnlocksItMayStream() {
    entitlements.set(wallet, FakeEntitlements.STAKED);
    StreamSocket page = socketOf(wallet);
    page.ask(ingest.address(), KEY, "h264");
    assertThat(page.awaitEnd()).isEqualTo("locked");
  }

  @Test
  void nobodyStreamsWhileTheChainIsNotKnown() {
    entitlements.set(wallet, new EntitlementResult.ChainDown());
    StreamSocket page = socketOf(wallet);
    page.ask(ingest.address(), KEY, "h264");
    assertThat(page.awaitEnd()).isEqualTo("chain-unavailable");
  }

  @Test
  void aStreamEndsWithThePassThatUnlockedIt() throws Exception {
    StreamSocket page = ready("sold", "h264");
    send(page, film("libx264", Duration.ofSeconds(60)));
    page.awaitState("live");
    entitlements.set(wallet, FakeEntitlements.STAKED);
    assertThat(page.awaitEnd()).isEqualTo("pass-lost");
    await().untilAsserted(() -> assertThat(encoders()).isEmpty());
    assertThat(Film.look(newest("sold")).codecs()).containsExactly("aac", "h264");
  }

  @Test
  void aStreamGoesOnWhileTheChainIsNotKnown() throws Exception {
    StreamSocket page = ready("stale", "h264");
    send(page, film("libx264", Duration.ofSeconds(60)));
    page.awaitState("live");
    entitlements.set(wallet, new EntitlementResult.ChainDown());
    page.await(message -> message.path("bitsPerSecond").asLong() > 0);
    page.await(message -> message.path("bitsPerSecond").asLong() > 0);
  }

  @Test
  void aStreamEndsWithTheSession() throws Exception {
    StreamSocket page = ready("signed-out", "h264");
    signedIn.sessions().signOut(signedIn.as(wallet)).block();
    assertThat(page.awaitEnd()).isEqualTo("signed-out");
  }

  @Test
  void aPageThatVanishesLeavesNothingRunning() throws Exception {
    StreamSocket page = ready("vanished", "h264");
    send(page, film("libx264", Duration.ofSeconds(60)));
    page.awaitState("live");
    page.close();
    await().untilAsserted(() -> assertThat(encoders()).isEmpty());
    assertThat(streams.count()).isZero();
  }

  @Test
  void aPageThatSendsNothingIsLetGoOf() {
    StreamSocket page = ready("silent", "h264");
    assertThat(page.awaitEnd()).isEqualTo("silent");
  }

  @Test
  void aWalletStreamsOnceAtATimeAndTheNodeSoManyTimes() throws Exception {
    StreamSocket first = ready("first", "h264");
    send(first, film("libx264", Duration.ofSeconds(60)));
    first.awaitState("live");
    StreamSocket again = socketOf(wallet);
    again.ask(ingest.address(), KEY, "h264");
    assertThat(again.awaitEnd()).isEqualTo("already-streaming");

    Address another = nobodyYet();
    entitlements.set(another, UNLOCKED);
    StreamSocket second = socketOf(another);
    second.ask(ingest.address(), KEY + "-second", "h264");
    second.awaitState("ready");

    Address third = nobodyYet();
    entitlements.set(third, UNLOCKED);
    StreamSocket tooMany = socketOf(third);
    tooMany.ask(ingest.address(), KEY + "-third", "h264");
    assertThat(tooMany.awaitEnd()).isEqualTo("node-full");
    first.close();
    await().untilAsserted(() -> assertThat(streams.count()).isEqualTo(1));
  }

  @Test
  void whatHasToBeEncodedAnewIsLimitedByItself() {
    ready("one", "other");
    Address another = nobodyYet();
    entitlements.set(another, UNLOCKED);
    StreamSocket second = socketOf(another);
    second.ask(ingest.address(), KEY + "-two", "other");
    assertThat(second.awaitEnd()).isEqualTo("node-full");
  }

  @Test
  void aWalletBeginsOnlySoManyStreamsAMinute() {
    entitlements.set(wallet, UNLOCKED);
    for (String expected :
        List.of("forbidden-address", "forbidden-address", "forbidden-address", "rate-limited")) {
      StreamSocket page = socketOf(wallet);
      page.ask("rtmp://10.0.0.1/app", KEY, "h264");
      assertThat(page.awaitEnd()).isEqualTo(expected);
      leave(page);
    }
  }

  @Test
  void whoHasNoRoomCostsNeitherAPermitNorALookUp() throws Exception {
    StreamSocket first = ready("busy", "h264");
    send(first, film("libx264", Duration.ofSeconds(60)));
    first.awaitState("live");
    for (int time = 0; time < 4; time++) {
      StreamSocket again = socketOf(wallet);
      again.ask("rtmp://nobody.invalid/live", KEY, "h264");
      assertThat(again.awaitEnd()).isEqualTo("already-streaming");
      leave(again, 1);
    }
    leave(first);
    ready("busy-again", "h264");
  }

  @Test
  void aStreamWhosePageHasBeenSilentForAWhileMakesWay() {
    StreamSocket silent = ready("makes-way", "h264");
    await()
        .until(
            () -> {
              StreamSocket next = socketOf(wallet);
              next.ask(ingest.address(), KEY + "-takes-over", "h264");
              boolean taken = next.await(StreamSocketTest::isAnswer).path("state").isString();
              if (!taken) {
                leave(next, 1);
              }
              return taken;
            });
    assertThat(silent.awaitEnd()).isEqualTo("silent");
    assertThat(streams.count()).isEqualTo(1);
  }

  @Test
  void aWalletHasOneSocketMoreThanStreams() {
    socketOf(wallet);
    StreamSocket second = socketOf(wallet);
    assertThat(StreamSocket.closeCode(port, wallet)).isEqualTo(1013);
    leave(second, 1);
    StreamSocket another = socket();
    another.ask(ingest.address(), KEY + "-another", "h264");
    another.awaitState("ready");
  }

  @ParameterizedTest
  @CsvSource({
    "rtmp://127.0.0.2:1935/live, forbidden-address",
    "rtmp://[::1]:1935/live, forbidden-address",
    "rtmp://169.254.169.254/latest, forbidden-address",
    "rtmp://2130706434:1935/live, forbidden-address",
    "rtmp://127.0.0.1:22/live, bad-address",
    "http://127.0.0.1/live, bad-address",
    "file:///etc/passwd, bad-address",
    "rtmp://nobody.invalid/live, unreachable",
    "rtmp://127.0.0.1:443/live, unreachable"
  })
  void whatIsNoIngestOfThePublicInternetIsNotStreamedTo(String address, String reason) {
    StreamSocket page = socket();
    page.ask(address, KEY, "h264");
    assertThat(page.awaitEnd()).isEqualTo(reason);
  }

  @Test
  void aKeyThatTheIngestRefusesIsTold() {
    ready("taken", "h264");
    Address another = nobodyYet();
    entitlements.set(another, UNLOCKED);
    StreamSocket second = socketOf(another);
    second.ask(ingest.address(), KEY + "-taken", "h264");
    assertThat(second.awaitEnd()).isEqualTo("refused");
  }

  @ParameterizedTest
  @CsvSource({"'{}', bad-request", "hello, bad-request", "'[1,2,3]', bad-request"})
  void whatIsNoRequestEndsIt(String text, String reason) {
    StreamSocket page = socket();
    page.say(text);
    assertThat(page.awaitEnd()).isEqualTo(reason);
  }

  @Test
  void mediaThatIsNoneIsTold() {
    StreamSocket page = ready("garbage", "h264");
    for (int i = 0; i < 60; i++) {
      page.send(new byte[16 << 10]);
    }
    page.say("{\"type\":\"finish\"}");
    assertThat(page.awaitEnd()).isEqualTo("bad-media");
  }

  @Test
  void pictureThatIsNotWhatWasSaidIsTold() throws Exception {
    StreamSocket page = ready("liar", "h264");
    send(page, film("libvpx", Duration.ofSeconds(20)));
    assertThat(page.awaitEnd()).isEqualTo("bad-media");
  }

  @Test
  void pictureThatIsLargerThanAnyIsNotDecoded() throws Exception {
    StreamSocket page = ready("huge", "other");
    Process film = Film.record("libvpx", "2560x1440", Duration.ofSeconds(60));
    films.add(film);
    send(page, film);
    assertThat(page.awaitEnd()).isEqualTo("bad-media");
  }

  @Test
  void pictureThatIsEncodedAnewIsNoLargerThanItHasToBe() throws Exception {
    StreamSocket page = ready("wide", "other");
    Process film = Film.record("libvpx", "1441x811", Duration.ofSeconds(2));
    films.add(film);
    page.sendAll(film.getInputStream());
    page.say("{\"type\":\"finish\"}");
    assertThat(page.awaitEnd()).isEqualTo("stopped");
    assertThat(Film.look(newest("wide")).size()).isEqualTo("1280x720");
  }

  @Test
  void ffmpegLearnsNothingOfTheServicesEnvironment() throws Exception {
    assertThat(System.getenv()).hasSizeGreaterThan(3);
    ready("environment", "h264");
    List<String> names = new ArrayList<>();
    for (ProcessHandle process : ffmpegs()) {
      String environment = Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
      environment.lines().flatMap(line -> Stream.of(line.split("\0"))).forEach(names::add);
    }
    assertThat(names)
        .isNotEmpty()
        .allMatch(name -> name.matches("(PATH|LD_LIBRARY_PATH|PWD|)=.*")); // PWD: the shell's own
  }

  @Test
  void moreThanIsAllowedEndsIt() throws Exception {
    StreamSocket page = ready("flood", "h264");
    Process film = Film.hurry("libx264", Duration.ofMinutes(3));
    films.add(film);
    send(page, film);
    assertThat(page.awaitEnd()).isEqualTo("too-much");
  }

  @Test
  void theKeyIsNeitherInAnyLogNorAmongAProgramsArguments(CapturedOutput output) throws Exception {
    StreamSocket page = ready("hidden", "h264");
    send(page, film("libx264", Duration.ofSeconds(60)));
    page.awaitState("live");
    assertThat(encoders()).isNotEmpty();
    assertThat(encoders()).noneMatch(arguments -> arguments.contains(KEY));
    ingest.kill();
    page.awaitState("reconnecting");
    ingest.resume();
    page.awaitState("live");
    page.close();
    await().untilAsserted(() -> assertThat(streams.count()).isZero());
    StreamSocket refused = socket();
    refused.ask("rtmp://127.0.0.1:443/live", KEY, "h264");
    refused.awaitEnd();
    assertThat(output.getAll()).contains("an ingest").doesNotContain(KEY);
  }

  /** A page of this test's wallet whose ingest waits for media. */
  private StreamSocket ready(String name, String video) {
    StreamSocket page = socket();
    page.ask(ingest.address(), KEY + "-" + name, video);
    page.awaitState("ready");
    return page;
  }

  private static boolean isAnswer(JsonNode message) {
    return message.path("state").asString("").equals("ready") || message.has("reason");
  }

  private StreamSocket socket() {
    entitlements.set(wallet, UNLOCKED);
    return socketOf(wallet);
  }

  private StreamSocket socketOf(Address who) {
    StreamSocket socket = new StreamSocket(port, who);
    sockets.add(socket);
    return socket;
  }

  private void leave(StreamSocket page) {
    leave(page, 0);
  }

  /** Closes it, and waits until only so many of this wallet are left. */
  private void leave(StreamSocket page, int left) {
    page.close();
    await().until(() -> streams.sockets(wallet) == left);
  }

  private Process film(String encoder, Duration length) throws IOException {
    Process film = Film.record(encoder, length);
    films.add(film);
    return film;
  }

  private static void send(StreamSocket page, Process film) {
    Thread.ofPlatform().daemon().start(() -> page.sendAll(film.getInputStream()));
  }

  /** The last that arrived under this key. */
  private static Path newest(String name) throws IOException {
    return ingest.recordings().stream()
        .filter(file -> file.getFileName().toString().startsWith(KEY + "-" + name))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** The arguments of every ffmpeg that the service has started. */
  private static List<String> encoders() {
    return ffmpegs().stream().map(StreamSocketTest::arguments).toList();
  }

  private static List<ProcessHandle> ffmpegs() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> arguments(process).contains("-flvflags"))
        .toList();
  }

  private static String arguments(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }
}
