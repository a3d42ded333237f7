package dev.passerby.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

class OneLineFailureReporterTest {

  @Test
  void joinsWhatHappenedAndWhatToDoInOneLine() {
    FailureAnalysis analysis =
        new FailureAnalysis(
            "No chain\n  at the address", "Start one.\n", new IllegalStateException("no chain"));
    assertThat(OneLineFailureReporter.line(analysis))
        .isEqualTo("Passerby did not start: No chain at the address. Start one.");
  }

  @Test
  void namesTheTakenPortAndAnotherOne() {
    PortInUseException taken = new PortInUseException(8080);
    FailureAnalysis analysis = new PortTakenAnalyzer().analyze(taken, taken);
    assertThat(OneLineFailureReporter.line(analysis))
        .startsWith("Passerby did not start: Port 8080 is taken.")
        .contains("--server.port=8081");
  }
}
