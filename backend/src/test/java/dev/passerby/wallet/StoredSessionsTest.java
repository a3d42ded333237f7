package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static dev.passerby.wallet.TestWallet.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.TcpProxy;
import dev.passerby.store.OpenStore;
import dev.passerby.store.Store;
import dev.passerby.store.TestDatabase;
import dev.passerby.wallet.WalletSessions.Opened;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What is left of those who are signed in when the service starts again, on both databases. */
class StoredSessionsTest {

  private static final Duration LIFETIME = Duration.ofHours(12);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestClock clock = new TestClock();
  private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();

  @ParameterizedTest
  @EnumSource
  void areSignedInAfterARestartForTheRestOfTheirTime(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      Opened ada = signIn(start(open.store()), ADA);
      pass(Duration.ofHours(5));

      WalletSessions again = start(open.store());
      assertThat(again.find(ada.token().value())).contains(ada.session());
      StepVerifier.create(again.ended(ada.session()))
          .then(() -> pass(Duration.ofHours(7).minusMillis(1)))
          .then(() -> assertThat(again.find(ada.token().value())).isPresent())
          .then(() -> pass(Duration.ofMillis(1)))
          .expectNext(SessionEnd.EXPIRED)
          .verifyComplete();
      assertThat(start(open.store()).find(ada.token().value())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void areSignedOutForGood(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      WalletSessions sessions = start(open.store());
      Opened ada = signIn(sessions, ADA);
      Opened bob = signIn(sessions, BOB);
      sessions.signOut(ada.session()).block(PATIENCE);

      WalletSessions again = start(open.store());
      assertThat(again.find(ada.token().value())).isEmpty();
      WalletSession found = again.find(bob.token().value()).orElseThrow();
      again.signOut(found).block(PATIENCE);
      assertThat(start(open.store()).find(bob.token().value())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellNobodyWhoReadsTheDatabaseWhoTheyAre(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      Opened ada = signIn(start(open.store()), ADA);
      String address = ada.session().wallet().value().substring(2).toLowerCase(Locale.ROOT);

      String everything = rows(open.store()).toLowerCase(Locale.ROOT);
      assertThat(everything)
          .contains(ada.session().id().toLowerCase(Locale.ROOT))
          .doesNotContain(ada.token().value().toLowerCase(Locale.ROOT))
          .doesNotContain(address);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areDeletedOnceTheyHaveRunOut(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      Opened _ = signIn(start(open.store()), ADA);
      pass(LIFETIME.minusMillis(1));
      StoredSessions stored = new StoredSessions(open.store(), clock);
      assertThat(stored.purge().block(PATIENCE)).isZero();
      pass(Duration.ofMillis(1));
      assertThat(stored.purge().block(PATIENCE)).isEqualTo(1);
      assertThat(rows(open.store())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void areNoMoreThanThereIsRoomFor(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      WalletSessions sessions = start(open.store());
      Opened earlier = signIn(sessions, ADA);
      pass(Duration.ofSeconds(1));
      Opened later = signIn(sessions, BOB);

      WalletSessions full = start(open.store(), 2);
      assertThat(full.open(ADA.address())).isEmpty();
      WalletSessions small = start(open.store(), 1);
      assertThat(small.find(later.token().value())).isPresent();
      assertThat(small.find(earlier.token().value())).isEmpty();
      pass(LIFETIME);
      full.forgetExpired();
      assertThat(full.open(ADA.address())).isPresent();
    }
  }

  @Test
  void areSignedInAndOutWhileTheDatabaseIsGone() {
    OpenStore gone = TestDatabase.H2.open();
    WalletSessions sessions = start(gone.store());
    Opened before = signIn(sessions, ADA);
    gone.close();

    Opened during = signIn(sessions, BOB);
    assertThat(sessions.find(during.token().value())).isPresent();
    sessions.signOut(before.session()).block(PATIENCE);
    assertThat(sessions.find(before.token().value())).isEmpty();
  }

  @Test
  void areDeletedLaterIfTheDatabaseWasGoneWhenTheySignedOut() throws Exception {
    String name = TestDatabase.newDatabase();
    try (var proxy = new TcpProxy(TestDatabase.serverPort());
        OpenStore open =
            TestDatabase.open(
                TestDatabase.impatient(
                    TestDatabase.properties(TestDatabase.postgres(proxy.port(), name))))) {
      StoredSessions stored = new StoredSessions(open.store(), clock);
      WalletSessions sessions = start(stored, 10);
      Opened ada = signIn(sessions, ADA);
      proxy.freeze();
      sessions.signOut(ada.session()).block(PATIENCE);
      proxy.dropConnections();
      proxy.thaw();

      await()
          .atMost(PATIENCE)
          .until(() -> stored.purge().onErrorReturn(0L).block(PATIENCE), rows -> rows == 1);
      assertThat(start(open.store()).find(ada.token().value())).isEmpty();
    }
  }

  private WalletSessions start(Store store) {
    return start(store, 10);
  }

  private WalletSessions start(Store store, int capacity) {
    return start(new StoredSessions(store, clock), capacity);
  }

  private WalletSessions start(StoredSessions stored, int capacity) {
    var sessions = new WalletSessions(clock, timer, LIFETIME, capacity, stored);
    sessions.restore(Objects.requireNonNull(stored.all(capacity).block(PATIENCE)));
    return sessions;
  }

  private static Opened signIn(WalletSessions sessions, TestWallet wallet) {
    return Mono.justOrEmpty(sessions.open(wallet.address()))
        .flatMap(sessions::keep)
        .blockOptional(PATIENCE)
        .orElseThrow();
  }

  private void pass(Duration time) {
    clock.advance(time);
    timer.advanceTimeBy(time);
  }

  private static String rows(Store store) {
    List<String> rows =
        store
            .work(
                client ->
                    client
                        .sql("SELECT * FROM wallet_session")
                        .fetch()
                        .all()
                        .map(row -> row.values().toString())
                        .collectList())
            .block(PATIENCE);
    return String.join("\n", Objects.requireNonNull(rows));
  }
}
