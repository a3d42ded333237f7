package dev.passerby.signaling;

import dev.passerby.protocol.CloseCode;
import dev.passerby.protocol.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** What is counted about sockets; no name of anybody in it. */
@Component
final class SignalingMetrics {

  private final MeterRegistry registry;

  SignalingMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void watchConnections(IntSupplier connections) {
    Gauge.builder("passerby.connections", connections, IntSupplier::getAsInt)
        .description("open sockets")
        .strongReference(true)
        .register(registry);
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
