package dev.passerby.safety;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes what has expired, soon after the start and every hour. */
final class Expiry implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Expiry.class);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration EVERY = Duration.ofHours(1);

  private final Reports reports;
  private Disposable task = Disposables.disposed();

  Expiry(Reports reports) {
    this.reports = reports;
  }

  @Override
  public synchronized void start() {
    task =
        Flux.interval(FIRST, EVERY)
            .onBackpressureDrop()
            .concatMap(tick -> purge())
            .subscribe(
                purged -> log.info("{} reports have expired", purged),
                error -> log.error("reports do not expire any more", error));
  }

  private Mono<Long> purge() {
    return reports
        .purge()
        .filter(purged -> purged > 0)
        .onErrorResume(
            error -> {
              log.warn("expired reports could not be deleted: {}", error.getMessage());
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
