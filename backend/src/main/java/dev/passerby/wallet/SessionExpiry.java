package dev.passerby.wallet;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets go of sessions that are over, soon after the start and every ten minutes. */
final class SessionExpiry implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SessionExpiry.class);
  private static final Duration FIRST = Duration.ofSeconds(20);
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final StoredSessions stored;
  private final WalletSessions sessions;
  private Disposable task = Disposables.disposed();

  SessionExpiry(StoredSessions stored, WalletSessions sessions) {
    this.stored = stored;
    this.sessions = sessions;
  }

  @Override
  public synchronized void start() {
    task =
        Flux.interval(FIRST, EVERY)
            .onBackpressureDrop()
            .doOnNext(tick -> sessions.forgetExpired())
            .concatMap(tick -> purge())
            .subscribe(
                purged -> log.debug("{} sessions are no longer kept", purged),
                error -> log.error("sessions that are over are kept from now on", error));
  }

  private Mono<Long> purge() {
    return stored
        .purge()
        .onErrorResume(
            error -> {
              log.warn("sessions that are over could not be deleted: {}", error.getMessage());
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
