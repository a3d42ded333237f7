package dev.passerby.ice;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the coturns while the service runs; it starts without them, too. */
@Configuration(proxyBeanMethods = false)
class IceConfiguration {

  private static final Logger log = LoggerFactory.getLogger(IceConfiguration.class);

  @Bean(initMethod = "start")
  CoturnAllocations allocations(IceProperties properties, MeterRegistry registry, Clock clock) {
    if (!properties.turnUrls().isEmpty() && properties.coturnCli().isEmpty()) {
      log.warn("relayed calls are not cut when they end: passerby.ice.coturn-cli is not set");
    }
    return new CoturnAllocations(properties.consoles(), registry, clock);
  }

  /** Named for {@code /actuator/health}: "turn". */
  @Bean
  HealthIndicator turnHealthIndicator(CoturnAllocations allocations) {
    return new TurnHealth(allocations.closers());
  }
}
