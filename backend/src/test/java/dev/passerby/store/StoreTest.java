package dev.passerby.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import dev.passerby.chain.TcpProxy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the database does for whoever asks it something, on both kinds. */
class StoreTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ParameterizedTest
  @EnumSource
  void keepsAllOfWhatBelongsTogetherOrNothing(TestDatabase kind) {
    try (var open = withNotes(kind)) {
      var store = open.store();
      var failing =
          store.together(
              client ->
                  write(client, 2).then(Mono.<Long>error(new IllegalStateException("half done"))));

      assertThatThrownBy(() -> failing.block(PATIENCE)).isInstanceOf(StoreUnavailable.class);
      assertThat(count(store)).isZero();
      store.together(client -> write(client, 2)).block(PATIENCE);
      assertThat(count(store)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverWorksOnTheThreadThatAsks(TestDatabase kind) {
    try (var open = kind.open()) {
      var threads =
          Flux.range(0, 50)
              .flatMap(
                  number ->
                      Mono.defer(() -> open.store().work(StoreTest::workingThread))
                          .subscribeOn(Schedulers.parallel()))
              .collectList()
              .block(PATIENCE);

      assertThat(threads).hasSize(50).noneMatch(name -> name.startsWith("parallel"));
    }
  }

  /** Where a statement's result comes from is where an embedded database has worked it out. */
  private static Mono<String> workingThread(DatabaseClient client) {
    return client.sql("SELECT 1").map(row -> Thread.currentThread().getName()).one();
  }

  @ParameterizedTest
  @EnumSource
  void aStatementThatTakesTooLongIsGivenUpAndTheNextOneWorks(TestDatabase kind) {
    try (var open = withNotes(TestDatabase.impatient(kind.properties()))) {
      var store = open.store();
      var slow = kind == TestDatabase.H2 ? "CALL slow(4000)" : "SELECT pg_sleep(4)";
      if (kind == TestDatabase.H2) {
        run(store, "CREATE ALIAS slow FOR 'java.lang.Thread.sleep(long)'");
      }

      assertThatThrownBy(() -> run(store, slow)).isInstanceOf(StoreUnavailable.class);
      assertThat(count(store)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreWorkThanConnectionsWaitsAndIsDone(TestDatabase kind) {
    try (var open = withNotes(kind)) {
      var done =
          Flux.fromStream(IntStream.range(0, 500).boxed())
              .flatMap(number -> open.store().work(client -> write(client, number)), 500)
              .count()
              .block(PATIENCE);

      assertThat(done).isEqualTo(500);
      assertThat(count(open.store())).isEqualTo(500);
      await().atMost(PATIENCE).until(() -> open.store().underWay() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFailsSaysNothingOfWhatWasToBeStored(TestDatabase kind) {
    try (var open = withNotes(kind)) {
      open.store().work(client -> write(client, 1)).block(PATIENCE);

      assertThatThrownBy(() -> open.store().work(client -> write(client, 1)).block(PATIENCE))
          .isInstanceOf(StoreUnavailable.class)
          .hasNoCause()
          .hasMessageContaining("SQL state 23505")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aServerThatIsGoneIsNoticedAndItsReturnToo() throws Exception {
    var name = TestDatabase.newDatabase();
    try (var proxy = new TcpProxy(TestDatabase.serverPort());
        var open =
            TestDatabase.open(
                TestDatabase.impatient(
                    TestDatabase.properties(TestDatabase.postgres(proxy.port(), name))))) {
      var health = new StoreHealth(open.store());
      assertThat(status(health)).isEqualTo(Status.UP);

      proxy.freeze(); // nothing is closed, nothing answers
      assertThat(status(health)).isEqualTo(Status.DOWN);
      proxy.thaw();
      await().atMost(PATIENCE).until(() -> status(health).equals(Status.UP));

      proxy.freeze();
      proxy.dropConnections();
      assertThat(status(health)).isEqualTo(Status.DOWN);
      proxy.thaw();
      await().atMost(PATIENCE).until(() -> status(health).equals(Status.UP));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWalletHasOnePseudonymAndItDoesNotShowTheWallet(TestDatabase kind) {
    var ada = new Address("0x" + "ad".repeat(20));
    var bruno = new Address("0x" + "b0".repeat(20));
    try (var open = kind.open();
        var other = kind.open()) {
      var names = open.pseudonyms();

      assertThat(names.of(ada)).isEqualTo(names.of(ada)).isNotEqualTo(names.of(bruno));
      assertThat(names.of(ada).value()).hasSize(43).doesNotContainIgnoringCase("adad");
      assertThat(other.pseudonyms().of(ada)).isNotEqualTo(names.of(ada));
    }
  }

  @Test
  void showsNoSecret() {
    var properties = TestDatabase.properties("postgresql://db.example/passerby", "open sesame");

    assertThat(properties.toString()).contains("db.example").doesNotContain("sesame");
    assertThat(PseudonymKey.random().toString()).isEqualTo("PseudonymKey[REDACTED]");
    assertThatThrownBy(
            () ->
                TestDatabase.open(
                    TestDatabase.properties("postgresql://127.0.0.1:9/x", "open sesame")))
        .isInstanceOfSatisfying(
            StoreFailure.class,
            failure ->
                assertThat(List.of(String.valueOf(failure.getMessage()), failure.action()))
                    .anyMatch(line -> line.contains("PostgreSQL at 127.0.0.1:9/x"))
                    .noneMatch(line -> line.contains("sesame")));
  }

  private static Status status(StoreHealth health) {
    return requireNonNull(health.health().block(PATIENCE)).getStatus();
  }

  private static OpenStore withNotes(TestDatabase kind) {
    return withNotes(kind.properties());
  }

  private static OpenStore withNotes(StoreProperties properties) {
    var open = TestDatabase.open(properties);
    run(open.store(), "CREATE TABLE notes (id BIGINT PRIMARY KEY, note VARCHAR(40) NOT NULL)");
    return open;
  }

  private static Mono<Long> write(DatabaseClient client, long id) {
    return client
        .sql("INSERT INTO notes (id, note) VALUES (:id, :note)")
        .bind("id", id)
        .bind("note", "a secret")
        .fetch()
        .rowsUpdated();
  }

  private static void run(Store store, String sql) {
    store.work(client -> client.sql(sql).fetch().all().then()).block(PATIENCE);
  }

  private static long count(Store store) {
    return requireNonNull(
        store
            .work(
                client ->
                    client
                        .sql("SELECT count(*) FROM notes")
                        .map(row -> row.get(0, Long.class))
                        .one())
            .block(PATIENCE));
  }
}
