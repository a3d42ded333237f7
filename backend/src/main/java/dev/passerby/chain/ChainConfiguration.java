package dev.passerby.chain;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the chain while the service starts; without a chain it does not start. */
@Configuration(proxyBeanMethods = false)
class ChainConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ChainConfiguration.class);

  /** Deeper than reorganisations of the large public chains go on ordinary days. */
  private static final int CONFIRMATIONS = 3;

  @Bean
  DataFolder dataFolder(
      DataProperties data,
      ChainProperties properties,
      ObjectProvider<ApplicationArguments> arguments) {
    var asked = arguments.getIfAvailable();
    var fresh = properties.embedded().fresh() || (asked != null && asked.containsOption("fresh"));
    if (fresh && !properties.rpcUrl().isEmpty()) {
      log.warn("--fresh is passed over: it is for the embedded chain, and there is none");
      fresh = false;
    }
    return new DataFolder(DataFolder.orUsual(data.folder()), fresh);
  }

  @Bean
  ChainNode chainNode(ChainProperties properties, DataFolder data) {
    if (!properties.rpcUrl().isEmpty()) {
      return new ChainNode.Configured(properties.rpcUrl(), ConfiguredContracts.of(properties));
    }
    ConfiguredContracts.requireNoDeployment(properties);
    var chain = EmbeddedChain.start(properties, data);
    return new ChainNode.Embedded(List.of(chain.rpcUrl()), chain.contracts(), chain);
  }

  @Bean
  NodeRpc nodeRpc(ChainNode node, ChainProperties properties) {
    return new NodeRpc(node.rpcUrls(), properties.timeout(), properties.concurrency());
  }

  @Bean
  ChainReader chainReader(NodeRpc rpc, ChainNode node, ChainProperties properties) {
    var reader = ChainStart.connect(rpc, node.contracts());
    ConfiguredContracts.requireChain(properties, reader.chainId());
    return reader;
  }

  /** Depends on the reader, which has seen by then that the node is there. */
  @Bean(initMethod = "start")
  HeadFollower chainHead(
      NodeRpc rpc, ChainReader reader, ChainProperties properties, ObjectProvider<Clock> clock) {
    var development = reader.chainId() == ChainNode.DEVELOPMENT_CHAIN_ID;
    var settings =
        new HeadFollower.Settings(
            Objects.requireNonNullElse(properties.confirmations(), development ? 0 : CONFIRMATIONS),
            properties.pollInterval(),
            properties.staleAfter());
    return new HeadFollower(
        rpc, reader.contracts(), settings, clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  MeterBinder chainMetrics(HeadFollower head, NodeRpc rpc) {
    return new ChainMetrics(head, rpc);
  }

  /** Named for {@code /actuator/health}: "chain". */
  @Bean
  HealthIndicator chainHealthIndicator(HeadFollower head) {
    return new ChainHealth(head);
  }

  @Bean
  DemoWallets demoWallets(ChainNode node, ChainReader reader, ChainProperties properties) {
    var wanted =
        Objects.requireNonNullElse(properties.demoWallets(), node instanceof ChainNode.Embedded);
    return DemoWallets.on(reader.chainId(), wanted);
  }

  @Bean
  ChainDescription chainDescription(
      ChainNode node, ChainReader reader, ChainProperties properties) {
    var development = reader.chainId() == ChainNode.DEVELOPMENT_CHAIN_ID;
    var name = development ? "Passerby development chain" : "Chain " + reader.chainId();
    return new ChainDescription(
        reader.chainId(),
        Objects.requireNonNullElse(properties.name(), name),
        publicRpcUrl(node, properties.publicRpcUrl()).toString(),
        properties.currency(),
        reader.contracts().tierPass().value(),
        reader.contracts().sessionStaking().value(),
        development,
        properties.explorerUrl() == null ? null : properties.explorerUrl().toString());
  }

  /**
   * The node's own address may hold a secret, so it is told to the page only where it is this
   * machine's.
   */
  private static URI publicRpcUrl(ChainNode node, @Nullable URI configured) {
    if (configured != null) {
      return configured;
    }
    var own = node.rpcUrls().getFirst();
    if (isLoopback(own)) {
      return own;
    }
    throw new ChainStartFailure(
        "passerby.chain.public-rpc-url is not set, and the page has to read the chain, too.",
        "Set it to an endpoint that browsers may use, without a secret in it.");
  }

  private static boolean isLoopback(URI url) {
    try {
      return InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
