package dev.passerby.presence;

import dev.passerby.encounter.Deadlines;
import dev.passerby.encounter.Encounters;
import dev.passerby.encounter.SignalRouter;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.safety.Safety;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Presence and calls of this node. */
@Configuration(proxyBeanMethods = false)
class PresenceConfiguration {

  @Bean
  Presence presence(
      Encounters encounters, Safety safety, SignalRouter router, PresenceProperties properties) {
    return new Presence(encounters, safety, router, properties);
  }

  @Bean
  Calls calls(
      Presence presence,
      Encounters encounters,
      Entitlements entitlements,
      SignalRouter router,
      Deadlines deadlines,
      PresenceProperties properties,
      Clock clock) {
    return new Calls(
        presence, encounters, entitlements, router, deadlines, properties.ringFor(), clock);
  }

  @Bean
  MeterBinder presenceMetrics(Presence presence, Calls calls) {
    return registry -> {
      Gauge.builder("passerby.presence.ids", presence, Presence::size)
          .description("ids under which people can be found or look for each other")
          .register(registry);
      Gauge.builder("passerby.calls", calls, Calls::size)
          .description("calls that ring")
          .register(registry);
    };
  }
}
