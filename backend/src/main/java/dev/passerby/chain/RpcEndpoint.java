package dev.passerby.chain;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.http.HttpService;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;

/**
 * One node's JSON-RPC endpoint. After a failure it rests for a while that grows with every further
 * one, so that a dead node costs one request its time and not all of them.
 */
final class RpcEndpoint implements AutoCloseable {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  /** What Infura, Alchemy and others answer, with HTTP status 200, instead of 429. */
  private static final int LIMIT_EXCEEDED = -32_005;

  private final String name;
  private final Web3jService service;
  private final Web3j web3j;
  private final Duration timeout;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile long restsUntil = System.nanoTime(); // never asked before is never failed

  /**
   * @param timeout most time one request may take
   * @param onNewHead called when the node announces a block, which only a WebSocket can
   */
  RpcEndpoint(URI url, Duration timeout, Runnable onNewHead) {
    this.name = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    this.service = open(url, timeout, onNewHead);
    this.web3j = Web3j.build(service);
    this.timeout = timeout;
  }

  /** Host and port: the rest of the address may hold a secret. */
  String name() {
    return name;
  }

  Web3j web3j() {
    return web3j;
  }

  Web3jService service() {
    return service;
  }

  /** How long it still rests, in nanoseconds; not positive if it does not. */
  long restsFor() {
    return restsUntil - System.nanoTime();
  }

  /** Lets the others go first for a while. */
  void rest() {
    var exponent = Math.min(failures.getAndIncrement(), 10);
    var rest = FIRST_REST.multipliedBy(1L << exponent);
    restsUntil =
        System.nanoTime() + (rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest).toNanos();
  }

  /**
   * Runs a blocking exchange with this node; whatever goes wrong is {@link ChainUnavailable}. A
   * node that answers what cannot be used, such as that it does not know a block, need not rest.
   */
  <T> Mono<T> ask(Callable<T> exchange, Scheduler scheduler) {
    return Mono.fromCallable(() -> outcome(exchange))
        .subscribeOn(scheduler)
        .timeout(timeout)
        .<T>dematerialize()
        .doOnSuccess(_ -> failures.set(0))
        .doOnError(error -> !(error instanceof ChainUnavailable), _ -> failed())
        .onErrorMap(error -> !(error instanceof ChainUnavailable), NodeRpc::unavailable);
  }

  /** As a value: nobody is left to take an error that comes after the timeout. */
  private static <T> Signal<T> outcome(Callable<T> exchange) {
    try {
      var answer = exchange.call();
      return answer == null ? Signal.complete() : Signal.next(answer);
    } catch (Exception e) {
      return Signal.error(e);
    }
  }

  @Override
  public void close() {
    web3j.shutdown();
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * The response's result.
   *
   * @throws ChainUnavailable if the node answered with an error
   * @throws IOException if it wants to be left alone
   */
  static <T> T resultOf(Response<T> response) throws IOException {
    if (!response.hasError()) {
      return response.getResult();
    }
    throw refusal(response.getError().getCode());
  }

  /** What to make of a node's error. */
  static ChainUnavailable refusal(int code) throws IOException {
    if (code == LIMIT_EXCEEDED) {
      throw new IOException("the chain's node limits its rate");
    }
    return new ChainUnavailable("the chain's node answered with error " + code, null);
  }

  private void failed() {
    rest();
    if (service instanceof ReconnectingSocket socket) {
      socket.drop(); // it may be open at this end only
    }
  }

  private static Web3jService open(URI url, Duration timeout, Runnable onNewHead) {
    return switch (String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT)) {
      case "http", "https" ->
          new HttpService(url.toString(), new OkHttpClient.Builder().callTimeout(timeout).build());
      case "ws", "wss" -> new ReconnectingSocket(url, timeout, onNewHead);
      default ->
          throw new ChainStartFailure(
              "passerby.chain.rpc-url is neither an http(s) nor a ws(s) address.",
              "Set it to the node's JSON-RPC endpoint.");
    };
  }
}
