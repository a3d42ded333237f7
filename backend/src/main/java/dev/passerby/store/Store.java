package dev.passerby.store;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The database, opened. Every piece of work ends within the timeout, in a result or in {@link
 * StoreUnavailable}; whoever asks is never blocked, whatever the driver does.
 */
public final class Store implements AutoCloseable {

  /** How much work may wait for a connection; what comes then is refused at once. */
  private static final int WAITING = 1_000;

  private static final Duration IDLE = Duration.ofMinutes(5);

  private final Database database;
  private final Duration timeout;
  private final ConnectionFactory connections;
  private final DatabaseClient client;
  private final TransactionalOperator transactions;
  private final Scheduler workers;
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * Connects when there is something to do.
   *
   * @param timeout most time for one piece of work
   * @param atOnce how many pieces of work may have a connection at a time
   */
  Store(Database database, Duration timeout, int atOnce) {
    this.database = database;
    this.timeout = timeout;
    var connections = database.connections(timeout);
    if (database.blocks()) {
      // Its connections cost next to nothing, so that there is no pool: as many as there are
      // threads,
      // which are there only while there is work.
      this.connections = connections;
      this.workers = Schedulers.newBoundedElastic(atOnce, WAITING, "store", 60, true);
    } else {
      this.connections = pool(connections, timeout, atOnce);
      this.workers = Schedulers.immediate();
    }
    this.client = DatabaseClient.create(this.connections);
    this.transactions = TransactionalOperator.create(new R2dbcTransactionManager(this.connections));
  }

  private static ConnectionPool pool(ConnectionFactory connections, Duration timeout, int atOnce) {
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(connections)
            .name("store")
            .initialSize(0)
            .maxSize(atOnce)
            .maxIdleTime(IDLE)
            .maxAcquireTime(timeout)
            .maxCreateConnectionTime(timeout)
            // A connection whose server is gone looks open until something is asked of it.
            .validationDepth(ValidationDepth.REMOTE)
            .maxValidationTime(timeout.dividedBy(2))
            .customizer(queue -> queue.maxPendingAcquire(WAITING))
            .build());
  }

  /** Does the work, one statement or several that do not belong together. */
  public <T> Mono<T> work(Function<DatabaseClient, Mono<T>> work) {
    return bounded(Mono.defer(() -> work.apply(client)));
  }

  /** Does all of the work or, when anything of it fails, nothing. */
  public <T> Mono<T> together(Function<DatabaseClient, Mono<T>> work) {
    return bounded(transactions.transactional(Mono.defer(() -> work.apply(client))));
  }

  private <T> Mono<T> bounded(Mono<T> work) {
    return Mono.defer(
        () -> {
          underWay.incrementAndGet();
          return (database.blocks() ? onWorker(work) : work)
              .timeout(timeout)
              .onErrorMap(StoreUnavailable::because)
              .doFinally(signal -> underWay.decrementAndGet());
        });
  }

  /**
   * H2 cannot be interrupted in the middle of a statement: whoever waits may give up, the work
   * comes to its end.
   */
  private <T> Mono<T> onWorker(Mono<T> work) {
    return Mono.fromFuture(() -> work.subscribeOn(workers).toFuture(), true);
  }

  /** Whether it answers; never an error signal. */
  public Mono<Boolean> answers() {
    return work(client -> client.sql("SELECT 1").map(row -> true).one()).onErrorReturn(false);
  }

  /** How many pieces of work are not at their end. */
  int underWay() {
    return underWay.get();
  }

  /** Where it is, without secrets. */
  public String where() {
    return database.where();
  }

  @Override
  public void close() {
    if (connections instanceof ConnectionPool pool) {
      pool.dispose();
    }
    workers.dispose();
    database.close();
  }
}
