package dev.passerby.safety;

import dev.passerby.protocol.ClientMessage;
import dev.passerby.store.Pseudonym;
import dev.passerby.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * What people said of people they met: stored with no more than is needed, and not for longer.
 *
 * <p>Whoever reports has met the other, which costs a stake or a pass; counts once however often
 * they do it; and counts less the more they report, or the more of it the operator has dismissed.
 */
final class Reports {

  private static final Duration DAY = Duration.ofDays(1);

  /** From this many dismissed reports on, if they are most of them, a reporter does not count. */
  private static final int DISMISSED_TOO_OFTEN = 3;

  private final Store store;
  private final Cooldowns cooldowns;
  private final SafetyProperties rules;
  private final Clock clock;

  Reports(Store store, Cooldowns cooldowns, SafetyProperties rules, Clock clock) {
    this.store = store;
    this.cooldowns = cooldowns;
    this.rules = rules;
    this.clock = clock;
  }

  /** What a reporter has done so far, as far as it matters for the next report. */
  private record History(long lastDay, long withinWindow, long dismissed, long upheld) {}

  /** See {@link Safety#report}: a page may ask twice. */
  Mono<Filing> file(Pseudonym reporter, Pseudonym reported, ClientMessage.Report report) {
    return store.together(
        client ->
            receipt(client, reporter, report.encounter())
                .<Filing>map(receipt -> new Filing.Filed(receipt, false))
                .switchIfEmpty(Mono.defer(() -> insert(client, reporter, reported, report))));
  }

  /** Deletes what has expired; how many. */
  Mono<Long> purge() {
    return store.together(
        client ->
            client
                .sql("DELETE FROM report WHERE expires_at <= :now")
                .bind("now", Columns.now(clock))
                .fetch()
                .rowsUpdated()
                .flatMap(reports -> cooldowns.purge(client).thenReturn(reports)));
  }

  private Mono<Filing> insert(
      DatabaseClient client, Pseudonym reporter, Pseudonym reported, ClientMessage.Report report) {
    return history(client, reporter)
        .flatMap(
            history -> {
              if (history.lastDay >= rules.reportsPerDay()) {
                return Mono.just(new Filing.TooMany());
              }
              String receipt = Receipts.random();
              return insert(client, receipt, reporter, reported, report, weighs(history))
                  .then(Mono.defer(() -> cooldowns.reported(client, reported)))
                  .map(coolsDown -> new Filing.Filed(receipt, coolsDown));
            });
  }

  private boolean weighs(History history) {
    boolean eager = history.withinWindow >= rules.cooldown().weighingReports();
    boolean wrong = history.dismissed >= DISMISSED_TOO_OFTEN && history.dismissed > history.upheld;
    return !eager && !wrong;
  }

  private Mono<Long> insert(
      DatabaseClient client,
      String receipt,
      Pseudonym reporter,
      Pseudonym reported,
      ClientMessage.Report report,
      boolean weighs) {
    Instant now = Columns.now(clock);
    var statement =
        client
            .sql(
                "INSERT INTO report (receipt, encounter, reporter, reported, category, note,"
                    + " made_at, expires_at, weighs) VALUES (:receipt, :encounter, :reporter,"
                    + " :reported, :category, :note, :now, :expires, :weighs)")
            .bind("receipt", receipt)
            .bind("encounter", report.encounter())
            .bind("reporter", reporter.value())
            .bind("reported", reported.value())
            .bind("category", report.category().wire())
            .bind("now", now)
            .bind("expires", now.plus(rules.reportsKeptFor()))
            .bind("weighs", weighs);
    String note = report.note();
    return (note == null ? statement.bindNull("note", String.class) : statement.bind("note", note))
        .fetch()
        .rowsUpdated();
  }

  private static Mono<String> receipt(DatabaseClient client, Pseudonym reporter, String encounter) {
    return client
        .sql("SELECT receipt FROM report WHERE encounter = :encounter AND reporter = :reporter")
        .bind("encounter", encounter)
        .bind("reporter", reporter.value())
        .map(row -> Columns.text(row, "receipt"))
        .one();
  }

  private Mono<History> history(DatabaseClient client, Pseudonym reporter) {
    Instant now = Columns.now(clock);
    return client
        .sql(
            "SELECT count(CASE WHEN made_at > :day THEN 1 END),"
                + " count(CASE WHEN made_at > :window THEN 1 END),"
                + " count(CASE WHEN outcome = 'dismissed' THEN 1 END),"
                + " count(CASE WHEN outcome = 'upheld' THEN 1 END)"
                + " FROM report WHERE reporter = :reporter")
        .bind("day", now.minus(DAY))
        .bind("window", now.minus(rules.cooldown().within()))
        .bind("reporter", reporter.value())
        .map(
            row ->
                new History(
                    Objects.requireNonNull(row.get(0, Long.class)),
                    Objects.requireNonNull(row.get(1, Long.class)),
                    Objects.requireNonNull(row.get(2, Long.class)),
                    Objects.requireNonNull(row.get(3, Long.class))))
        .one();
  }
}
