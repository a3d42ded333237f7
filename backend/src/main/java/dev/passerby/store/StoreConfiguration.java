package dev.passerby.store;

import dev.passerby.chain.ChainReader;
import dev.passerby.chain.DataFolder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database while the service starts; without one it does not start. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  OpenStore openStore(StoreProperties properties, DataFolder data, ChainReader chain) {
    return OpenStore.forService(properties, data, chain.chainId());
  }

  /** Closed as a part of the above. */
  @Bean(destroyMethod = "")
  Store store(OpenStore open) {
    return open.store();
  }

  @Bean
  Pseudonyms pseudonyms(OpenStore open) {
    return open.pseudonyms();
  }

  /** After the database, so that a run that starts over has forgotten the earlier key. */
  @Bean
  Seal seal(OpenStore open, StoreProperties properties, DataFolder data) {
    return OpenStore.seal(properties, data);
  }

  /**
   * Named for {@code /actuator/health}: "store". A part of readiness: without its database a node
   * lets nobody in, and another one may have the way to it.
   */
  @Bean
  ReactiveHealthIndicator storeHealthIndicator(Store store) {
    return new StoreHealth(store);
  }

  @Bean
  MeterBinder storeMetrics(Store store) {
    return registry ->
        Gauge.builder("passerby.store.under-way", store, Store::underWay)
            .description("pieces of work for the database that are not at their end")
            .register(registry);
  }
}
