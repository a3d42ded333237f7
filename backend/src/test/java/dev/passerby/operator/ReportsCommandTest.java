package dev.passerby.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.DataFolder;
import dev.passerby.safety.SafetyOffice;
import dev.passerby.store.OpenStore;
import dev.passerby.store.StoreProperties;
import dev.passerby.store.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports are read and settled while the service has its database open, of either kind. */
class ReportsCommandTest {

  private static final int TROUBLE = 99;

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable OpenStore service;

  private SafetyOffice office(TestDatabase kind) {
    StoreProperties properties =
        kind == TestDatabase.H2 ? TestDatabase.properties(null) : kind.properties();
    service = OpenStore.forService(properties, new DataFolder(folder, false), TestDatabase.CHAIN);
    environment.put("PASSERBY_DATA_FOLDER", folder.toString());
    if (properties.url() != null) {
      environment.put("PASSERBY_STORE_URL", properties.url());
      environment.put("PASSERBY_STORE_USERNAME", properties.username());
      environment.put("PASSERBY_STORE_KEY_FILE", String.valueOf(properties.keyFile()));
    }
    return new SafetyOffice(service);
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void listsWhatIsOpenTheOldestFirst(TestDatabase kind) {
    var office = office(kind);
    var first = office.report(1, TROUBLE);
    office.file(2, TROUBLE, "an encounter", "a note ".repeat(10).strip());
    var third = office.report(3, 4);
    done("settle", third, "--dismiss", "--because=a joke");

    var lines = done("list").lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("RECEIPT      MADE (UTC)        CATEGORY    ABOUT");
    assertThat(lines.get(1)).startsWith(first).contains("  harassment  ", "  yes     open");
    assertThat(lines.get(2)).endsWith("a note a note a note a note a note a no…");
    assertThat(done("list", "--settled").lines().skip(1))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith(third).contains("dismissed"));
    assertThat(done("list", "--all").lines()).hasSize(4);
    assertThat(done("list", "--category=spam")).isEqualTo("There are no such reports.\n");
    assertThat(done("list", "--all", "--since=0s")).isEqualTo("There are no such reports.\n");
    assertThat(done("list", "--wallet=" + SafetyOffice.wallet(TROUBLE).value()).lines()).hasSize(3);
    assertThat(done("list", "--like=" + first).lines()).hasSize(3);
    assertThat(done("list", "--all", "--like=" + third).lines()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void turnsPagesAndSpeaksToPrograms(TestDatabase kind) {
    var office = office(kind);
    var receipts = List.of(office.report(1, 2), office.report(2, 3), office.report(3, 4));

    assertThat(done("list", "--limit=2").lines().toList().getLast())
        .isEqualTo("There are more: --after " + receipts.get(1));
    var first = json("list", "--limit=2", "--json");
    var rest = json("list", "--limit=2", "--json", "--after=" + first.path("after").asString());

    assertThat(first.path("reports").findValuesAsString("receipt"))
        .isEqualTo(receipts.subList(0, 2));
    assertThat(rest.path("reports").findValuesAsString("receipt"))
        .isEqualTo(receipts.subList(2, 3));
    assertThat(rest.path("after").isNull()).isTrue();
    var report = first.path("reports").get(0);
    assertThat(report.path("about").asString()).hasSize(43);
    assertThat(report.path("state").asString()).isEqualTo("open");
    assertThat(report.path("madeAt").asString()).matches("20\\d\\d-.*Z");
  }

  @ParameterizedTest
  @EnumSource
  void showsAReportAndWhatIsKnownOfTheTwo(TestDatabase kind) {
    var office = office(kind);
    office.report(1, TROUBLE);
    office.report(2, TROUBLE);
    var receipt = office.report(3, TROUBLE);
    office.report(TROUBLE, 3);

    var said = done("show", receipt.toLowerCase(Locale.ROOT).replace("-", ""));

    assertThat(said)
        .contains("Report " + receipt + ", open", "note        none", "counts      yes")
        .contains("  reported    3: 3 open, 0 upheld, 0 dismissed, by 3 people")
        .contains("  reports     1: 1 open, 0 upheld, 0 dismissed")
        .contains("  cooldown    number 1, for reports, until 20")
        .doesNotContain(SafetyOffice.wallet(TROUBLE).value().substring(2));
    var json = json("show", receipt, "--json");
    assertThat(json.path("aboutConduct").path("against").path("open").asInt()).isEqualTo(3);
    assertThat(json.path("aboutConduct").path("cooldown").path("step").asInt()).isEqualTo(1);
    assertThat(json.path("byConduct").path("reporters").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void dismissingEndsTheCooldownThatItLedTo(TestDatabase kind) {
    var office = office(kind);
    office.report(1, TROUBLE);
    office.report(2, TROUBLE);
    var receipt = office.report(3, TROUBLE);
    assertThat(office.cooldown(TROUBLE)).isPresent();

    assertThat(done("settle", receipt, "--dismiss", "--because=not so"))
        .isEqualTo(receipt + " is dismissed.\nThe cooldown that it has led to is over.\n");

    assertThat(office.cooldown(TROUBLE)).isEmpty();
    assertThat(done("show", receipt)).contains("Report " + receipt + ", dismissed", ": not so");
  }

  @ParameterizedTest
  @EnumSource
  void upholdingMayBeginACooldownOfTheOperators(TestDatabase kind) {
    var office = office(kind);
    var receipt = office.report(1, TROUBLE);

    assertThat(done("settle", receipt, "--uphold", "--because=seen it", "--cooldown=7d"))
        .isEqualTo(receipt + " is upheld.\nA cooldown of 7d has begun.\n");

    assertThat(office.cooldown(TROUBLE).orElseThrow().reason().wire()).isEqualTo("operator");
    assertThat(done("show", receipt)).contains("number 1, for operator");
  }

  @ParameterizedTest
  @EnumSource
  void liftsACooldownForWhoeverOwnsTheWalletOrWasReported(TestDatabase kind) {
    var office = office(kind);
    var receipt = office.report(1, TROUBLE);
    office.report(2, TROUBLE);
    office.report(3, TROUBLE);
    var wallet = "--wallet=" + SafetyOffice.wallet(TROUBLE).value();

    assertThat(done("lift", wallet)).isEqualTo("The cooldown is over.\n");
    assertThat(office.cooldown(TROUBLE)).isEmpty();
    assertThat(done("lift", "--like=" + receipt)).isEqualTo("There is no cooldown to lift.\n");
    office.report(4, TROUBLE);
    assertThat(office.cooldown(TROUBLE)).as("what was lifted is not counted again").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void settlesOnlyOnceUnlessToldTo(TestDatabase kind) {
    var office = office(kind);
    var receipt = office.report(1, TROUBLE);
    done("settle", receipt, "--uphold", "--because=so");

    var again = run("settle", receipt, "--dismiss", "--because=no");
    assertThat(again.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(again.err())
        .startsWith("Error: " + receipt + " was upheld on 20")
        .endsWith("add --again to settle it anew. Nothing was changed.\n");
    done("settle", receipt, "--dismiss", "--because=no", "--again");
    assertThat(done("show", receipt)).contains(", dismissed");
  }

  @ParameterizedTest
  @EnumSource
  void purgesWhatHasExpiredAndOnlyThat(TestDatabase kind) {
    var office = office(kind);
    office.report(1, TROUBLE);
    assertThat(done("purge")).isEqualTo("0 reports have expired.\n");
    assertThat(office.all()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void saysThatThereIsNoSuchReport(TestDatabase kind) {
    var office = office(kind);
    assertThat(office.all()).isEmpty();

    for (var command :
        List.of(
            new String[] {"show", "ABCDE-FGHJK"},
            new String[] {"settle", "ABCDE-FGHJK", "--uphold", "--because=so"},
            new String[] {"list", "--after=ABCDE-FGHJK"},
            new String[] {"lift", "--like=ABCDE-FGHJK"})) {
      var result = run(command);
      assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_FOUND.number());
      assertThat(result.err())
          .isEqualTo("Error: There is no report ABCDE-FGHJK; it may have expired.\n");
    }
  }

  @Test
  void worksOnTheFileWhenNoServiceRuns() {
    var office = office(TestDatabase.H2);
    var receipt = office.report(1, TROUBLE);
    stop();
    service = null;

    assertThat(done("list")).contains(receipt);
    done("settle", receipt, "--uphold", "--because=so");
    assertThat(done("list", "--settled")).contains(receipt, "upheld");
  }

  @Test
  void saysInOneLineWhenThereIsNoDatabase() {
    environment.put("PASSERBY_DATA_FOLDER", folder.toString());
    var nothing = run("list");
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
    assertThat(nothing.err()).startsWith("Error: There is no database in").hasLineCount(1);

    environment.put("PASSERBY_STORE_URL", "postgresql://127.0.0.1:9/passerby");
    environment.put("PASSERBY_STORE_PASSWORD", "open sesame");
    var gone = run("list");
    assertThat(gone.exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
    assertThat(gone.err()).contains("127.0.0.1:9").doesNotContain("sesame").hasLineCount(1);

    environment.put("PASSERBY_STORE_URL", "jdbc:something");
    assertThat(run("list").err()).contains("Write postgresql://host:port/database").hasLineCount(1);
  }

  private Shell.Result run(String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "reports";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Shell.run(environment, all);
  }

  private String done(String... arguments) {
    var result = run(arguments);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  private JsonNode json(String... arguments) {
    return JsonMapper.shared().readTree(done(arguments));
  }
}
