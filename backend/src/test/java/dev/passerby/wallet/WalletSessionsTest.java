package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static dev.passerby.wallet.TestWallet.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.wallet.WalletSessions.Opened;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class WalletSessionsTest {

  private static final Duration LIFETIME = Duration.ofHours(12);

  private final TestClock clock = new TestClock();
  private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
  private final WalletSessions sessions = new WalletSessions(clock, timer, LIFETIME, 2);

  private Opened open(TestWallet wallet) {
    return sessions.open(wallet.address()).orElseThrow();
  }

  private void pass(Duration time) {
    clock.advance(time);
    timer.advanceTimeBy(time);
  }

  @Test
  void findsASessionByItsTokenAndByNothingElse() {
    Opened opened = open(ADA);

    assertThat(sessions.find(opened.token().value())).contains(opened.session());
    assertThat(sessions.find(opened.session().id())).isEmpty();
    assertThat(sessions.find(opened.token().hash())).isEmpty();
    assertThat(sessions.find("")).isEmpty();
  }

  @Test
  void tellsThatASessionExpired() {
    Opened opened = open(ADA);
    Mono<SessionEnd> ended = sessions.ended(opened.session());

    StepVerifier.create(ended)
        .then(() -> pass(LIFETIME.minusMillis(1)))
        .then(() -> assertThat(sessions.find(opened.token().value())).isPresent())
        .then(() -> pass(Duration.ofMillis(1)))
        .expectNext(SessionEnd.EXPIRED)
        .verifyComplete();
    assertThat(sessions.find(opened.token().value())).isEmpty();
    StepVerifier.create(sessions.ended(opened.session()))
        .expectNext(SessionEnd.EXPIRED)
        .verifyComplete();
  }

  @Test
  void tellsEveryListenerThatThePersonSignedOut() {
    Opened opened = open(ADA);
    AtomicInteger listeners = new AtomicInteger();
    StepVerifier.create(
            Mono.zip(sessions.ended(opened.session()), sessions.ended(opened.session()))
                .doOnNext(both -> listeners.addAndGet(2)))
        .then(() -> sessions.signOut(opened.session()).block())
        .expectNextCount(1)
        .verifyComplete();

    assertThat(listeners).hasValue(2);
    sessions.signOut(opened.session()).block(); // twice is no error
    StepVerifier.create(sessions.ended(opened.session()))
        .expectNext(SessionEnd.SIGNED_OUT)
        .verifyComplete();
  }

  @Test
  void refusesMoreSessionsThanItHasRoomForAndEndsNobodys() {
    Opened ada = open(ADA);
    open(BOB);

    assertThat(sessions.open(BOB.address())).isEmpty();
    assertThat(sessions.find(ada.token().value())).isPresent();

    sessions.signOut(ada.session()).block();
    assertThat(sessions.open(BOB.address())).isPresent();
  }

  @Test
  void makesRoomWhenSessionsExpire() {
    open(ADA);
    open(ADA);
    pass(LIFETIME);

    assertThat(sessions.open(BOB.address())).isPresent();
  }

  @Test
  void printsNeitherTokenNorAddress() {
    Opened opened = open(ADA);
    String printed = opened + " " + new WalletAuthentication(opened.session(), opened.token());

    assertThat(printed)
        .doesNotContain(opened.token().value())
        .doesNotContain(ADA.address().value());
  }
}
