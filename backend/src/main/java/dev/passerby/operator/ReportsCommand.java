package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.protocol.ReportCategory;
import dev.passerby.safety.ReportDesk.Filter;
import dev.passerby.safety.ReportDesk.Settling;
import dev.passerby.safety.ReportEntry;
import dev.passerby.safety.ReportEntry.Outcome;
import dev.passerby.store.Pseudonym;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads and settles what people have reported; works while the service runs. */
@Command(
    name = "reports",
    description =
        "Lists and settles what people have reported, and lifts cooldowns; works while the service"
            + " runs.",
    synopsisSubcommandLabel = "(list | show | settle | lift | purge)")
final class ReportsCommand {

  private static final int LONGEST_REASON = 500;

  private final Console console;
  private final Clock clock;

  ReportsCommand(Console console) {
    this.console = console;
    this.clock = Clock.systemUTC();
  }

  /** Whom a list or a command is about. */
  static final class About {

    @Option(
        names = "--wallet",
        paramLabel = "ADDRESS",
        description = "This wallet, in case its owner has told you.")
    @Nullable Address wallet;

    @Option(
        names = "--like",
        paramLabel = "RECEIPT",
        description = "Whoever the report with this receipt is about.")
    @Nullable String receipt;

    Pseudonym person(StoreOptions.Opened open) {
      return wallet != null
          ? open.store().pseudonyms().of(wallet)
          : find(open, String.valueOf(receipt)).reported();
    }
  }

  @Command(description = "Lists reports, the oldest first; open ones unless others are asked for.")
  void list(
      @Mixin StoreOptions store,
      @Option(names = "--settled", description = "Those that are settled, instead.")
          boolean settled,
      @Option(names = "--all", description = "Open and settled ones.") boolean all,
      @Option(
              names = "--category",
              paramLabel = "CATEGORY",
              description = "Only nudity, harassment, minor, hate, spam or other.")
          @Nullable ReportCategory category,
      @ArgGroup @Nullable About about,
      @Option(
              names = "--since",
              paramLabel = "TIME",
              description = "Only those that are not older, such as 7d or 12h.")
          @Nullable Duration since,
      @Option(
              names = "--limit",
              paramLabel = "COUNT",
              defaultValue = "20",
              description = "At most so many (default: ${DEFAULT-VALUE}).")
          int limit,
      @Option(
              names = "--after",
              paramLabel = "RECEIPT",
              description = "Those that come after this one: the next page.")
          @Nullable String after,
      @Option(names = "--json", description = "For programs: everything, as JSON.") boolean json) {
    if (limit < 1 || limit > 1_000) {
      throw new CommandFailure(ExitCode.USAGE, "--limit is from 1 to 1000.");
    }
    try (var open = store.open(console)) {
      if (after != null) {
        find(open, after);
      }
      var filter =
          new Filter(
              all ? null : settled,
              category,
              about == null ? null : about.person(open),
              null,
              since == null ? null : clock.instant().minus(since));
      // One more than is shown tells whether there is a next page.
      var found =
          open.answer(open.desk().list(filter, limit + 1, after == null ? null : number(after)));
      var shown = found.subList(0, Math.min(limit, found.size()));
      var more = found.size() > limit;
      if (json) {
        console.say("%s", ReportPrinter.json(shown, more));
      } else {
        ReportPrinter.table(shown, more).forEach(line -> console.say("%s", line));
      }
    }
  }

