package dev.passerby.ice;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether relayed calls are cut when they end. Part of neither liveness nor readiness: people meet
 * and talk without it, and nothing that is done to this service mends a coturn.
 */
record TurnHealth(List<AllocationCloser> coturns) implements HealthIndicator {

  @Override
  public Health health() {
    if (coturns.isEmpty()) {
      return Health.unknown().build();
    }
    var health = Health.up();
    for (AllocationCloser coturn : coturns) {
      if (!coturn.isReached()) {
        health.down();
      }
      health.withDetail(coturn.name(), coturn.isReached() ? "reached" : "not reached");
    }
    return health.build();
  }
}
