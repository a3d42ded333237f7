package dev.passerby.chain;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Follows the head by asking for it, over HTTP and WebSocket alike: subscriptions get lost without
 * a word when a node reorganises or a proxy drops the connection, a question does not.
 *
 * <p>A block that does not build on the last one seen means a {@linkplain ChainEvent.Reset reset}.
 * Logs are asked for by block hash, so that they are those of the very block that was walked
 * through.
 */
final class HeadFollower implements ChainHead, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HeadFollower.class);

  /** Blocks walked back one by one before a reset is cheaper. */
  private static final int LONGEST_WALK = 64;

  private final NodeRpc rpc;
  private final List<String> contracts;
  private final Duration pollInterval;
  private final Duration staleAfter;
  private final Clock clock;
  private final Sinks.Many<ChainEvent> events = Sinks.many().multicast().directBestEffort();
  private final Scheduler thread = Schedulers.newSingle("chain-head", true);
  private final Disposable.Swap polling = Disposables.swap();

  private volatile @Nullable Head head; // written by the polling thread only
  private volatile boolean following;

  HeadFollower(
      NodeRpc rpc,
      ContractAddresses contracts,
      Duration pollInterval,
      Duration staleAfter,
      Clock clock) {
    this.rpc = rpc;
    this.contracts = List.of(contracts.tierPass().value(), contracts.sessionStaking().value());
    this.pollInterval = pollInterval;
    this.staleAfter = staleAfter;
    this.clock = clock;
  }

  void start() {
    polling.update(
        Mono.fromRunnable(this::poll)
            .subscribeOn(thread)
            .repeatWhen(polls -> polls.delayElements(pollInterval, thread))
            .subscribe(poll -> {}, error -> log.error("stopped following the chain", error)));
  }

  @Override
  public Optional<Head> latest() {
    return Optional.ofNullable(head);
  }

  @Override
  public Duration age() {
    var newest = head;
    return newest == null
        ? ChainHead.NEVER_SEEN
        : Duration.between(newest.timestamp(), clock.instant());
  }

  @Override
  public boolean stale() {
    return age().compareTo(staleAfter) > 0;
  }

  @Override
  public boolean following() {
    return following;
  }

  @Override
  public Flux<ChainEvent> events() {
    return events.asFlux();
  }

  @Override
  public void close() {
    polling.dispose();
    thread.dispose();
  }

  /** One look at the head; never throws, so that the next look comes whatever happens. */
  private void poll() {
    try {
      var newest = latestBlock();
      var known = head;
      if (known == null) {
        adopt(newest);
      } else if (!newest.getHash().equals(known.hash())) {
        advance(known, newest);
      }
      if (!following) {
        log.info("following the chain at block {}", newest.getNumber());
      }
      following = true;
    } catch (ChainUnavailable e) {
      if (following) {
        log.warn("the chain's node does not answer: {}", e.getMessage());
      }
      following = false;
    } catch (RuntimeException e) {
      log.error("could not read the chain's head", e);
      following = false;
    }
  }

  /**
   * Everything is read before anything is adopted: a failure half-way is repeated whole by the next
   * poll.
   */
  private void advance(Head known, EthBlock.Block newest) {
    var path = pathFrom(known, newest);
    if (path == null) {
      log.info("the chain left block {}, now at {}", known.number(), newest.getNumber());
      adopt(newest);
      emit(new ChainEvent.Reset());
      return;
    }
    var logs = new ArrayList<Log>();
    for (var hash : path) {
      logs.addAll(logsOf(hash));
    }
    adopt(newest);
    if (!logs.isEmpty()) {
      emit(new ChainEvent.Logs(List.copyOf(logs)));
    }
  }

  /**
   * Hashes from the block after the known one up to the newest; null if they are not on one chain,
   * or too far apart.
   */
  private @Nullable Deque<String> pathFrom(Head known, EthBlock.Block newest) {
    var path = new ArrayDeque<String>();
    var block = newest;
    while (block.getNumber().longValueExact() > known.number() && path.size() < LONGEST_WALK) {
      path.addFirst(block.getHash());
      if (block.getParentHash().equals(known.hash())) {
        return path;
      }
      if (block.getNumber().longValueExact() == known.number() + 1) {
        return null;
      }
      block = blockByHash(block.getParentHash());
    }
    return null;
  }

  private void adopt(EthBlock.Block block) {
    head =
        new Head(
            block.getNumber().longValueExact(),
            block.getHash(),
            Instant.ofEpochSecond(block.getTimestamp().longValueExact()),
            clock.instant());
  }

  private void emit(ChainEvent event) {
    events.emitNext(event, Sinks.EmitFailureHandler.FAIL_FAST);
  }

  private EthBlock.Block latestBlock() {
    return present(
        rpc.askAndWait(
            () ->
                Optional.ofNullable(
                    NodeRpc.resultOf(
                        rpc.web3j()
                            .ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false)
                            .send()))));
  }

  private EthBlock.Block blockByHash(String hash) {
    return present(
        rpc.askAndWait(
            () ->
                Optional.ofNullable(
                    NodeRpc.resultOf(rpc.web3j().ethGetBlockByHash(hash, false).send()))));
  }

  private static EthBlock.Block present(Optional<EthBlock.Block> block) {
    return block.orElseThrow(
        () -> new ChainUnavailable("the chain's node does not know its own block", null));
  }

  private List<Log> logsOf(String blockHash) {
    var filter = Map.of("blockHash", blockHash, "address", contracts);
    return rpc.askAndWait(() -> read(filter));
  }

  private List<Log> read(Map<String, Object> filter) throws IOException {
    var request = new Request<>("eth_getLogs", List.of(filter), rpc.service(), EthLog.class);
    var logs = new ArrayList<Log>();
    for (var result : NodeRpc.resultOf(request.send())) {
      if (result.get() instanceof Log entry) {
        logs.add(entry);
      }
    }
    return logs;
  }
}
