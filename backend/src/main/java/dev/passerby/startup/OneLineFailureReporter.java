package dev.passerby.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the service did not start and what to do about it. */
final class OneLineFailureReporter implements FailureAnalysisReporter {

  private static final Logger log = LoggerFactory.getLogger(OneLineFailureReporter.class);

  @Override
  public void report(FailureAnalysis analysis) {
    log.error(line(analysis));
  }

  static String line(FailureAnalysis analysis) {
    String what = analysis.getDescription();
    String action = analysis.getAction();
    String all =
        action == null || action.isBlank()
            ? what
            : (what.strip().endsWith(".") ? what : what + ".") + " " + action;
    return "Passerby did not start: " + all.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
