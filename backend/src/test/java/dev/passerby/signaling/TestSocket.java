package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page's side of a socket, by an implementation that shares nothing with the service's. */
final class TestSocket extends AbstractWebSocketHandler implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 15;

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private boolean deaf;
  private final CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
  private final Address wallet;
  private final WebSocketSession session;

  TestSocket(int port, Address wallet) {
    this(port, wallet, "");
  }

  /**
   * @param session names one of the wallet's sessions, where it has several
   */
  TestSocket(int port, Address wallet, String session) {
    this.wallet = wallet;
    WebSocketHttpHeaders headers = new WebSocketHttpHeaders();
    headers.add(SignInByHeader.WALLET_HEADER, wallet.value());
    headers.add(SignInByHeader.SESSION_HEADER, session);
    try {
      this.session =
          new StandardWebSocketClient()
              .execute(this, headers, URI.create("ws://localhost:" + port + "/api/socket"))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("no socket", e);
    }
  }

  Address wallet() {
    return wallet;
  }

  @Override
  protected synchronized void handleTextMessage(WebSocketSession session, TextMessage message) {
    if (!deaf) {
      received.add(JSON.readTree(message.getPayload()));
    }
  }

  /** What has come and was not asked for yet; nothing that comes later will be heard. */
  synchronized List<JsonNode> takeAllAndTurnDeaf() {
    deaf = true;
    List<JsonNode> all = new ArrayList<>();
    received.drainTo(all);
    return all;
  }

  /** The next message if one comes soon. */
  @Nullable JsonNode poll(Duration patience) throws InterruptedException {
    return received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isClosed() {
    return closed.isDone();
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    closed.complete(status);
  }

  void send(String json) {
    send(new TextMessage(json));
  }

  void sendBinary(byte[] bytes) {
    send(new BinaryMessage(bytes));
  }

  void send(WebSocketMessage<?> message) {
    try {
      session.sendMessage(message);
    } catch (Exception e) {
      // What the socket's end means is for the test to say, by the close status.
      closed.isDone();
    }
  }

  /** The next message of this type; others before it are passed over. */
  JsonNode await(String type) {
    try {
      while (true) {
        JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a message of type %s", type).isNotNull();
        if (message.path("type").asString().equals(type)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The very next message. */
  JsonNode awaitAny() {
    try {
      JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(message).as("a message").isNotNull();
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  int awaitClose() {
    try {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getCode();
    } catch (Exception e) {
      throw new AssertionError("still open", e);
    }
  }

  /** Ends the connection without a close frame's manners being waited for. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
