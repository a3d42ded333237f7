package dev.passerby.safety;

import dev.passerby.protocol.CooldownReason;
import dev.passerby.store.Pseudonym;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Who has to wait because of what was said of them. Everything here happens within somebody's
 * transaction; the row of the person in question is locked for it, so that two reports at once are
 * counted one after the other.
 */
final class Cooldowns {

  /**
   * Somebody's row.
   *
   * @param step how many there were in a row; none for somebody who was only reported
   * @param countedFrom the reports behind it were made after this
   * @param reporters by how many people at least
   * @param forgetAt from then on the next one is a first one again
   */
  record Row(
      Pseudonym wallet,
      int step,
      CooldownReason reason,
      Instant since,
      Instant until,
      Instant countedFrom,
      int reporters,
      Instant forgetAt,
      @Nullable Instant liftedAt) {

    boolean runs(Instant now) {
      return now.isBefore(until);
    }

    /**
     * Reports count for one cooldown, not for the next one too; and not for one that was lifted.
     */
    Instant settledUntil() {
      return liftedAt == null ? since : liftedAt;
    }
  }

  private static final String SELECT =
      "SELECT wallet, step, reason, since, until_at, counted_from, reporters, forget_at, lifted_at"
          + " FROM cooldown";

  private final SafetyProperties.Cooldown rules;
  private final Clock clock;

  Cooldowns(SafetyProperties.Cooldown rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** The one that runs. */
  Mono<Cooldown> running(DatabaseClient client, Pseudonym wallet) {
    return client
        .sql(SELECT + " WHERE wallet = :wallet AND until_at > :now")
        .bind("wallet", wallet.value())
        .bind("now", now())
        .map(Cooldowns::row)
        .one()
        .map(row -> new Cooldown(row.until, row.reason));
  }

  /** Somebody's row, if there is one, without a lock. */
  Mono<Row> of(DatabaseClient client, Pseudonym wallet) {
    return client
        .sql(SELECT + " WHERE wallet = :wallet")
        .bind("wallet", wallet.value())
        .map(Cooldowns::row)
        .one();
  }

  /** Begins one if enough people have reported the person; whether it did. */
  Mono<Boolean> reported(DatabaseClient client, Pseudonym wallet) {
    return locked(client, wallet)
        .flatMap(
            row -> {
              Instant now = now();
              if (row.runs(now)) {
                return Mono.just(false);
              }
              Instant from = later(now.minus(rules.within()), row.settledUntil());
              return reporters(client, wallet, from, now)
                  .flatMap(
                      count ->
                          count < rules.reporters()
                              ? Mono.just(false)
                              : begin(client, row, CooldownReason.REPORTS, null, from)
                                  .thenReturn(true));
            });
  }

  /** A report was dismissed: the cooldown that it led to ends, unless there were enough others. */
  Mono<Boolean> dismissed(DatabaseClient client, Pseudonym wallet) {
    return locked(client, wallet)
        .filter(row -> row.runs(now()) && row.reason == CooldownReason.REPORTS)
        .flatMap(
            row ->
                reporters(client, wallet, row.countedFrom, row.since)
                    .filter(count -> count < row.reporters)
                    .flatMap(count -> lift(client, row)))
        .defaultIfEmpty(false);
  }

  /** The operator begins one, or makes the one that runs longer or shorter. */
  Mono<Void> impose(DatabaseClient client, Pseudonym wallet, Duration length) {
    return locked(client, wallet)
        .flatMap(row -> begin(client, row, CooldownReason.OPERATOR, length, row.settledUntil()));
  }

  /** Ends the one that runs; false if none does. It does not make the next one longer. */
  Mono<Boolean> lift(DatabaseClient client, Pseudonym wallet) {
    return locked(client, wallet)
        .filter(row -> row.runs(now()))
        .flatMap(row -> lift(client, row))
        .defaultIfEmpty(false);
  }

  /** Forgets those who have behaved for long enough. */
  Mono<Long> purge(DatabaseClient client) {
    return client
        .sql("DELETE FROM cooldown WHERE forget_at <= :now AND until_at <= :now")
        .bind("now", now())
        .fetch()
        .rowsUpdated();
  }

  private Mono<Void> begin(
      DatabaseClient client,
      Row row,
      CooldownReason reason,
      @Nullable Duration length,
      Instant countedFrom) {
    Instant now = now();
    // One that runs is made another, not followed by another.
    int earlier = row.runs(now) ? row.step - 1 : now.isBefore(row.forgetAt) ? row.step : 0;
    Instant until = now.plus(length == null ? rules.after(earlier) : length);
    return client
        .sql(
            "UPDATE cooldown SET step = :step, reason = :reason, since = :since, until_at = :until,"
                + " counted_from = :from, reporters = :reporters, forget_at = :forget,"
                + " lifted_at = NULL WHERE wallet = :wallet")
        .bind("step", earlier + 1)
        .bind("reason", reason.wire())
        .bind("since", now)
        .bind("until", until)
        .bind("from", countedFrom)
        .bind("reporters", rules.reporters())
        .bind("forget", until.plus(rules.growsFor()))
        .bind("wallet", row.wallet.value())
        .then();
  }

  private Mono<Boolean> lift(DatabaseClient client, Row row) {
    return client
        .sql(
            "UPDATE cooldown SET step = :step, until_at = :now, lifted_at = :now"
                + " WHERE wallet = :wallet")
        .bind("step", Math.max(0, row.step - 1))
        .bind("now", now())
        .bind("wallet", row.wallet.value())
        .fetch()
        .rowsUpdated()
        .thenReturn(true);
  }

  private Mono<Row> locked(DatabaseClient client, Pseudonym wallet) {
    return client
        .sql(
            "INSERT INTO cooldown (wallet, step, reason, since, until_at, counted_from, reporters,"
                + " forget_at) VALUES (:wallet, 0, 'reports', :never, :never, :never, 0, :never)"
                + " ON CONFLICT DO NOTHING")
        .bind("wallet", wallet.value())
        .bind("never", Instant.EPOCH)
        .fetch()
        .rowsUpdated()
        .then(
            client
                .sql(SELECT + " WHERE wallet = :wallet FOR UPDATE")
                .bind("wallet", wallet.value())
                .map(Cooldowns::row)
                .one());
  }

  /** Different people whose reports count; dismissed ones do not. */
  private static Mono<Long> reporters(
      DatabaseClient client, Pseudonym wallet, Instant after, Instant upTo) {
    return client
        .sql(
            "SELECT count(DISTINCT reporter) FROM report WHERE reported = :wallet AND weighs"
                + " AND made_at > :after AND made_at <= :upTo"
                + " AND (outcome IS NULL OR outcome <> 'dismissed')")
        .bind("wallet", wallet.value())
        .bind("after", after)
        .bind("upTo", upTo)
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one();
  }

  private static Row row(Readable row) {
    return new Row(
        new Pseudonym(Columns.text(row, "wallet")),
        Columns.number(row, "step"),
        CooldownReason.named(Columns.text(row, "reason")).orElse(CooldownReason.REPORTS),
        Columns.instant(row, "since"),
        Columns.instant(row, "until_at"),
        Columns.instant(row, "counted_from"),
        Columns.number(row, "reporters"),
        Columns.instant(row, "forget_at"),
        row.get("lifted_at", Instant.class));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Instant now() {
    return Columns.now(clock);
  }
}
