package dev.passerby.chain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Stands before a real node and passes requests on, or does to them what bad nodes do. */
public final class FaultyNode implements AutoCloseable {

  /** What becomes of a request. */
  public enum Fault {
    NONE,
    /** Taken, and never answered. */
    SILENT,
    /** Taken, and answered as soon as the node becomes something else. */
    HELD,
    TOO_MANY_REQUESTS,
    BAD_GATEWAY,
    /** HTTP status 200 with an error of JSON-RPC, as some providers limit their users. */
    LIMITED,
    GARBAGE,
    /** The answer breaks off in the middle. */
    CUT_OFF,
    /** Every block has another hash than it should. */
    LYING,
    /** The newest block remains what it was. */
    LAGGING
  }

  private final URI target;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger heads = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;
  private volatile CountDownLatch changed = new CountDownLatch(1);
  private volatile String newest = "";
  private volatile Predicate<String> affected = request -> true;

  public FaultyNode(URI target) throws IOException {
    this.target = target;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on, for all requests. */
  public void become(Fault next) throws IOException, InterruptedException {
    become(next, request -> true);
  }

  /** From now on, for requests whose body is like this. */
  public void become(Fault next, Predicate<String> forRequests)
      throws IOException, InterruptedException {
    if (next == Fault.LAGGING) {
      var answer =
          forward("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_blockNumber\",\"params\":[]}");
      newest = answer.replaceFirst(".*(\"0x[0-9a-f]+\").*", "$1");
    }
    var before = changed;
    changed = new CountDownLatch(1);
    affected = forRequests;
    fault = next;
    before.countDown();
  }

  /** How often the newest block was asked for. */
  public int heads() {
    return heads.get();
  }

  /** How many requests held contract calls. */
  public int reads() {
    return reads.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var until = changed;
    try (exchange) {
      var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (request.contains("\"eth_call\"")) {
        reads.incrementAndGet();
      } else if (request.contains("\"latest\"")) {
        heads.incrementAndGet();
      }
      switch (affected.test(request) ? fault : Fault.NONE) {
        case NONE -> answer(exchange, 200, forward(request));
        case SILENT -> closed.await();
        case HELD -> {
          until.await();
          answer(exchange, 200, forward(request));
        }
        case TOO_MANY_REQUESTS -> answer(exchange, 429, "slow down");
        case BAD_GATEWAY -> answer(exchange, 502, "bad gateway");
        case LIMITED ->
            answer(
                exchange,
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32005,\"message\":\"limit\"}}");
        case GARBAGE -> answer(exchange, 200, "<html>" + request);
        case CUT_OFF -> {
          var whole = forward(request).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, whole.length);
          exchange.getResponseBody().write(whole, 0, whole.length / 2);
        }
        case LAGGING -> answer(exchange, 200, forward(request.replace("\"latest\"", newest)));
        case LYING ->
            answer(
                exchange,
                200,
                forward(request).replaceAll("\"hash\":\"0x.{4}", "\"hash\":\"0xbaad"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String forward(String request) throws IOException, InterruptedException {
    var forwarded =
        HttpRequest.newBuilder(target)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(request))
            .build();
    return client.send(forwarded, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
