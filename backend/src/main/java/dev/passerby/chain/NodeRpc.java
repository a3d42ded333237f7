package dev.passerby.chain;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The one way to the nodes: every request through it is bounded in time, all of them in number, and
 * what one node fails to answer is asked of the next.
 */
final class NodeRpc implements AutoCloseable {

  /** Requests that may wait for their turn; more fail at once instead of piling up. */
  private static final int QUEUED_PER_THREAD = 64;

  /** How often one question is put, whatever the number of nodes. */
  private static final int TURNS = 2;

  /** Before the only node is asked once more. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final List<RpcEndpoint> endpoints;
  private final Scheduler scheduler;
  private final Duration timeout;
  private final Sinks.Many<Boolean> newHeads = Sinks.many().multicast().directBestEffort();

  /**
   * @param urls in the order of preference
   * @param timeout most time one request to one node may take
   * @param concurrency most requests at a time
   */
  NodeRpc(List<URI> urls, Duration timeout, int concurrency) {
    Runnable onNewHead = () -> newHeads.tryEmitNext(true); // lost if nobody listens, or two at once
    this.endpoints = urls.stream().map(url -> new RpcEndpoint(url, timeout, onNewHead)).toList();
    this.timeout = timeout;
    this.scheduler =
        Schedulers.newBoundedElastic(concurrency, QUEUED_PER_THREAD, "chain-rpc", 60, true);
  }

  /** A blocking exchange with whichever node it is given. */
  @FunctionalInterface
  interface Exchange<T> {
    T with(RpcEndpoint node) throws Exception;
  }

  /** All nodes, in the order of preference. */
  List<RpcEndpoint> endpoints() {
    return endpoints;
  }

  /**
   * Says when a node has announced a block: a hint to look sooner, since an announcement may get
   * lost.
   */
  Flux<Boolean> newHeads() {
    return newHeads.asFlux();
  }

  /** Asks the nodes in turn until one answers; {@link ChainUnavailable} if none does. */
  <T> Mono<T> ask(Exchange<T> exchange) {
    return Mono.defer(() -> ask(exchange, turns(), 0));
  }

  private <T> Mono<T> ask(Exchange<T> exchange, List<RpcEndpoint> turns, int turn) {
    var answer = askOne(turns.get(turn), exchange);
    if (turn + 1 == turns.size()) {
      return answer;
    }
    var next = Mono.defer(() -> ask(exchange, turns, turn + 1));
    var again = endpoints.size() == 1 ? next.delaySubscription(PAUSE) : next;
    return answer.onErrorResume(ChainUnavailable.class, _ -> again);
  }

  /** Asks this node and no other. */
  <T> Mono<T> askOne(RpcEndpoint node, Exchange<T> exchange) {
    return node.ask(() -> exchange.with(node), scheduler);
  }

  /**
   * Runs a blocking exchange and waits for it; only for start and for threads of one's own.
   *
   * @throws ChainUnavailable if it fails or takes too long
   */
  <T> T askAndWait(Exchange<T> exchange) {
    return await(ask(exchange));
  }

  /** Waits for what was asked here, on a thread of one's own. */
  <T> T await(Mono<T> question) {
    try {
      var longest = timeout.plus(PAUSE).multipliedBy(TURNS).plusSeconds(1);
      return question.toFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS);
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
    endpoints.forEach(RpcEndpoint::close);
    scheduler.dispose();
  }

  static ChainUnavailable unavailable(Throwable cause) {
    return new ChainUnavailable("the chain's node did not answer", cause);
  }

  /** Those that do not rest, by preference; then those whose rest ends first. */
  private List<RpcEndpoint> turns() {
    if (endpoints.size() == 1) {
      return List.of(endpoints.getFirst(), endpoints.getFirst());
    }
    var rests = Comparator.comparingLong((RpcEndpoint node) -> Math.max(0, node.restsFor()));
    return endpoints.stream().sorted(rests).limit(TURNS).toList();
  }
}
