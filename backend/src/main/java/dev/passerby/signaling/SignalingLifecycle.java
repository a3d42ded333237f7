package dev.passerby.signaling;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Encounters;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What goes on beside the sockets while the service runs, and how they end with it: nobody is
 * matched any more, then everybody is told and closed, spread over a while so that they do not all
 * come to the next node at once. The web server stops after that; readiness was off before.
 */
@Component
final class SignalingLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SignalingLifecycle.class);
  private static final Duration NUMBERS_EVERY = Duration.ofSeconds(2);
  private static final int RECHECKS_AT_ONCE = 16;

  /** A change that is noticed while the chain fails has to be told when it is back. */
  private static final Duration TELL_AGAIN_AFTER = Duration.ofSeconds(1);

  private static final int TELL_AGAIN = 60;

  /** Closing a socket takes the service about this long; a few are closed at once. */
  private static final Duration DRAIN_PER_SOCKET = Duration.ofMillis(2);

  private static final Duration RECONNECT_PER_SOCKET = Duration.ofMillis(1);
  private static final Duration MIN_RECONNECT = Duration.ofSeconds(1);
  private static final Duration MAX_RECONNECT = Duration.ofSeconds(20);

  private final Connections connections;
  private final Encounters encounters;
  private final Entitlements entitlements;
  private final SignalingProperties properties;
  private final Disposable.Composite tasks = Disposables.composite();
  private volatile boolean running;

  SignalingLifecycle(
      Connections connections,
      Encounters encounters,
      Entitlements entitlements,
      SignalingProperties properties) {
    this.connections = connections;
    this.encounters = encounters;
    this.entitlements = entitlements;
    this.properties = properties;
  }

  @Override
  public void start() {
    running = true;
    tasks.add(
        Flux.interval(NUMBERS_EVERY)
            .onBackpressureDrop()
            .subscribe(
                tick -> encounters.tellWaiting(),
                error -> log.error("nobody is told how many wait any more", error)));
    tasks.add(
        entitlements
            .changed()
            .onBackpressureBuffer()
            .doOnNext(encounters::entitlementChanged)
            .filter(wallet -> !connections.of(wallet).isEmpty())
            .flatMap(this::tellChange, RECHECKS_AT_ONCE)
            .subscribe(
                done -> {},
                error -> log.error("changes of entitlements are no longer told", error)));
  }

  private Mono<Void> tellChange(Address wallet) {
    return entitlements
        .of(wallet)
        .onErrorComplete()
        .ofType(EntitlementResult.Known.class)
        .repeatWhenEmpty(times -> times.take(TELL_AGAIN).delayElements(TELL_AGAIN_AFTER))
        .doOnNext(
            known -> {
              var message = new ServerMessage.EntitlementChanged(Rights.of(known.entitlement()));
              connections.of(wallet).forEach(session -> session.deliver(message));
            })
        .then();
  }

  @Override
  public void stop(Runnable stopped) {
    encounters.stopMatching();
    Collection<SignalingSession> open = connections.shut();
    Duration drain = atMost(properties.drainWithin(), DRAIN_PER_SOCKET.multipliedBy(open.size()));
    Duration back = RECONNECT_PER_SOCKET.multipliedBy(open.size());
    Duration reconnect =
        atMost(MAX_RECONNECT, back.compareTo(MIN_RECONNECT) < 0 ? MIN_RECONNECT : back);
    log.info("closing {} connections within {}", open.size(), drain);
    tasks.add(
        Flux.fromIterable(open)
            .flatMap(
                session -> Mono.just(session).delayElement(randomWithin(drain)), open.size() + 1)
            .doOnNext(session -> session.goAway(reconnect))
            .then(allGone())
            .timeout(properties.drainWithin().plusSeconds(4))
            .onErrorComplete()
            .doFinally(signal -> ended(stopped))
            .subscribe(
                done -> {}, error -> log.warn("some connections did not close by themselves")));
  }

  /** The peers answer the close frame, or are cut off two seconds after it. */
  private Mono<Void> allGone() {
    return Flux.interval(Duration.ZERO, Duration.ofMillis(50))
        .takeUntil(tick -> connections.count() == 0)
        .then();
  }

  private void ended(Runnable stopped) {
    running = false;
    tasks.dispose();
    stopped.run();
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static Duration atMost(Duration most, Duration duration) {
    return duration.compareTo(most) > 0 ? most : duration;
  }

  private static Duration randomWithin(Duration duration) {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(duration.toMillis() + 1));
  }
}
