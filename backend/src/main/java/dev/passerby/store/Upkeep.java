package dev.passerby.store;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes what is over while the service runs; what could not be deleted is tried again next time.
 */
public final class Upkeep implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final String what;
  private final Duration first;
  private final Duration every;
  private final Supplier<Mono<Long>> purge;
  private Disposable task = Disposables.disposed();

  /**
   * @param what the plural of what is deleted, for the log
   * @param first how long after the start
   * @param every how long after each time
   * @param purge deletes, and tells how many
   */
  public Upkeep(String what, Duration first, Duration every, Supplier<Mono<Long>> purge) {
    this.what = what;
    this.first = first;
    this.every = every;
    this.purge = purge;
  }

  @Override
  public synchronized void start() {
    task =
        Flux.interval(first, every)
            .onBackpressureDrop()
            .concatMap(tick -> once())
            .subscribe(
                purged -> log.info("{} {} were over and have been deleted", purged, what),
                error -> log.error("{} that are over are kept from now on", what, error));
  }

  private Mono<Long> once() {
    return Mono.defer(purge)
        .filter(purged -> purged > 0)
        .onErrorResume(
            error -> {
              log.warn("{} that are over could not be deleted: {}", what, error.getMessage());
              return Mono.empty();
            });
  }

  @Override
  public synchronized void stop() {
    task.dispose();
  }

  @Override
  public synchronized boolean isRunning() {
    return !task.isDisposed();
  }
}
