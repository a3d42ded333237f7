package dev.passerby.chain;

import dev.passerby.chain.NodeBlocks.Header;
import dev.passerby.chain.RecentBlocks.Block;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Follows the head by asking for it, over HTTP and WebSocket alike: subscriptions get lost without
 * a word when a node reorganises or a proxy drops the connection, a question does not. What a node
 * announces over a WebSocket ({@code newHeads}) only makes the next look come at once.
 *
 * <p>Nobody tells of logs that a reorganisation took back. So blocks are remembered by their hash:
 * one that does not build on the last one seen is walked back, parent by parent, to the block where
 * it forked off, and the logs of the abandoned blocks count as changes, too. Logs are asked for by
 * block hash, so that they are those of the very block that was walked through.
 */
final class HeadFollower implements ChainHead, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HeadFollower.class);

  /**
   * Blocks walked back one by one before a reset is cheaper; and those remembered to get back to.
   */
  private static final int LONGEST_WALK = 64;

  private final NodeBlocks node;
  private final Flux<Boolean> newHeads;
  private final Settings settings;
  private final Clock clock;
  private final Sinks.Many<ChainEvent> events = Sinks.many().multicast().directBestEffort();
  private final Scheduler thread = Schedulers.newSingle("chain-head", true);
  private final Disposable.Swap polling = Disposables.swap();

  private @Nullable RecentBlocks blocks; // the polling thread's own
  private volatile @Nullable View view; // written by the polling thread only
  private volatile Standing reached = Standing.UNREACHABLE; // anything but STALE

  /**
   * How the chain is followed.
   *
   * @param confirmations how many blocks below the newest one is the confirmed one
   * @param pollInterval time between two looks
   * @param staleAfter age from which the newest block is not trusted any more
   */
  record Settings(int confirmations, Duration pollInterval, Duration staleAfter) {}

  HeadFollower(NodeRpc rpc, ContractAddresses contracts, Settings settings, Clock clock) {
    this.node = new NodeBlocks(rpc, contracts);
    this.newHeads = rpc.newHeads();
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes the first look before it returns. */
  void start() {
    poll();
    polling.update(
        Flux.merge(Flux.interval(settings.pollInterval()).onBackpressureDrop(), newHeads)
            .onBackpressureLatest() // a block that is announced during a look deserves another
            .publishOn(thread, 1)
            .subscribe(look -> poll(), error -> log.error("stopped following the chain", error)));
  }

  @Override
  public Optional<View> view() {
    return Optional.ofNullable(view);
  }

  @Override
  public Duration age() {
    var seen = view;
    return seen == null ? ChainHead.NEVER_SEEN : age(seen.latest());
  }

  @Override
  public Standing standing() {
    var now = reached;
    return now != Standing.DISPUTED && age().compareTo(settings.staleAfter()) > 0
        ? Standing.STALE
        : now;
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
      become(look());
    } catch (ChainUnavailable e) {
      become(Standing.UNREACHABLE);
    } catch (RuntimeException e) {
      log.error("could not read the chain's head", e);
      become(Standing.UNREACHABLE);
    }
  }

  private void become(Standing now) {
    if (now == reached) {
      return;
    }
    reached = now;
    var seen = view == null ? "none" : String.valueOf(view.latest().number());
    if (now == Standing.CURRENT) {
      log.info("following the chain at block {}", seen);
    } else {
      log.warn("not following the chain any more: {}; last seen block {}", now.wireName(), seen);
    }
  }

  /**
   * Everything is read, and the other nodes are asked, before anything is adopted: a failure
   * half-way is repeated whole by the next look.
   */
  private Standing look() {
    var newest = node.latest();
    if (age(newest.head()).compareTo(settings.staleAfter()) > 0) {
      newest = node.latestOfAll(newest);
    }
    var known = blocks;
    if (known == null) {
      return adopt(begin(newest), Optional.empty());
    }
    if (known.contain(newest.head().hash())) {
      // The newest again, or one below it: then this node lags behind the one that was asked
      // before.
      return reached == Standing.CURRENT ? Standing.CURRENT : adopt(known, Optional.empty());
    }
    var branch = branch(newest, known);
    if (branch.isEmpty()) {
      log.info("the chain is elsewhere now, at block {}", newest.head().number());
      return adopt(begin(newest), Optional.of(new ChainEvent.Reset()));
    }
    var next = known.continuedBy(branch, LONGEST_WALK + settings.confirmations() + 1);
    var logs = known.changedLogs(next, settings.confirmations());
    return adopt(next, logs.isEmpty() ? Optional.empty() : Optional.of(new ChainEvent.Logs(logs)));
  }

  private Standing adopt(RecentBlocks next, Optional<ChainEvent> event) {
    var confirmed = next.below(settings.confirmations());
    var others = node.contradicting(confirmed, settings.pollInterval());
    if (!others.isEmpty()) {
      if (reached != Standing.DISPUTED) {
        log.warn("{} and others disagree about block {}", others, confirmed.number());
      }
      return Standing.DISPUTED;
    }
    blocks = next;
    view = new View(next.newest(), confirmed);
    event.ifPresent(happened -> events.emitNext(happened, Sinks.EmitFailureHandler.FAIL_FAST));
    return Standing.CURRENT;
  }

  /** The block and those below it down to the confirmed one. */
  private RecentBlocks begin(Header newest) {
    var headers = new ArrayDeque<>(List.of(newest));
    while (headers.size() <= settings.confirmations() && headers.getFirst().head().number() > 0) {
      headers.addFirst(node.byHash(headers.getFirst().parent()));
    }
    return new RecentBlocks(headers.stream().map(node::withLogs).toList());
  }

  /**
   * Blocks from the first that is not known up to the newest; none if they do not lead back to a
   * known one, or only by too long a walk.
   */
  private List<Block> branch(Header newest, RecentBlocks known) {
    var headers = new ArrayDeque<>(List.of(newest));
    while (!known.contain(headers.getFirst().parent())) {
      var first = headers.getFirst();
      if (first.head().number() <= known.oldest().number() || headers.size() >= LONGEST_WALK) {
        return List.of();
      }
      headers.addFirst(node.byHash(first.parent()));
    }
    return headers.stream().map(node::withLogs).toList();
  }

  private Duration age(Head head) {
    return Duration.between(head.timestamp(), clock.instant());
  }
}
