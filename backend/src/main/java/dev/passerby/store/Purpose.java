package dev.passerby.store;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * What a database is for. One of another chain, or one whose wallets are named by another key,
 * would not fail but forget whom people have blocked.
 *
 * @param keyMark of the key that names wallets
 */
record Purpose(long chainId, String keyMark) {

  /**
   * Makes sure that the database is for this chain and the key in the file; a new database is given
   * both.
   *
   * @throws StoreFailure if it is for another
   */
  static Pseudonyms claim(Store store, Path keyFile, long chainId) {
    if (of(store).isEmpty()) {
      var key = PseudonymKey.in(keyFile).orElseGet(() -> PseudonymKey.make(keyFile));
      answer(store.work(new Purpose(chainId, key.mark())::insert));
    }
    var purpose = of(store).orElseThrow();
    if (purpose.chainId != chainId) {
      throw new StoreFailure(
          "The database in %s is about chain %d, and the node is on chain %d."
              .formatted(store.where(), purpose.chainId, chainId),
          "Give this service a database of its own: passerby.data.folder or passerby.store.url.");
    }
    return purpose.require(store, key(keyFile));
  }

  /**
   * Makes sure that the database is for the key in the file.
   *
   * @throws StoreFailure if it is for another
   */
  static Pseudonyms require(Store store, Path keyFile) {
    var purpose =
        of(store)
            .orElseThrow(
                () ->
                    new StoreFailure(
                        "The database in " + store.where() + " has never been used.",
                        "Start the service first."));
    return purpose.require(store, key(keyFile));
  }

  private Pseudonyms require(Store store, PseudonymKey key) {
    if (!key.mark().equals(keyMark)) {
      throw new StoreFailure(
          "The wallets in the database in " + store.where() + " are named by another key.",
          "Put the key back that was there, from a backup or from another node"
              + " (passerby.store.key-file); without it nobody's blocks can be found.");
    }
    return new Pseudonyms(key);
  }

  private static PseudonymKey key(Path file) {
    return PseudonymKey.in(file)
        .orElseThrow(
            () ->
                new StoreFailure(
                    "The key that names wallets in the database is not in " + file + ".",
                    "Put it back, or name its file with passerby.store.key-file."));
  }

  private static Optional<Purpose> of(Store store) {
    return answer(store.work(client -> select(client).singleOptional()));
  }

  private static Mono<Purpose> select(DatabaseClient client) {
    return client
        .sql("SELECT chain_id, key_mark FROM purpose WHERE id = 1")
        .map(
            row ->
                new Purpose(
                    Objects.requireNonNull(row.get(0, Long.class)),
                    Objects.requireNonNull(row.get(1, String.class))))
        .one();
  }

  /** Unless another node has been faster. */
  private Mono<Long> insert(DatabaseClient client) {
    return client
        .sql(
            "INSERT INTO purpose (id, chain_id, key_mark) VALUES (1, :chain, :mark)"
                + " ON CONFLICT DO NOTHING")
        .bind("chain", chainId)
        .bind("mark", keyMark)
        .fetch()
        .rowsUpdated();
  }

  /** At the start there is a thread to wait on, and a busy machine is given another chance. */
  private static <T> T answer(Mono<T> question) {
    try {
      return Objects.requireNonNull(question.retry(2).block());
    } catch (StoreUnavailable e) {
      throw new StoreFailure("The database does not answer.", "See to it that it runs.", e);
    }
  }
}
