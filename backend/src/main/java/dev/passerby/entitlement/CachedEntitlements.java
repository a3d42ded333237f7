package dev.passerby.entitlement;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.passerby.chain.Address;
import dev.passerby.chain.ChainHead;
import dev.passerby.chain.ChainHead.ChainEvent;
import dev.passerby.chain.ChainReader;
import dev.passerby.chain.ChainUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Entitlements read from the chain and kept until its logs say that they changed.
 *
 * <p>The cache holds the reads themselves, so that concurrent questions about one wallet share one
 * read, and a read that a change overtakes is forgotten with the entry: its answer goes to those
 * who had asked before the change and to nobody else. While the head is not current, nothing is
 * known and nothing is asked.
 */
final class CachedEntitlements implements Entitlements, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CachedEntitlements.class);

  /** A reset names every wallet known, also those whose entry is too old to be used. */
  private static final Duration KNOWN = Duration.ofHours(1);

  /**
   * Changes that a listener may fall behind by; one further behind loses the rest, and asks anew
   * when it matters.
   */
  private static final int CHANGES_BUFFERED = 65_536;

  private final EntitlementReader reader;
  private final ChainHead head;
  private final Clock clock;
  private final Duration maxAge;
  private final AsyncCache<Address, Entry> entries;
  private final Sinks.Many<Address> changes = Sinks.many().multicast().directBestEffort();
  private final Disposable watching;

  CachedEntitlements(
      ChainReader chain, ChainHead head, EntitlementProperties properties, Clock clock) {
    this.reader = new EntitlementReader(chain, head, properties.walletsPerRequest());
    this.head = head;
    this.clock = clock;
    this.maxAge = properties.maxAge();
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(properties.maxWallets())
            .expireAfterAccess(KNOWN)
            .buildAsync();
    this.watching =
        head.events().subscribe(this::on, error -> log.error("stopped hearing of changes", error));
  }

  /**
   * What was read and when.
   *
   * @param entitlement null if it could not be read: a value, since everybody who asked may be gone
   *     when that is known
   */
  private record Entry(@Nullable Entitlement entitlement, Instant readAt) {

    EntitlementResult result() {
      return entitlement == null
          ? new EntitlementResult.ChainDown()
          : new EntitlementResult.Known(entitlement);
    }
  }

  @Override
  public Mono<EntitlementResult> of(Address wallet) {
    return Mono.defer(
        () ->
            switch (head.standing()) {
              case CURRENT -> known(wallet);
              case STALE -> Mono.just(new EntitlementResult.ChainStale(head.age()));
              case UNREACHABLE -> Mono.just(new EntitlementResult.ChainDown());
              case DISPUTED -> Mono.just(new EntitlementResult.ChainDisputed());
            });
  }

  @Override
  public Flux<Address> changed() {
    return changes
        .asFlux()
        .onBackpressureBuffer(
            CHANGES_BUFFERED, _ -> log.warn("a listener fell behind the chain's changes"));
  }

  @Override
  public void close() {
    watching.dispose();
  }

  private Mono<EntitlementResult> known(Address wallet) {
    var known = entries.getIfPresent(wallet);
    if (known != null && outdated(known)) {
      entries.asMap().remove(wallet, known);
    }
    // Whoever cancels must not cancel it for those who wait for the same read.
    return Mono.fromFuture(() -> entries.get(wallet, (key, _) -> read(key).toFuture()), true)
        .map(Entry::result);
  }

  private boolean outdated(CompletableFuture<Entry> known) {
    if (!known.isDone() || known.isCompletedExceptionally()) {
      return false;
    }
    var entry = known.join();
    return entry.entitlement() == null || entry.readAt().plus(maxAge).isBefore(clock.instant());
  }

  private Mono<Entry> read(Address wallet) {
    var askedAt = clock.instant();
    return reader
        .read(wallet)
        .map(entitlement -> new Entry(entitlement, askedAt))
        .onErrorResume(ChainUnavailable.class, _ -> Mono.just(new Entry(null, askedAt)));
  }

  private void on(ChainEvent event) {
    switch (event) {
      case ChainEvent.Logs logs -> forget(AffectedWallets.of(logs.logs()));
      case ChainEvent.Reset _ -> forget(new ArrayList<>(entries.asMap().keySet()));
    }
  }

  /** Forgets first and tells then, so that whoever is told and asks gets a new read. */
  private void forget(Collection<Address> wallets) {
    wallets.forEach(entries.asMap()::remove);
    wallets.forEach(wallet -> changes.emitNext(wallet, Sinks.EmitFailureHandler.FAIL_FAST));
  }
}
