package dev.passerby.chain;

import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the chain while the service starts; without a chain it does not start. */
@Configuration(proxyBeanMethods = false)
class ChainConfiguration {

  @Bean
  ChainNode chainNode(ChainProperties properties, ObjectProvider<ApplicationArguments> arguments) {
    var rpcUrl = properties.rpcUrl();
    if (rpcUrl != null) {
      return new ChainNode.Configured(rpcUrl, ConfiguredContracts.of(properties));
    }
    ConfiguredContracts.requireNoDeployment(properties);
    var asked = arguments.getIfAvailable();
    var fresh = properties.embedded().fresh() || (asked != null && asked.containsOption("fresh"));
    var chain = EmbeddedChain.start(properties, fresh);
    return new ChainNode.Embedded(chain.rpcUrl(), chain.contracts(), chain);
  }

  @Bean
  NodeRpc nodeRpc(ChainNode node, ChainProperties properties) {
    return new NodeRpc(node.rpcUrl(), properties.timeout(), properties.concurrency());
  }

  @Bean
  ChainReader chainReader(NodeRpc rpc, ChainNode node, ChainProperties properties) {
    var reader = Web3jChainReader.connect(rpc, node.contracts());
    ConfiguredContracts.requireChain(properties, reader.chainId());
    return reader;
  }

  /** Depends on the reader, which has seen by then that the node is there. */
  @Bean(initMethod = "start")
  HeadFollower chainHead(
      NodeRpc rpc, ChainReader reader, ChainProperties properties, ObjectProvider<Clock> clock) {
    return new HeadFollower(
        rpc,
        reader.contracts(),
        properties.pollInterval(),
        properties.staleAfter(),
        clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  MeterBinder chainHeadAge(HeadFollower head) {
    return registry ->
        TimeGauge.builder(
                "passerby.chain.head.age",
                head,
                TimeUnit.MILLISECONDS,
                follower -> follower.age().toMillis())
            .description("How old the newest block seen is")
            .register(registry);
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
    if (isLoopback(node.rpcUrl())) {
      return node.rpcUrl();
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
