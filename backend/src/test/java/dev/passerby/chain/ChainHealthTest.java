package dev.passerby.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What an operator sees of the chain. */
class ChainHealthTest {

  private final AdjustableClock clock = new AdjustableClock();

  @Test
  void healthAndMetricsSayWhatTheHeadIsWorth() throws Exception {
    try (var chain = TestChain.start();
        var rpc = new NodeRpc(List.of(chain.rpcUrl()), Duration.ofSeconds(5), 2);
        var followed = chain.follow(clock, 0)) {
      var health = new ChainHealth(followed.head());
      var registry = new SimpleMeterRegistry();
      new ChainMetrics(followed.head(), rpc).bindTo(registry);

      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      assertThat(health.health().getDetails()).containsEntry("standing", "current");
      assertThat(standing(registry, "current")).isEqualTo(1);
      assertThat(standing(registry, "stale")).isZero();

      clock.putForward(Duration.ofSeconds(62));
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(health.health().getDetails()).containsEntry("standing", "stale");
      assertThat(standing(registry, "stale")).isEqualTo(1);
      assertThat(registry.get("passerby.chain.head.age").timeGauge().value()).isPositive();
    }
  }

  @Test
  void aNodeThatFailsIsSeenToRestByItsHostAndPort() {
    var dead = URI.create("http://127.0.0.1:1/v3/api-key");
    try (var rpc = new NodeRpc(List.of(dead), Duration.ofSeconds(1), 1);
        var head =
            new HeadFollower(
                rpc,
                new ContractAddresses(
                    new Address("0x" + "01".repeat(20)), new Address("0x" + "02".repeat(20))),
                new HeadFollower.Settings(0, Duration.ofHours(1), Duration.ofSeconds(60)),
                clock)) {
      var registry = new SimpleMeterRegistry();
      new ChainMetrics(head, rpc).bindTo(registry);
      head.start();

      var resting = registry.get("passerby.chain.node.resting").tag("node", "127.0.0.1:1");
      assertThat(resting.gauge().value()).isEqualTo(1);
      assertThat(new ChainHealth(head).health().getStatus()).isEqualTo(Status.DOWN);
    }
  }

  private static double standing(SimpleMeterRegistry registry, String standing) {
    return registry.get("passerby.chain.standing").tag("standing", standing).gauge().value();
  }
}
