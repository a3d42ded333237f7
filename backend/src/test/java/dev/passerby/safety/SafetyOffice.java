package dev.passerby.safety;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.chain.AdjustableClock;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ReportCategory;
import dev.passerby.store.OpenStore;
import dev.passerby.store.Pseudonym;
import dev.passerby.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reports, blocks and cooldowns over an empty database, and a clock that can be put forward. */
public final class SafetyOffice implements AutoCloseable {

  public static final SafetyProperties RULES =
      new SafetyProperties(
          Duration.ofDays(90),
          Duration.ofMinutes(10),
          8,
          3,
          new SafetyProperties.Cooldown(
              3,
              Duration.ofHours(24),
              List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7)),
              Duration.ofDays(60),
              4));

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public final AdjustableClock clock = new AdjustableClock();
  final OpenStore open;
  final Reports reports;
  final Safety safety;
  final ReportDesk desk;
  private int encounters;

  SafetyOffice(TestDatabase kind) {
    this(kind.open());
  }

  /** The same rules over a database that is open already. */
  public SafetyOffice(OpenStore open) {
    this.open = open;
    var cooldowns = new Cooldowns(RULES.cooldown(), clock);
    reports = new Reports(open.store(), cooldowns, RULES, clock);
    var blocks = new Blocks(open.store(), RULES.blocksPerWallet(), clock);
    safety = new StoredSafety(open.store(), open.pseudonyms(), reports, blocks, cooldowns);
    desk = new ReportDesk(open.store(), RULES, clock);
  }

  public static Address wallet(int number) {
    return new Address("0x%040x".formatted(number));
  }

  Pseudonym name(int wallet) {
    return open.pseudonyms().of(wallet(wallet));
  }

  /** Files a report about an encounter that nobody has reported yet; its receipt. */
  public String report(int reporter, int reported) {
    var filing = file(reporter, reported, "encounter " + ++encounters, null);
    assertThat(filing).isInstanceOf(Filing.Filed.class);
    return ((Filing.Filed) filing).receipt();
  }

  public Filing file(int reporter, int reported, String encounter, @Nullable String note) {
    var report = new ClientMessage.Report(encounter, ReportCategory.HARASSMENT, note);
    return await(safety.report(wallet(reporter), wallet(reported), report));
  }

  void block(int blocker, int blocked) {
    assertThat(await(safety.block(wallet(blocker), wallet(blocked))))
        .isEqualTo(new Blocking.Blocked());
  }

  Clearance clearance(int wallet) {
    return await(safety.clearance(wallet(wallet)));
  }

  public Optional<Cooldown> cooldown(int wallet) {
    return clearance(wallet).cooldown();
  }

  /** How long the wallet has to wait, to the minute. */
  Duration coolingFor(int wallet) {
    var until = cooldown(wallet).orElseThrow().until();
    return Duration.ofMinutes(
        Math.round(Duration.between(clock.instant(), until).toSeconds() / 60.0));
  }

  void dismiss(String receipt) {
    await(desk.settle(receipt, ReportEntry.Outcome.DISMISSED, "not so", false, null));
  }

  public List<ReportEntry> all() {
    return await(desk.list(new ReportDesk.Filter(null, null, null, null, null), 100, null));
  }

  static <T> T await(Mono<T> answer) {
    return requireNonNull(answer.block(PATIENCE));
  }

  @Override
  public void close() {
    open.close();
  }
}
