package dev.passerby.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

class OneLineFailureReporterTest {

  @Test
  void joinsWhatHappenedAndWhatToDoInOneLine() {
    FailureAnalysis analysis =
        new FailureAnalysis("No chain\n  at the address", "Start one.\n", null);
    assertThat(OneLineFailureReporter.line(analysis))
        .isEqualTo("Passerby did not start: No chain at the address. Start one.");
  }

  @Test
  void namesTheTakenPortAndAnotherOne() {
    FailureAnalysis analysis = new PortTakenAnalyzer().analyze(new PortInUseException(8080));
    assertThat(analysis).isNotNull();
    assertThat(OneLineFailureReporter.line(analysis))
        .startsWith("Passerby did not start: Port 8080 is taken.")
        .contains("--server.port=8081");
  }
}
