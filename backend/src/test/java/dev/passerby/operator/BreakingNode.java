package dev.passerby.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands between a command and its node, and takes the node away where a test wants. */
final class BreakingNode implements AutoCloseable {

  /** What becomes of one request. */
  enum Fate {
    ANSWERED,
    /** The node never hears of it. */
    LOST,
    /** The node does it, and the answer never comes. */
    UNANSWERED,
    /** Something comes that is no answer. */
    GARBLED,
    /** The answer is that there is none. */
    EMPTY
  }

  private final URI node;
  private final Function<String, Fate> fates;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param fates from a request's body; called for one request at a time
   */
  BreakingNode(URI node, Function<String, Fate> fates) throws IOException {
    this.node = node;
    this.fates = fates;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var fate = fates.apply(request);
      var answer =
          switch (fate) {
            case LOST -> new byte[0];
            case ANSWERED -> ask(request);
            case UNANSWERED -> Arrays.copyOf(ask(request), 0);
            case GARBLED -> "<html>".getBytes(StandardCharsets.UTF_8);
            case EMPTY ->
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":null}".getBytes(StandardCharsets.UTF_8);
          };
      exchange.sendResponseHeaders(
          answer.length == 0 ? 503 : 200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private byte[] ask(String request) throws IOException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(node)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(request))
                  .build(),
              BodyHandlers.ofByteArray())
          .body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
