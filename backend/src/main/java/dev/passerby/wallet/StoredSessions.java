package dev.passerby.wallet;

import dev.passerby.store.Store;
import dev.passerby.store.StoreUnavailable;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sessions in the service's database. It is written when somebody signs in or out and read when the
 * service starts; while it does not answer, people sign in all the same, until the next restart.
 */
final class StoredSessions implements KeptSessions {

  private static final Logger log = LoggerFactory.getLogger(StoredSessions.class);

  private final Store store;
  private final Clock clock;

  /** Signed out while the database did not answer: hashes of their tokens. */
  private final Set<String> unwanted = ConcurrentHashMap.newKeySet();

  StoredSessions(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Mono<Void> add(KeptSession session) {
    return store
        .work(client -> insert(client, session))
        .then()
        .onErrorResume(
            StoreUnavailable.class,
            e -> {
              log.warn("{} will not outlive this run: {}", session, e.getMessage());
              return Mono.empty();
            });
  }

  @Override
  public Mono<Void> remove(String tokenHash) {
    return store
        .work(client -> delete(client, tokenHash))
        .then()
        .onErrorResume(
            StoreUnavailable.class,
            e -> {
              log.warn("a session that is over is still kept: {}", e.getMessage());
              unwanted.add(tokenHash);
              return Mono.empty();
            });
  }

  /**
   * Those that have not run out, those that last longest first.
   *
   * @param most no more than these
   */
  Mono<List<KeptSession>> all(int most) {
    return store.work(
        client ->
            client
                .sql(
                    "SELECT id, token_hash, wallet, expires_at FROM wallet_session"
                        + " WHERE expires_at > :now ORDER BY expires_at DESC LIMIT :most")
                .bind("now", clock.instant())
                .bind("most", most)
                .map(StoredSessions::kept)
                .all()
                .collectList());
  }

  /** Deletes what has run out or was signed out; how many that were. */
  Mono<Long> purge() {
    return Mono.defer(
        () ->
            Flux.fromIterable(List.copyOf(unwanted))
                .concatMap(
                    tokenHash ->
                        store
                            .work(client -> delete(client, tokenHash))
                            .doOnNext(rows -> unwanted.remove(tokenHash)))
                .concatWith(store.work(this::deleteExpired))
                .reduce(0L, Long::sum));
  }

  private Mono<Long> insert(DatabaseClient client, KeptSession session) {
    return client
        .sql(
            "INSERT INTO wallet_session (token_hash, id, wallet, expires_at)"
                + " VALUES (:hash, :id, :wallet, :expires)")
        .bind("hash", session.tokenHash())
        .bind("id", session.id())
        .bind("wallet", session.sealedWallet())
        .bind("expires", session.expiresAt())
        .fetch()
        .rowsUpdated();
  }

  private static Mono<Long> delete(DatabaseClient client, String tokenHash) {
    return client
        .sql("DELETE FROM wallet_session WHERE token_hash = :hash")
        .bind("hash", tokenHash)
        .fetch()
        .rowsUpdated();
  }

  private Mono<Long> deleteExpired(DatabaseClient client) {
    return client
        .sql("DELETE FROM wallet_session WHERE expires_at <= :now")
        .bind("now", clock.instant())
        .fetch()
        .rowsUpdated();
  }

  private static KeptSession kept(Readable row) {
    return new KeptSession(
        text(row, "id"),
        text(row, "token_hash"),
        text(row, "wallet"),
        Objects.requireNonNull(row.get("expires_at", Instant.class)));
  }

  private static String text(Readable row, String name) {
    return Objects.requireNonNull(row.get(name, String.class), name);
  }
}
