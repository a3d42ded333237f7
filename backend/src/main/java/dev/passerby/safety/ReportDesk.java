package dev.passerby.safety;

import dev.passerby.protocol.ReportCategory;
import dev.passerby.safety.ReportEntry.Outcome;
import dev.passerby.safety.ReportEntry.Settlement;
import dev.passerby.store.Pseudonym;
import dev.passerby.store.Store;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Where the operator reads and settles reports; may be used beside services that run. */
public final class ReportDesk {

  private static final String SELECT =
      "SELECT receipt, made_at, expires_at, category, note, encounter, reporter, reported, weighs,"
          + " outcome, settled_at, settled_because FROM report";

  private final Store store;
  private final Reports reports;
  private final Cooldowns cooldowns;
  private final Clock clock;

  /**
   * Over an open database.
   *
   * @param rules the service's, as far as a cooldown of the operator's needs them
   */
  public ReportDesk(Store store, SafetyProperties rules, Clock clock) {
    this.store = store;
    this.cooldowns = new Cooldowns(rules.cooldown(), clock);
    this.reports = new Reports(store, cooldowns, rules, clock);
    this.clock = clock;
  }

  /**
   * Which reports are asked for; null does not matter.
   *
   * @param settled only those that are, or are not
   * @param since only those made at this time or later
   */
  public record Filter(
      @Nullable Boolean settled,
      @Nullable ReportCategory category,
      @Nullable Pseudonym against,
      @Nullable Pseudonym by,
      @Nullable Instant since) {}

  /** What came of settling a report. */
  public sealed interface Settling {

    /**
     * It is settled.
     *
     * @param lifted whether a cooldown ended with it
     */
    record Settled(boolean lifted) implements Settling {}

    /** It was settled before. */
    record Already(Settlement settlement) implements Settling {}

    /** There is none with this receipt. */
    record Unknown() implements Settling {}
  }

  /**
   * Reports, the oldest first.
   *
   * @param most how many at the most
   * @param after only those that come after the one with this receipt
   */
  public Mono<List<ReportEntry>> list(Filter filter, int most, @Nullable String after) {
    return store.work(
        client ->
            after == null
                ? list(client, filter, most, null)
                : find(client, after, "")
                    .flatMap(last -> list(client, filter, most, last))
                    .switchIfEmpty(Mono.just(List.of())));
  }

  /** The report with this receipt. */
  public Mono<ReportEntry> find(String receipt) {
    return store.work(client -> find(client, receipt, ""));
  }

  /** What is known of the person. */
  public Mono<Conduct> conduct(Pseudonym person) {
    return store.work(
        client ->
            Mono.zip(
                    tally(client, "reported", person),
                    tally(client, "reporter", person),
                    reporters(client, person),
                    cooldowns.of(client, person).singleOptional())
                .map(
                    known ->
                        new Conduct(
                            known.getT1(),
                            known.getT2(),
                            known.getT3(),
                            known.getT4().map(this::running).orElse(null))));
  }

  /**
   * Settles a report; a dismissed one no longer counts, and a cooldown that it has led to ends
   * unless there were enough others.
   *
   * @param again whether one that is settled may be settled differently
   * @param cooldown what the person gets from the operator; null for nothing
   */
  public Mono<Settling> settle(
      String receipt, Outcome outcome, String because, boolean again, @Nullable Duration cooldown) {
    return store.together(
        client ->
            find(client, receipt, " FOR UPDATE")
                .flatMap(
                    report -> {
                      Settlement before = report.settlement();
                      return before != null && !again
                          ? Mono.<Settling>just(new Settling.Already(before))
                          : settle(client, report, outcome, because, cooldown);
                    })
                .defaultIfEmpty(new Settling.Unknown()));
  }

  /** Ends the cooldown that runs; false if none does. */
  public Mono<Boolean> lift(Pseudonym person) {
    return store.together(client -> cooldowns.lift(client, person));
  }

  /** Deletes what has expired; how many reports. */
  public Mono<Long> purge() {
    return reports.purge();
  }

