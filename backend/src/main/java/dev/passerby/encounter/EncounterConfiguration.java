package dev.passerby.encounter;

import dev.passerby.chain.ChainReader;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.grant.SessionGrants;
import dev.passerby.ice.Allocations;
import dev.passerby.ice.IceServers;
import dev.passerby.safety.Safety;
import dev.passerby.safety.SafetyProperties;
import dev.passerby.store.Seal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the encounters together; another module may bring other seams. */
@Configuration(proxyBeanMethods = false)
class EncounterConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Lobby lobby() {
    return new InProcessLobby();
  }

  @Bean
  @ConditionalOnMissingBean
  SignalRouter signalRouter() {
    return new InProcessSignalRouter();
  }

  @Bean
  @ConditionalOnMissingBean
  Deadlines deadlines(Clock clock) {
    return new InProcessDeadlines(clock);
  }

  @Bean
  Encounters encounters(
      Lobby lobby,
      SignalRouter router,
      Deadlines deadlines,
      Entitlements entitlements,
      Safety safety,
      SafetyProperties safetyProperties,
      IceServers iceServers,
      Allocations allocations,
      ChainReader chain,
      SessionGrants grants,
      EncounterProperties properties,
      MeterRegistry registry,
      Seal seal,
      Clock clock) {
    return new Encounters(
        new Encounters.Seams(lobby, router, deadlines),
        entitlements,
        safety,
        () ->
            new EncounterRules(
                properties.connectWithin(),
                chain.sessionLimit(),
                properties.answerWithin(),
                properties.pauseWithin(),
                grants,
                iceServers),
        allocations,
        properties,
        safetyProperties.reportableFor(),
        registry,
        new RevivalTickets(seal),
        clock);
  }
}
