package dev.passerby.chain;

import dev.passerby.chain.ChainHead.Standing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether new people are let in as far as the chain goes. Neither part of liveness, since a restart
 * does not mend a node, nor of readiness: calls go on without the chain, and a service that was
 * taken out of the balancer for it could not even say why nobody is let in.
 */
record ChainHealth(ChainHead head) implements HealthIndicator {

  @Override
  public Health health() {
    var standing = head.standing();
    var health = standing == Standing.CURRENT ? Health.up() : Health.down();
    head.view().ifPresent(view -> health.withDetail("block", view.latest().number()));
    return health.withDetail("standing", standing.wireName()).build();
  }
}
