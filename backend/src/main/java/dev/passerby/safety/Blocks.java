package dev.passerby.safety;

import dev.passerby.store.Pseudonym;
import dev.passerby.store.Store;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Who is never to meet whom again; outlives sessions and the service. */
final class Blocks {

  private final Store store;
  private final int most;
  private final Clock clock;
  private final RecentBlocks recent = new RecentBlocks();

  /**
   * Empty but for what the database holds.
   *
   * @param most how many one wallet may have blocked
   */
  Blocks(Store store, int most, Clock clock) {
    this.store = store;
    this.most = most;
    this.clock = clock;
  }

  /** See {@link Safety#block}. */
  Mono<Blocking> block(Pseudonym blocker, Pseudonym blocked) {
    recent.add(blocker, blocked);
    return store.together(client -> insertUnlessFull(client, blocker, blocked));
  }

  /** See {@link Safety#haveParted}. */
  boolean haveParted(Pseudonym one, Pseudonym other) {
    return recent.separate(one, other);
  }

  /** How many the person has blocked. */
  Mono<Long> count(Pseudonym blocker) {
    return store.work(client -> count(client, blocker));
  }

  /** How many a wallet may have blocked. */
  int most() {
    return most;
  }

  /** Forgets everybody whom the person has blocked; who has blocked them stays so. */
  Mono<Long> clear(Pseudonym blocker) {
    return store
        .work(
            client ->
                client
                    .sql("DELETE FROM block WHERE blocker = :blocker")
                    .bind("blocker", blocker.value())
                    .fetch()
                    .rowsUpdated())
        .doOnNext(rows -> recent.remove(blocker));
  }

  /** Whom the person has blocked, as the database and this run know it. */
  Mono<BlockList> of(DatabaseClient client, Pseudonym blocker) {
    return client
        .sql("SELECT blocked FROM block WHERE blocker = :blocker")
        .bind("blocker", blocker.value())
        .map(row -> new Pseudonym(Objects.requireNonNull(row.get(0, String.class))))
        .all()
        .collect(HashSet<Pseudonym>::new, Set::add)
        .map(
            blocked -> {
              blocked.addAll(recent.of(blocker));
              return new BlockList(blocker, blocked);
            });
  }

  private Mono<Blocking> insertUnlessFull(
      DatabaseClient client, Pseudonym blocker, Pseudonym blocked) {
    return count(client, blocker)
        .flatMap(
            count ->
                count < most
                    ? insert(client, blocker, blocked).thenReturn(new Blocking.Blocked())
                    : Mono.just(new Blocking.Full()));
  }

  private Mono<Long> insert(DatabaseClient client, Pseudonym blocker, Pseudonym blocked) {
    return client
        .sql(
            "INSERT INTO block (blocker, blocked, made_at) VALUES (:blocker, :blocked, :now)"
                + " ON CONFLICT DO NOTHING")
        .bind("blocker", blocker.value())
        .bind("blocked", blocked.value())
        .bind("now", clock.instant())
        .fetch()
        .rowsUpdated();
  }

  private static Mono<Long> count(DatabaseClient client, Pseudonym blocker) {
    return client
        .sql("SELECT count(*) FROM block WHERE blocker = :blocker")
        .bind("blocker", blocker.value())
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one();
  }
}
