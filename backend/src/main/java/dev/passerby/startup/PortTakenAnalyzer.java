package dev.passerby.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the taken port and the argument that chooses another. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
    return new FailureAnalysis(
        "Port " + cause.getPort() + " is taken.",
        "Stop what listens there, or choose another with --server.port="
            + (cause.getPort() + 1)
            + " (./mvnw spring-boot:run -Dspring-boot.run.arguments=--server.port="
            + (cause.getPort() + 1)
            + ").",
        cause);
  }
}
