package dev.passerby.chain;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.http.HttpService;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The one way to the node: every request through it is bounded in time, and all of them in number.
 */
final class NodeRpc implements AutoCloseable {

  /** Requests that may wait for their turn; more fail at once instead of piling up. */
  private static final int QUEUED_PER_THREAD = 64;

  private final Web3jService service;
  private final Web3j web3j;
  private final Scheduler scheduler;
  private final Duration timeout;

  NodeRpc(URI url, Duration timeout, int concurrency) {
    this.service = open(url, timeout);
    this.web3j = Web3j.build(service);
    this.timeout = timeout;
    this.scheduler =
        Schedulers.newBoundedElastic(concurrency, QUEUED_PER_THREAD, "chain-rpc", 60, true);
  }

  Web3j web3j() {
    return web3j;
  }

  Web3jService service() {
    return service;
  }

  /**
   * Runs a blocking exchange off the event loop; whatever goes wrong is {@link ChainUnavailable}.
   */
  <T> Mono<T> ask(Callable<T> exchange) {
    return Mono.fromCallable(exchange)
        .subscribeOn(scheduler)
        .timeout(timeout)
        .onErrorMap(error -> !(error instanceof ChainUnavailable), NodeRpc::unavailable);
  }

  /**
   * Runs a blocking exchange and waits for it; only for start and for threads of one's own.
   *
   * @throws ChainUnavailable if it fails or takes too long
   */
  <T> T askAndWait(Callable<T> exchange) {
    var answer = ask(exchange).toFuture();
    try {
      return answer.get(timeout.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ChainUnavailable known ? known : unavailable(e);
    } catch (TimeoutException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  @Override
  public void close() {
    web3j.shutdown();
    scheduler.dispose();
  }

  private static ChainUnavailable unavailable(Throwable cause) {
    return new ChainUnavailable("the chain's node did not answer", cause);
  }

  private static Web3jService open(URI url, Duration timeout) {
    return switch (String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT)) {
      case "http", "https" ->
          new HttpService(url.toString(), new OkHttpClient.Builder().callTimeout(timeout).build());
      case "ws", "wss" -> new ReconnectingSocket(url);
      default ->
          throw new ChainStartFailure(
              "passerby.chain.rpc-url is neither an http(s) nor a ws(s) address.",
              "Set it to the node's JSON-RPC endpoint.");
    };
  }

  /** The response's result, or {@link ChainUnavailable} if the node answered with an error. */
  static <T> T resultOf(org.web3j.protocol.core.Response<T> response) throws IOException {
    if (response.hasError()) {
      throw new ChainUnavailable(
          "the chain's node answered with error " + response.getError().getCode(), null);
    }
    return response.getResult();
  }
}
