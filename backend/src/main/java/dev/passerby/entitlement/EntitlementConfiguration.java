package dev.passerby.entitlement;

import dev.passerby.chain.ChainHead;
import dev.passerby.chain.ChainReader;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Entitlements over the configured chain. */
@Configuration(proxyBeanMethods = false)
class EntitlementConfiguration {

  @Bean
  Entitlements entitlements(
      ChainReader chain,
      ChainHead head,
      EntitlementProperties properties,
      ObjectProvider<Clock> clock) {
    return new CachedEntitlements(chain, head, properties, clock.getIfAvailable(Clock::systemUTC));
  }
}
