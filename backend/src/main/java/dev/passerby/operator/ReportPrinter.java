package dev.passerby.operator;

import dev.passerby.safety.Conduct;
import dev.passerby.safety.ReportEntry;
import dev.passerby.store.Pseudonym;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How reports look on a terminal, and to programs. */
final class ReportPrinter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int NOTE = 40;

  private ReportPrinter() {}

  /** In UTC, to the minute. */
  static String time(Instant at) {
    return TIME.format(at) + " UTC";
  }

  static List<String> table(List<ReportEntry> reports, boolean more) {
    if (reports.isEmpty()) {
      return List.of("There are no such reports.");
    }
    var lines = new ArrayList<String>();
    lines.add(row("RECEIPT", "MADE (UTC)", "CATEGORY", "ABOUT", "BY", "COUNTS", "STATE", "NOTE"));
    for (var report : reports) {
      lines.add(
          row(
              report.receipt(),
              TIME.format(report.madeAt()),
              report.category().wire(),
              brief(report.reported()),
              brief(report.reporter()),
              report.weighs() ? "yes" : "no",
              state(report),
              brief(report.note())));
    }
    if (more) {
      lines.add("There are more: --after " + reports.getLast().receipt());
    }
    return lines;
  }

  static List<String> page(ReportEntry report, Conduct reported, Conduct reporter) {
    var lines = new ArrayList<String>();
    lines.add("Report " + report.receipt() + ", " + state(report));
    lines.add("  category    " + report.category().wire());
    lines.add("  made        " + time(report.madeAt()));
    lines.add("  expires     " + time(report.expiresAt()));
    lines.add("  encounter   " + report.encounter());
    lines.add("  note        " + (report.note() == null ? "none" : report.note()));
    lines.add("  counts      " + (report.weighs() ? "yes" : "no: the reporter reports too often"));
    var settlement = report.settlement();
    if (settlement != null) {
      lines.add("  settled     " + time(settlement.at()) + ": " + settlement.because());
    }
    lines.add("About       " + report.reported().value());
    lines.add("  reported    " + reported(reported));
    lines.add("  reports     " + tally(reported.by()));
    lines.add("  cooldown    " + cooldown(reported.cooldown()));
    lines.add("By          " + report.reporter().value());
    lines.add("  reports     " + tally(reporter.by()));
    lines.add("  reported    " + reported(reporter));
    return lines;
  }

  static String json(List<ReportEntry> reports, boolean more) {
    var page = new LinkedHashMap<String, @Nullable Object>();
    page.put("reports", reports.stream().map(ReportPrinter::members).toList());
    page.put("after", more ? reports.getLast().receipt() : null);
    return JSON.writeValueAsString(page);
  }

  static String json(ReportEntry report, Conduct reported, Conduct reporter) {
    var page = members(report);
    page.put("aboutConduct", reported);
    page.put("byConduct", reporter);
    return JSON.writeValueAsString(page);
  }

  private static Map<String, @Nullable Object> members(ReportEntry report) {
    var members = new LinkedHashMap<String, @Nullable Object>();
    members.put("receipt", report.receipt());
    members.put("madeAt", report.madeAt());
    members.put("expiresAt", report.expiresAt());
    members.put("category", report.category().wire());
    members.put("note", report.note());
    members.put("encounter", report.encounter());
    members.put("about", report.reported().value());
    members.put("by", report.reporter().value());
    members.put("counts", report.weighs());
    members.put("state", state(report));
    var settlement = report.settlement();
    members.put("settledAt", settlement == null ? null : settlement.at());
    members.put("because", settlement == null ? null : settlement.because());
    return members;
  }

  private static String state(ReportEntry report) {
    var settlement = report.settlement();
    return settlement == null ? "open" : settlement.outcome().word();
  }

  private static String reported(Conduct conduct) {
    return String.format(
        Locale.ROOT, "%s, by %,d people", tally(conduct.against()), conduct.reporters());
  }

  private static String tally(Conduct.Tally tally) {
    return String.format(
        Locale.ROOT,
        "%,d: %,d open, %,d upheld, %,d dismissed",
        tally.all(),
        tally.open(),
        tally.upheld(),
        tally.dismissed());
  }

  private static String cooldown(Conduct.@Nullable Cooldown cooldown) {
    return cooldown == null
        ? "none"
        : String.format(
            Locale.ROOT,
            "number %d, for %s, until %s",
            cooldown.step(),
            cooldown.reason(),
            time(cooldown.until()));
  }

  private static String brief(Pseudonym person) {
    return person.value().substring(0, 8);
  }

  private static String brief(@Nullable String note) {
    if (note == null) {
      return "";
    }
    return note.codePointCount(0, note.length()) <= NOTE
        ? note
        : note.substring(0, note.offsetByCodePoints(0, NOTE - 1)) + "…";
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-11s  %-16s  %-10s  %-8s  %-8s  %-6s  %-9s  %s", cells)
        .stripTrailing();
  }
}
