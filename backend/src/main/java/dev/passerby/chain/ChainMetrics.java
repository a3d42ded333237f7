package dev.passerby.chain;

import dev.passerby.chain.ChainHead.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** What is measured of the chain and the nodes; an endpoint is named by its host and port only. */
record ChainMetrics(ChainHead head, NodeRpc rpc) implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    TimeGauge.builder(
            "passerby.chain.head.age", head, TimeUnit.MILLISECONDS, h -> h.age().toMillis())
        .description("How old the newest block seen is")
        .register(registry);
    for (var standing : Standing.values()) {
      Gauge.builder("passerby.chain.standing", head, h -> h.standing() == standing ? 1 : 0)
          .description("1 for what the head is worth now, and 0 for the rest")
          .tag("standing", standing.wireName())
          .register(registry);
    }
    for (var node : rpc.endpoints()) {
      Gauge.builder("passerby.chain.node.resting", node, n -> n.restsFor() > 0 ? 1 : 0)
          .description("1 while a node is asked last because it failed or lags")
          .tag("node", node.name())
          .register(registry);
    }
  }
}
