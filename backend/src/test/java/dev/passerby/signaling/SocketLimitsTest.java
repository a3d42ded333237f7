package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.socket.PingMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a peer may not do that breaks the protocol below ours, with shorter times than usual. */
@SpringBootTest(
    classes = SocketApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.signaling.ping-every=500ms",
      "passerby.signaling.silent-for=2s",
      "passerby.signaling.header-within=1s",
      "passerby.signaling.messages-per-second=100000",
      "passerby.signaling.burst=100000"
    })
class SocketLimitsTest {

  private static final AtomicInteger WALLETS = new AtomicInteger(1_000_000);
  private static final byte[] LEAVE = "{\"type\":\"leave\"}".getBytes(StandardCharsets.UTF_8);

  @LocalServerPort private int port;

  @Test
  void closesOverAnUnmaskedFrame() throws IOException {
    assertThat(endAfter(0x81, false, LEAVE)).isEqualTo(1002);
  }

  @Test
  void closesOverReservedBits() throws IOException {
    assertThat(endAfter(0x81 | 0x40, true, LEAVE)).isEqualTo(1002);
  }

  @Test
  void closesOverAReservedOpcode() throws IOException {
    assertThat(endAfter(0x83, true, LEAVE)).isEqualTo(1002);
  }

  @Test
  void closesOverAFragmentedPing() throws IOException {
    assertThat(endAfter(0x09, true, LEAVE)).isEqualTo(1002);
  }

  @Test
  void closesOverInvalidUtf8() throws IOException {
    assertThat(endAfter(0x81, true, new byte[] {'{', (byte) 0xff})).isEqualTo(1007);
  }

  @Test
  void cutsOffWhoNeitherSpeaksNorAnswersPings() throws IOException {
    try (var socket = new RawSocket(port, wallet())) {
      assertThat(socket.awaitEnd()).isEqualTo(RawSocket.CUT_OFF);
    }
  }

  @Test
  @Timeout(10)
  void cutsOffWhoNeverFinishesTheRequestsHead() throws IOException {
    try (var silent = new RawSocket(port);
        var trickling = new RawSocket(port)) {
      trickling.send("GET /api/socket HTTP/1.1\r\nX: ");
      trickling.trickleToTheEnd();
      assertThat(silent.awaitEnd()).isEqualTo(RawSocket.CUT_OFF);
    }
  }

  @Test
  void keepsWhoAnswersPings() throws IOException {
    try (var socket = new TestSocket(port, wallet());
        var silent = new RawSocket(port, wallet())) {
      assertThat(silent.awaitEnd()).isEqualTo(RawSocket.CUT_OFF);
      socket.send(new PingMessage());
      socket.send("nonsense");
      assertThat(socket.await("error").path("code").asString()).isEqualTo("malformed");
    }
  }

  @Test
  void closesAReaderThatStopsWhileOthersGoOn() throws IOException {
    try (var stalled = new RawSocket(port, wallet());
        var sender = new TestSocket(port, wallet())) {
      String join = "{\"type\":\"join\",\"interests\":[\"stalling\"]}";
      stalled.text(join);
      sender.send(join);
      JsonNode matched = sender.await("matched");
      String signal =
          "{\"type\":\"signal\",\"encounter\":\"%s\",\"payload\":{\"a\":\"%s\"}}"
              .formatted(matched.path("encounter").asString(), "x".repeat(60_000));
      Thread flood =
          Thread.ofVirtual()
              .start(
                  () -> {
                    // Far more than the kernel's buffers hold, and a sign of life with each.
                    for (int i = 0; i < 500; i++) {
                      sender.send(signal);
                      try {
                        stalled.frame(0x8a, true, new byte[0]);
                      } catch (IOException e) {
                        return;
                      }
                    }
                  });
      assertThat(sender.await("ended").path("reason").asString()).isEqualTo("peer-lost");
      flood.interrupt();
    }
  }

  @Test
  void answersPingsWithTheirContent() throws IOException {
    try (var socket = new RawSocket(port, wallet())) {
      JsonNode welcome = new JsonMapper().readTree(socket.awaitText());
      assertThat(welcome.path("type").asString()).isEqualTo("welcome");
      socket.frame(0x89, true, LEAVE);
      assertThat(socket.awaitFrame(0x8a)).isEqualTo(LEAVE);
    }
  }

  private int endAfter(int firstByte, boolean masked, byte[] content) throws IOException {
    try (var socket = new RawSocket(port, wallet())) {
      socket.frame(firstByte, masked, content);
      return socket.awaitEnd();
    }
  }

  private static Address wallet() {
    return new Address("0x%040x".formatted(WALLETS.incrementAndGet()));
  }
}
