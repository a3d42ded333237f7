package dev.passerby.safety;

import dev.passerby.store.Pseudonyms;
import dev.passerby.store.Store;
import dev.passerby.store.Upkeep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports, blocks and cooldowns over the service's database. */
@Configuration(proxyBeanMethods = false)
class SafetyConfiguration {

  @Bean
  Cooldowns cooldowns(SafetyProperties properties, Clock clock) {
    return new Cooldowns(properties.cooldown(), clock);
  }

  @Bean
  Reports reports(Store store, Cooldowns cooldowns, SafetyProperties properties, Clock clock) {
    return new Reports(store, cooldowns, properties, clock);
  }

  @Bean
  Blocks blocks(Store store, SafetyProperties properties, Clock clock) {
    return new Blocks(store, properties.blocksPerWallet(), clock);
  }

  @Bean
  Safety safety(
      Store store, Pseudonyms pseudonyms, Reports reports, Blocks blocks, Cooldowns cooldowns) {
    return new StoredSafety(store, pseudonyms, reports, blocks, cooldowns);
  }

  @Bean
  Upkeep reportExpiry(Reports reports) {
    return new Upkeep("reports", Duration.ofSeconds(30), Duration.ofHours(1), reports::purge);
  }
}
