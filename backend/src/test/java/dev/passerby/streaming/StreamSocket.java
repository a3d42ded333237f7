package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.signaling.SignInByHeader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that streams, by an implementation of sockets that shares nothing with the service's. */
final class StreamSocket extends AbstractWebSocketHandler implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 30;
  private static final int FRAME = 16 << 10;

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final WebSocketSession session;

  StreamSocket(int port, Address wallet) {
    WebSocketHttpHeaders headers = new WebSocketHttpHeaders();
    headers.add(SignInByHeader.WALLET_HEADER, wallet.value());
    try {
      this.session =
          new StandardWebSocketClient()
              .execute(this, headers, URI.create("ws://localhost:" + port + "/api/socket/stream"))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("no socket", e);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    received.add(JSON.readTree(message.getPayload()));
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    received.add(JSON.createObjectNode().put("type", "closed"));
  }

  /** Says where to. */
  void ask(String address, String key, String video) {
    say(
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("type", "stream")
                .put("address", address)
                .put("key", key)
                .put("container", "matroska")
                .put("video", video)
                .put("audio", "opus")));
  }

  void say(String text) {
    try {
      session.sendMessage(new TextMessage(text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends media as it comes, to its end, or until the socket takes no more. */
  void sendAll(InputStream media) {
    byte[] buffer = new byte[FRAME];
    try (media) {
      for (int read = media.read(buffer); read >= 0; read = media.read(buffer)) {
        session.sendMessage(new BinaryMessage(Arrays.copyOf(buffer, read)));
      }
    } catch (IOException | IllegalStateException e) {
      // What the end of the socket means is for the test to say, by what it was told.
      assertThat(session.isOpen()).isFalse();
    }
  }

  void send(byte[] media) {
    try {
      session.sendMessage(new BinaryMessage(media));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until the stream is in this state. */
  JsonNode awaitState(String state) {
    return await(message -> message.path("state").asString("").equals(state));
  }

  /** Waits until the stream is over; why. */
  String awaitEnd() {
    return await(message -> message.path("type").asString("").equals("ended"))
        .path("reason")
        .asString();
  }

  /** Opens a socket that the service is to close at once; the status code. */
  static int closeCode(int port, Address wallet) {
    var closed = new CompletableFuture<Integer>();
    // Not Tomcat's client, which takes 1013 for a mistake.
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header(SignInByHeader.WALLET_HEADER, wallet.value())
        .buildAsync(
            URI.create("ws://localhost:" + port + "/api/socket/stream"),
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onClose(
                  WebSocket socket, int code, String reason) {
                closed.complete(code);
                return null;
              }
            })
        .join();
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** The first message like this; others before it are passed over. */
  JsonNode await(Predicate<JsonNode> wanted) {
    try {
      while (true) {
        JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a message in time").isNotNull();
        if (wanted.test(message)) {
          return message;
        }
        assertThat(message.path("type").asString("")).as("%s", message).isEqualTo("state");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
