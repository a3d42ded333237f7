package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.chain.TcpProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A page that keeps its line as the protocol says: it counts what it receives, keeps what it sends,
 * and comes back after a loss. Its network can be broken. For one thread.
 */
final class LinePage implements AutoCloseable {

  private static final List<String> NOT_NUMBERED = List.of("welcome", "resumed");

  private final Address wallet;
  private final TcpProxy network;
  private final List<String> sent = new ArrayList<>();
  private final Deque<JsonNode> heard = new ArrayDeque<>();
  private TestSocket socket;
  private String token;
  private long received;

  LinePage(int port, Address wallet) throws IOException {
    this.wallet = wallet;
    this.network = new TcpProxy(port);
    this.socket = new TestSocket(network.port(), wallet);
    this.token = socket.await("welcome").path("resume").asString();
  }

  String token() {
    return token;
  }

  TestSocket socket() {
    return socket;
  }

  void send(String json) {
    sent.add(json);
    socket.send(json);
  }

  /** The next message of this type; others before it are passed over. */
  JsonNode await(String type) {
    while (true) {
      JsonNode message = heard.isEmpty() ? numbered(socket.awaitAny()) : heard.remove();
      if (message.path("type").asString().equals(type)) {
        return message;
      }
    }
  }

  /** The next message, if one comes soon. */
  @Nullable JsonNode poll() throws InterruptedException {
    if (!heard.isEmpty()) {
      return heard.remove();
    }
    JsonNode message = socket.poll(Duration.ofMillis(5));
    return message == null ? null : numbered(message);
  }

  /** From now on nothing that either side sends arrives, and neither side knows. */
  void loseTheNetwork() {
    network.freeze();
  }

  /** Breaks the connection, with whatever is on its way. */
  void breakTheConnection() throws IOException {
    network.dropConnections();
  }

  /** Connects again and resumes; the connection before may still seem to be alive. */
  void comeBack() {
    network.thaw();
    TestSocket before = socket;
    before.takeAllAndTurnDeaf().forEach(message -> heard.add(numbered(message)));
    socket = new TestSocket(network.port(), wallet);
    socket.await("welcome");
    socket.send(resume());
    JsonNode answer = socket.awaitAny();
    assertThat(answer.path("type").asString()).isEqualTo("resumed");
    int arrived = answer.path("received").asInt();
    assertThat(arrived).isLessThanOrEqualTo(sent.size());
    sent.subList(arrived, sent.size()).forEach(socket::send);
  }

  /** What a page says first when it comes back. */
  String resume() {
    return "{\"type\":\"resume\",\"token\":\"%s\",\"received\":%d}".formatted(token, received);
  }

  private JsonNode numbered(JsonNode message) {
    if (!NOT_NUMBERED.contains(message.path("type").asString())) {
      received++;
    }
    return message;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    network.close();
  }
}
