package dev.passerby.signaling;

import dev.passerby.protocol.CloseCode;
import dev.passerby.protocol.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What is counted about sockets; no name of anybody in it. */
@Component
final class SignalingMetrics {

  private final MeterRegistry registry;
  private final Counter resumed;

  SignalingMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.resumed =
        Counter.builder("passerby.resumed")
            .description("lines that went on with another connection")
            .register(registry);
  }

  void watch(Connections connections) {
    Gauge.builder("passerby.connections", connections, Connections::count)
        .description("open sockets")
        .register(registry);
    Gauge.builder("passerby.away", connections, Connections::countAway)
        .description("lines that wait for their page to come back")
        .register(registry);
  }

  void resumed() {
    resumed.increment();
  }

  void error(ErrorCode code) {
    Counter.builder("passerby.errors")
        .description("error messages sent, by code")
        .tag("code", code.wire())
        .register(registry)
        .increment();
  }

  void closed(CloseCode code) {
    Counter.builder("passerby.closed")
        .description("sockets that the service closed, by close code")
        .tag("code", Integer.toString(code.status()))
        .register(registry)
        .increment();
  }
}
