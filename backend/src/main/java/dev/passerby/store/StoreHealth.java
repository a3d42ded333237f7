package dev.passerby.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether the database answers. */
record StoreHealth(Store store) implements ReactiveHealthIndicator {

  @Override
  public Mono<Health> health() {
    return store.answers().map(answers -> answers ? Health.up().build() : Health.down().build());
  }
}