  @Command(description = "Shows one report, and what is known of the two people.")
  void show(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "RECEIPT", description = "The report's receipt.") String receipt,
      @Option(names = "--json", description = "For programs: everything, as JSON.") boolean json) {
    try (var open = store.open(console)) {
      var report = find(open, receipt);
      var reported = open.answer(open.desk().conduct(report.reported()));
      var reporter = open.answer(open.desk().conduct(report.reporter()));
      if (json) {
        console.say("%s", ReportPrinter.json(report, reported, reporter));
      } else {
        ReportPrinter.page(report, reported, reporter).forEach(line -> console.say("%s", line));
      }
    }
  }

  /** What was found; one of the two. */
  static final class Finding {

    @Option(names = "--uphold", required = true, description = "The report is true.")
    boolean uphold;

    @Option(
        names = "--dismiss",
        required = true,
        description =
            "It is not, or not against the rules. It no longer counts; a cooldown that it has led"
                + " to ends unless there were enough others.")
    boolean dismiss;
  }

  @Command(description = "Says what came of a report.")
  void settle(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "RECEIPT", description = "The report's receipt.") String receipt,
      @ArgGroup(multiplicity = "1") Finding finding,
      @Option(
              names = "--because",
              required = true,
              paramLabel = "REASON",
              description = "Why, for whoever looks at it later.")
          String because,
      @Option(
              names = "--cooldown",
              paramLabel = "TIME",
              description =
                  "Keeps the reported person from meeting anybody for so long, such as 7d; with"
                      + " --uphold.")
          @Nullable Duration cooldown,
      @Option(names = "--again", description = "Even if it is settled already.") boolean again) {
    if (because.isBlank() || because.length() > LONGEST_REASON) {
      throw new CommandFailure(
          ExitCode.USAGE, "--because has 1 to " + LONGEST_REASON + " characters.");
    }
    if (cooldown != null && (finding.dismiss || cooldown.isZero())) {
      throw new CommandFailure(ExitCode.USAGE, "--cooldown is a time, and goes with --uphold.");
    }
    var outcome = finding.uphold ? Outcome.UPHELD : Outcome.DISMISSED;
    try (var open = store.open(console)) {
      var settling =
          open.answer(
              open.desk().settle(number(receipt), outcome, because.strip(), again, cooldown));
      switch (settling) {
        case Settling.Settled(boolean lifted) -> {
          console.say("%s is %s.", number(receipt), outcome.word());
          if (lifted) {
            console.say("The cooldown that it has led to is over.");
          }
          if (cooldown != null) {
            console.say("A cooldown of %s has begun.", Times.words(cooldown));
          }
        }
        case Settling.Already(ReportEntry.Settlement before) ->
            throw new CommandFailure(
                ExitCode.REFUSED,
                "%s was %s on %s: add --again to settle it anew. Nothing was changed."
                    .formatted(
                        number(receipt), before.outcome().word(), ReportPrinter.time(before.at())));
        case Settling.Unknown() -> throw unknown(receipt);
      }
    }
  }

  @Command(
      description =
          "Ends somebody's cooldown; it does not make the next one longer. They may meet people at"
              + " once.")
  void lift(@Mixin StoreOptions store, @ArgGroup(multiplicity = "1") About about) {
    try (var open = store.open(console)) {
      var lifted = open.answer(open.desk().lift(about.person(open)));
      console.say("%s", lifted ? "The cooldown is over." : "There is no cooldown to lift.");
    }
  }

  @Command(
      description =
          "Deletes reports that have expired now; the service does it every hour by itself.")
  void purge(@Mixin StoreOptions store) {
    try (var open = store.open(console)) {
      console.say("%,d reports have expired.", open.answer(open.desk().purge()));
    }
  }

  private static ReportEntry find(StoreOptions.Opened open, String receipt) {
    return open.ask(open.desk().find(number(receipt))).orElseThrow(() -> unknown(receipt));
  }

  private static CommandFailure unknown(String receipt) {
    return new CommandFailure(
        ExitCode.NOT_FOUND, "There is no report " + number(receipt) + "; it may have expired.");
  }

  /** As it is stored, however it was told: without the dash, in lower case, O for 0. */
  private static String number(String receipt) {
    var digits =
        receipt
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return digits.length() == 10 ? digits.substring(0, 5) + "-" + digits.substring(5) : digits;
  }
}
