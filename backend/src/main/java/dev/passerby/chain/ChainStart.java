package dev.passerby.chain;

import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What must be true of the chain before the service starts on it. */
final class ChainStart {

  private static final Logger log = LoggerFactory.getLogger(ChainStart.class);

  private static final Duration SESSION_LIMIT = Duration.ofMinutes(5);

  private final NodeRpc rpc;
  private final ContractAddresses contracts;

  private ChainStart(NodeRpc rpc, ContractAddresses contracts) {
    this.rpc = rpc;
    this.contracts = contracts;
  }

  /**
   * Asks the nodes what never changes, and reads from them from then on.
   *
   * @throws ChainStartFailure if no node answers, if two are on different chains, or if the
   *     contracts are not those that this service was compiled with
   */
  static ChainReader connect(NodeRpc rpc, ContractAddresses contracts) {
    try {
      return new ChainStart(rpc, contracts).reader();
    } catch (ChainUnavailable e) {
      throw new ChainStartFailure(
          "The chain's node does not answer at passerby.chain.rpc-url.",
          "Start the node or correct the address; without any address the service brings its own"
              + " development chain.",
          e);
    }
  }

  /** Whether there is a contract at the address. */
  static boolean hasCode(NodeRpc rpc, Address contract) {
    return !codeAt(rpc, contract).isEmpty();
  }

  private ChainReader reader() {
    var chainId = chainId();
    requireCode(contracts.tierPass(), "TierPass", TierPass.BINARY, "tier-pass", chainId);
    requireCode(
        contracts.sessionStaking(),
        "SessionStaking",
        SessionStaking.BINARY,
        "session-staking",
        chainId);
    return new Web3jChainReader(rpc, chainId, contracts, sessionLimit(chainId));
  }

  private long chainId() {
    var ids = new TreeMap<BigInteger, String>(); // with the last node on it
    rpc.await(
            Flux.fromIterable(rpc.endpoints())
                .flatMap(this::chainIdOf, rpc.endpoints().size())
                .collectList())
        .forEach(answer -> ids.put(answer.chainId(), answer.node()));
    if (ids.size() > 1) {
      throw new ChainStartFailure(
          "The nodes at passerby.chain.rpc-url are on different chains: %s is on %d, %s on %d."
              .formatted(
                  ids.firstEntry().getValue(),
                  ids.firstKey(),
                  ids.lastEntry().getValue(),
                  ids.lastKey()),
          "Take those on another chain away.");
    }
    if (ids.isEmpty()) {
      throw new ChainUnavailable("no node answers", null);
    }
    return ids.firstKey().longValueExact();
  }

  private record ChainIdOf(String node, BigInteger chainId) {}

  private Mono<ChainIdOf> chainIdOf(RpcEndpoint node) {
    return rpc.askOne(
            node,
            asked -> new ChainIdOf(asked.name(), asked.web3j().ethChainId().send().getChainId()))
        .doOnError(_ -> log.warn("the chain's node {} does not answer yet", node))
        .onErrorComplete();
  }

  private void requireCode(
      Address contract, String name, String creationCode, String setting, long chainId) {
    var code = codeAt(rpc, contract);
    if (code.isEmpty()) {
      throw new ChainStartFailure(
          "There is no contract at passerby.chain.%s %s on chain %d."
              .formatted(setting, contract.value(), chainId),
          "Correct the address, or the node's.");
    }
    if (!ContractCode.comesOf(creationCode, code)) {
      throw new ChainStartFailure(
          "The code at passerby.chain.%s %s on chain %d is not that of this version's %s."
              .formatted(setting, contract.value(), chainId, name),
          "Correct the address, or start the version that the contract was deployed from.");
    }
  }

  private Duration sessionLimit(long chainId) {
    var staking = contracts.sessionStaking().value();
    var seconds =
        rpc.askAndWait(
            node ->
                SessionStaking.load(
                        staking,
                        node.web3j(),
                        new ReadonlyTransactionManager(node.web3j(), staking),
                        new DefaultGasProvider())
                    .SESSION_LIMIT()
                    .send());
    var limit = Duration.ofSeconds(seconds.longValueExact());
    if (!limit.equals(SESSION_LIMIT) && chainId != ChainNode.DEVELOPMENT_CHAIN_ID) {
      throw new ChainStartFailure(
          "The contract at passerby.chain.session-staking %s limits sessions to %d seconds and not to %d."
              .formatted(staking, limit.toSeconds(), SESSION_LIMIT.toSeconds()),
          "Set it to one that does: only chain %d may have another limit."
              .formatted(ChainNode.DEVELOPMENT_CHAIN_ID));
    }
    return limit;
  }

  /** Hex digits; none if there is no contract. */
  private static String codeAt(NodeRpc rpc, Address contract) {
    var code =
        rpc.askAndWait(
            node ->
                RpcEndpoint.resultOf(
                    node.web3j()
                        .ethGetCode(contract.value(), DefaultBlockParameterName.LATEST)
                        .send()));
    return Objects.requireNonNullElse(code, "").replaceFirst("^0x", "");
  }
}