  private Mono<Settling> settle(
      DatabaseClient client,
      ReportEntry report,
      Outcome outcome,
      String because,
      @Nullable Duration cooldown) {
    Mono<Void> written =
        client
            .sql(
                "UPDATE report SET outcome = :outcome, settled_at = :now, settled_because = :why"
                    + " WHERE receipt = :receipt")
            .bind("outcome", outcome.word())
            .bind("now", Columns.now(clock))
            .bind("why", because)
            .bind("receipt", report.receipt())
            .then();
    Mono<Boolean> followed =
        switch (outcome) {
          case DISMISSED -> cooldowns.dismissed(client, report.reported());
          case UPHELD ->
              cooldown == null
                  ? Mono.just(false)
                  : cooldowns.impose(client, report.reported(), cooldown).thenReturn(false);
        };
    return written.then(Mono.defer(() -> followed)).map(Settling.Settled::new);
  }

  private static Mono<List<ReportEntry>> list(
      DatabaseClient client, Filter filter, int most, @Nullable ReportEntry last) {
    var where = new Conditions();
    if (filter.settled != null) {
      where.and(filter.settled ? "outcome IS NOT NULL" : "outcome IS NULL");
    }
    where
        .and("category = :category", "category", filter.category, ReportCategory::wire)
        .and("reported = :against", "against", filter.against, Pseudonym::value)
        .and("reporter = :by", "by", filter.by, Pseudonym::value)
        .and("made_at >= :since", "since", filter.since, since -> since)
        .and(
            "(made_at > :at OR made_at = :at AND receipt > :last)", "at", last, ReportEntry::madeAt)
        .bind("last", last, ReportEntry::receipt);
    return where
        .bindTo(client.sql(SELECT + where.sql() + " ORDER BY made_at, receipt LIMIT " + most))
        .map(ReportDesk::entry)
        .all()
        .collectList();
  }

  private static Mono<ReportEntry> find(DatabaseClient client, String receipt, String lock) {
    return client
        .sql(SELECT + " WHERE receipt = :receipt" + lock)
        .bind("receipt", receipt)
        .map(ReportDesk::entry)
        .one();
  }

  private static Mono<Conduct.Tally> tally(DatabaseClient client, String column, Pseudonym person) {
    return client
        .sql(
            "SELECT count(CASE WHEN outcome IS NULL THEN 1 END),"
                + " count(CASE WHEN outcome = 'upheld' THEN 1 END),"
                + " count(CASE WHEN outcome = 'dismissed' THEN 1 END)"
                + " FROM report WHERE "
                + column
                + " = :person")
        .bind("person", person.value())
        .map(row -> new Conduct.Tally(count(row, 0), count(row, 1), count(row, 2)))
        .one();
  }

  private static Mono<Long> reporters(DatabaseClient client, Pseudonym person) {
    return client
        .sql("SELECT count(DISTINCT reporter) FROM report WHERE reported = :person")
        .bind("person", person.value())
        .map(row -> count(row, 0))
        .one();
  }

  private Conduct.@Nullable Cooldown running(Cooldowns.Row row) {
    return row.runs(Columns.now(clock))
        ? new Conduct.Cooldown(row.since(), row.until(), row.step(), row.reason().wire())
        : null;
  }

  private static ReportEntry entry(Readable row) {
    String outcome = row.get("outcome", String.class);
    return new ReportEntry(
        Columns.text(row, "receipt"),
        Columns.instant(row, "made_at"),
        Columns.instant(row, "expires_at"),
        ReportCategory.named(Columns.text(row, "category")).orElse(ReportCategory.OTHER),
        row.get("note", String.class),
        Columns.text(row, "encounter"),
        new Pseudonym(Columns.text(row, "reporter")),
        new Pseudonym(Columns.text(row, "reported")),
        Columns.flag(row, "weighs"),
        outcome == null
            ? null
            : new Settlement(
                Outcome.of(outcome),
                Columns.instant(row, "settled_at"),
                Columns.text(row, "settled_because")));
  }

  private static long count(Readable row, int column) {
    return Objects.requireNonNull(row.get(column, Long.class));
  }
}
