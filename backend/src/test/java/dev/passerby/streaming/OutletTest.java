package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stream's way out does about ingests that answer, and are none. */
@Timeout(60)
class OutletTest {

  private static final FlvTag KEY_FRAME =
      new FlvTag(FlvTag.VIDEO, 0, new byte[] {0x17, 1, 0, 0, 0, 0, 0, 0, 1, 0x65});
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final List<StreamEnd> ends = Collections.synchronizedList(new ArrayList<>());

  @Test
  void anIngestThatAnswersAByteAtATimeIsGivenUp() throws Exception {
    try (var server = TricklingServer.rtmp()) {
      var outlet = outlet(ingest(server.port(), false, SOON), LONG);
      assertThatThrownBy(outlet::open).isInstanceOf(IOException.class);
      await().untilAsserted(() -> assertThat(server.connections()).isZero());
    }
  }

  @Test
  void soIsOneThatDoesSoOverTls() throws Exception {
    try (var server = TricklingServer.tls()) {
      var outlet = outlet(ingest(server.port(), true, SOON), LONG);
      assertThatThrownBy(outlet::open).isInstanceOf(IOException.class);
      await().untilAsserted(() -> assertThat(server.connections()).isZero());
    }
  }

  @Test
  void whoIsNotWaitedForAnyMoreIsNotConnectedTo() throws Exception {
    try (var server = TricklingServer.rtmp()) {
      var outlet = outlet(ingest(server.port(), false, LONG), LONG);
      var opened = CompletableFuture.runAsync(() -> assertThatOpeningFails(outlet));
      await().until(() -> server.connections() == 1);

      outlet.close();

      opened.join();
      await().untilAsserted(() -> assertThat(server.connections()).isZero());
    }
  }

  @Test
  void ofANameWithManyAddressesAFewAreTried() throws Exception {
    List<InetAddress> many = new ArrayList<>();
    for (int last = 1; last < 200; last++) {
      many.add(InetAddress.ofLiteral("127.1.1." + last));
    }
    assertThat(ingest(1935, false, SOON, many).addresses()).isEqualTo(many.subList(0, 4));
  }

  @Test
  void anIngestThatTakesAStreamAndDropsItAtOnceIsNotTriedForEver() throws Exception {
    try (var nginx = NginxRtmp.start();
        var proxy = new DroppingProxy(nginx.port())) {
      var outlet =
          outlet(ingest(proxy.port(), false, Duration.ofSeconds(5)), Duration.ofSeconds(2));
      outlet.open();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                outlet.send(KEY_FRAME);
                return ends.contains(StreamEnd.LOST);
              });
      // Each pause is twice the one before it.
      assertThat(proxy.dropped()).isBetween(2, 6);
      outlet.close();
    }
  }

  private Outlet outlet(Ingest ingest, Duration returnWithin) {
    return new Outlet(ingest, returnWithin, ends::add);
  }

  private static void assertThatOpeningFails(Outlet outlet) {
    assertThatThrownBy(outlet::open).isInstanceOf(IOException.class);
  }

  private static Ingest ingest(int port, boolean secure, Duration within) {
    return ingest(port, secure, within, List.of(InetAddress.getLoopbackAddress()));
  }

  private static Ingest ingest(
      int port, boolean secure, Duration within, List<InetAddress> addresses) {
    var target = new Target(secure, "localhost", port, "live", "key");
    return new Ingest(target, addresses, (SSLSocketFactory) SSLSocketFactory.getDefault(), within);
  }
}
