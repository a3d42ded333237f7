package dev.passerby.safety;

import static dev.passerby.safety.SafetyOffice.RULES;
import static dev.passerby.safety.SafetyOffice.await;
import static dev.passerby.safety.SafetyOffice.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.CooldownReason;
import dev.passerby.protocol.ReportCategory;
import dev.passerby.store.StoreUnavailable;
import dev.passerby.store.TestDatabase;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** What is remembered of what people say and do to each other, on both kinds of database. */
class SafetyTest {

  private static final int TROUBLE = 99;

  @ParameterizedTest
  @EnumSource
  void aReportIsStoredWithNoMoreThanIsNeededAndFoundByItsReceipt(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      var filed = (Filing.Filed) office.file(1, 2, "the encounter", "Grüße, 😀 und 500 mehr");

      assertThat(filed.receipt()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
      var entry = await(office.desk.find(filed.receipt()));
      assertThat(entry)
          .isEqualTo(
              new ReportEntry(
                  filed.receipt(),
                  entry.madeAt(),
                  entry.madeAt().plus(RULES.reportsKeptFor()),
                  ReportCategory.HARASSMENT,
                  "Grüße, 😀 und 500 mehr",
                  "the encounter",
                  office.name(1),
                  office.name(2),
                  true,
                  null));
      assertThat(Duration.between(entry.madeAt(), office.clock.instant()))
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLongestNoteFits(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      var filed = (Filing.Filed) office.file(1, 2, "encounter", "😀".repeat(500));

      assertThat(await(office.desk.find(filed.receipt())).note()).isEqualTo("😀".repeat(500));
    }
  }

  @ParameterizedTest
  @EnumSource
  void askingTwiceGivesTheSameReceipt(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      var first = office.file(1, 2, "encounter", "first");
      var again = office.file(1, 2, "encounter", "second");
      var others = office.file(2, 1, "encounter", null);

      assertThat(again).isEqualTo(first);
      assertThat(others).isNotEqualTo(first);
      assertThat(office.all()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsExpireWhetherSettledOrNot(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      office.dismiss(office.report(1, 2));
      office.report(1, 3);
      office.clock.putForward(RULES.reportsKeptFor().minusMinutes(1));
      office.report(1, 4);
      assertThat(await(office.desk.purge())).isZero();

      office.clock.putForward(Duration.ofMinutes(1));
      assertThat(await(office.desk.purge())).isEqualTo(2);
      assertThat(office.all()).singleElement().extracting("reported").isEqualTo(office.name(4));
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalPeopleBeginACooldownAndOneAloneNever(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      office.report(1, TROUBLE);
      office.report(1, TROUBLE);
      office.report(1, TROUBLE);
      office.report(2, TROUBLE);
      assertThat(office.cooldown(TROUBLE)).isEmpty();

      var third = (Filing.Filed) office.file(3, TROUBLE, "the last straw", null);

      assertThat(third.coolsDown()).isTrue();
      assertThat(office.cooldown(TROUBLE).orElseThrow().reason()).isEqualTo(CooldownReason.REPORTS);
      assertThat(office.coolingFor(TROUBLE)).isEqualTo(Duration.ofHours(1));
      assertThat(office.cooldown(1)).isEmpty();
      office.clock.putForward(Duration.ofHours(1));
      assertThat(office.cooldown(TROUBLE)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsThatLieTooFarApartBeginNone(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      office.report(1, TROUBLE);
      office.report(2, TROUBLE);
      office.clock.putForward(RULES.cooldown().within());
      office.report(3, TROUBLE);
      assertThat(office.cooldown(TROUBLE)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void cooldownsGrowAndReportsCountForOneOnly(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      coolDown(office, 1);
      assertThat(office.coolingFor(TROUBLE)).isEqualTo(Duration.ofHours(1));
      office.clock.putForward(Duration.ofHours(2));
      assertThat(office.cooldown(TROUBLE)).isEmpty();
      coolDown(office, 5);
      assertThat(office.coolingFor(TROUBLE)).isEqualTo(Duration.ofHours(24));
      office.clock.putForward(Duration.ofHours(25));
      coolDown(office, 8);
      assertThat(office.coolingFor(TROUBLE)).isEqualTo(Duration.ofDays(7));
      office.clock.putForward(Duration.ofDays(8));
      coolDown(office, 11);
      assertThat(office.coolingFor(TROUBLE)).isEqualTo(Duration.ofDays(7));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoBehavesForLongEnoughBeginsAtTheFirstStepAgain(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      coolDown(office, 1);
      office.clock.putForward(RULES.cooldown().growsFor().plusHours(1));
      coolDown(office, 4);
      assertThat(office.coolingFor(TROUBLE)).isEqualTo(Duration.ofHours(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoReportsEverybodyDecidesOverNobody(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      for (int other = 10; other < 14; other++) {
        office.report(1, other);
      }
      office.report(1, TROUBLE);
      office.report(2, TROUBLE);
      office.report(3, TROUBLE);

      assertThat(office.cooldown(TROUBLE)).isEmpty();
      office.report(4, TROUBLE);
      assertThat(office.cooldown(TROUBLE)).isPresent();
      assertThat(office.all().stream().filter(report -> !report.weighs()))
          .singleElement()
          .satisfies(report -> assertThat(report.reporter()).isEqualTo(office.name(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDayAllowsOnlySoManyReports(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      for (int other = 10; other < 10 + RULES.reportsPerDay(); other++) {
        office.report(1, other);
      }
      assertThat(office.file(1, TROUBLE, "one more", null)).isEqualTo(new Filing.TooMany());
      office.clock.putForward(Duration.ofDays(1));
      assertThat(office.file(1, TROUBLE, "one more", null)).isInstanceOf(Filing.Filed.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoseReportsAreDismissedNoLongerCounts(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      for (int other = 10; other < 13; other++) {
        office.dismiss(office.report(1, other));
      }
      office.clock.putForward(Duration.ofDays(2));
      office.report(1, TROUBLE);
      office.report(2, TROUBLE);
      office.report(3, TROUBLE);
      assertThat(office.cooldown(TROUBLE)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void dismissedReportsDoNotCountAndTheCooldownThatTheyLedToEnds(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      office.dismiss(office.report(1, TROUBLE));
      office.report(2, TROUBLE);
      office.report(3, TROUBLE);
      assertThat(office.cooldown(TROUBLE)).isEmpty();
      var fourth = office.report(4, TROUBLE);
      assertThat(office.cooldown(TROUBLE)).isPresent();

      office.dismiss(fourth);

      assertThat(office.cooldown(TROUBLE)).isEmpty();
      coolDown(office, 5);
      assertThat(office.coolingFor(TROUBLE)).as("the first step").isEqualTo(Duration.ofHours(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneDismissedReportOfManyEndsNoCooldown(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      office.report(1, TROUBLE);
      var extra = office.report(1, TROUBLE);
      office.report(2, TROUBLE);
      office.report(3, TROUBLE);

      office.dismiss(extra);

      assertThat(office.cooldown(TROUBLE)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsAtTheSameTimeBeginOneCooldownAndAreAllStored(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      var filings =
          await(
              Flux.range(1, 12)
                  .flatMap(
                      reporter ->
                          office.safety.report(
                              wallet(reporter),
                              wallet(TROUBLE),
                              new ClientMessage.Report(
                                  "encounter " + reporter, ReportCategory.SPAM, null)),
                      12)
                  .collectList());

      assertThat(filings).allMatch(Filing.Filed.class::isInstance);
      assertThat(filings.stream().filter(filing -> ((Filing.Filed) filing).coolsDown())).hasSize(1);
      assertThat(office.all()).hasSize(12);
      assertThat(office.coolingFor(TROUBLE)).isEqualTo(Duration.ofHours(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBlockSeparatesBothWhicheverOfThemItWas(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      office.block(1, 2);
      office.block(1, 2);

      var one = office.clearance(1).blocks();
      var two = office.clearance(2).blocks();
      var three = office.clearance(3).blocks();
      assertThat(one.separates(two)).isTrue();
      assertThat(two.separates(one)).isTrue();
      assertThat(one.separates(three)).isFalse();
      assertThat(two.separates(three)).isFalse();
      assertThat(one.blocked()).isEqualTo(Set.of(office.name(2)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBlockHoldsFromTheMomentItIsAskedFor(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      var notYetStored = office.safety.block(wallet(1), wallet(2));

      assertThat(office.safety.haveParted(wallet(2), wallet(1))).isTrue();
      assertThat(office.safety.haveParted(wallet(1), wallet(3))).isFalse();
      assertThat(office.clearance(1).blocks().blocked()).containsExactly(office.name(2));
      await(notYetStored);
    }
  }

  @ParameterizedTest
  @EnumSource
  void blocksOutliveTheServiceAndAreForgottenOnlyByWhoMadeThem(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      office.block(1, 2);
      office.block(3, 1);
      // Another service on the same database remembers nothing of its own.
      var later = new SafetyOffice(office.open);
      assertThat(later.safety.haveParted(wallet(1), wallet(2))).isFalse();
      assertThat(later.clearance(1).blocks().separates(later.clearance(2).blocks())).isTrue();

      var blocks = new Blocks(office.open.store(), 3, office.clock);
      assertThat(await(blocks.clear(office.name(1)))).isEqualTo(1);

      assertThat(later.clearance(1).blocks().separates(later.clearance(2).blocks())).isFalse();
      assertThat(later.clearance(1).blocks().separates(later.clearance(3).blocks())).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListOfBlocksHasAnEndAndNobodyFallsOutOfIt(TestDatabase kind) {
    try (var office = new SafetyOffice(kind)) {
      for (int other = 10; other < 10 + RULES.blocksPerWallet(); other++) {
        office.block(1, other);
      }
      assertThat(await(office.safety.block(wallet(1), wallet(50)))).isEqualTo(new Blocking.Full());

      var later = new SafetyOffice(office.open);
      assertThat(later.clearance(1).blocks().blocked())
          .isEqualTo(
              IntStream.range(10, 10 + RULES.blocksPerWallet())
                  .mapToObj(office::name)
                  .collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysThatNothingIsStoredWhenTheDatabaseIsGone(TestDatabase kind) {
    var office = new SafetyOffice(kind);
    office.close();

    assertThatThrownBy(() -> office.file(1, 2, "encounter", null))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> office.block(1, 2)).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> office.clearance(1)).isInstanceOf(StoreUnavailable.class);
  }

  /** Three people who have not reported anybody yet. */
  private static void coolDown(SafetyOffice office, int firstReporter) {
    for (int reporter = firstReporter; reporter < firstReporter + 3; reporter++) {
      assertThat(office.cooldown(TROUBLE)).isEmpty();
      office.report(reporter, TROUBLE);
    }
  }
}
