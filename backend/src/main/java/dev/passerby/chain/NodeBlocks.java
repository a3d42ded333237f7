package dev.passerby.chain;

import dev.passerby.chain.ChainHead.Head;
import dev.passerby.chain.RecentBlocks.Block;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads blocks and the contracts' logs in them; waits for the answers on the caller's thread. */
final class NodeBlocks {

  private final NodeRpc rpc;
  private final List<String> contracts;

  NodeBlocks(NodeRpc rpc, ContractAddresses contracts) {
    this.rpc = rpc;
    this.contracts = List.of(contracts.tierPass().value(), contracts.sessionStaking().value());
  }

  /** A block's header. */
  record Header(Head head, String parent) {}

  /** The newest block of the first node that answers. */
  Header latest() {
    return rpc.askAndWait(node -> latest(node));
  }

  /**
   * The newest block of all nodes by its timestamp. Nodes that are behind are asked last for a
   * while.
   *
   * @param known the newest so far
   */
  Header latestOfAll(Header known) {
    if (rpc.endpoints().size() == 1) {
      return known;
    }
    record Answer(RpcEndpoint node, Header header) {}
    var answers =
        rpc.await(
            Flux.fromIterable(rpc.endpoints())
                .flatMap(
                    node ->
                        rpc.askOne(node, asked -> new Answer(asked, latest(asked)))
                            .onErrorComplete(),
                    rpc.endpoints().size())
                .collectList());
    var newest = known;
    for (var answer : answers) {
      if (answer.header().head().timestamp().isAfter(newest.head().timestamp())) {
        newest = answer.header();
      }
    }
    for (var answer : answers) {
      if (answer.header().head().timestamp().isBefore(newest.head().timestamp())) {
        answer.node().rest();
      }
    }
    return newest;
  }

  Header byHash(String hash) {
    return rpc.askAndWait(
        node -> header(RpcEndpoint.resultOf(node.web3j().ethGetBlockByHash(hash, false).send())));
  }

  /** The block with what the contracts logged in this very block, whatever the chain is by now. */
  Block withLogs(Header header) {
    var filter = Map.of("blockHash", header.head().hash(), "address", contracts);
    return new Block(header.head(), header.parent(), rpc.askAndWait(node -> logs(node, filter)));
  }

  /**
   * Which nodes have another block of that number. Those that do not know it yet, or do not answer
   * in time, contradict nobody.
   */
  List<RpcEndpoint> contradicting(Head head, Duration within) {
    if (rpc.endpoints().size() == 1) {
      return List.of();
    }
    return rpc.await(
        Flux.fromIterable(rpc.endpoints())
            .filter(node -> node.restsFor() <= 0)
            .flatMap(node -> contradicts(node, head, within), rpc.endpoints().size())
            .collectList());
  }

  private Mono<RpcEndpoint> contradicts(RpcEndpoint node, Head head, Duration within) {
    return rpc.askOne(node, asked -> blockOf(asked, head.number()))
        .filter(block -> block.isPresent() && !block.get().getHash().equals(head.hash()))
        .map(_ -> node)
        .timeout(within)
        .onErrorComplete();
  }

  private static Header latest(RpcEndpoint node) throws IOException {
    return header(
        RpcEndpoint.resultOf(
            node.web3j().ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false).send()));
  }

  private static Optional<EthBlock.Block> blockOf(RpcEndpoint node, long number)
      throws IOException {
    var parameter = DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
    return Optional.ofNullable(
        RpcEndpoint.resultOf(node.web3j().ethGetBlockByNumber(parameter, false).send()));
  }

  private static Header header(EthBlock.@Nullable Block block) {
    if (block == null) {
      throw new ChainUnavailable("the chain's node does not know its own block", null);
    }
    return new Header(
        new Head(
            block.getNumber().longValueExact(),
            Objects.requireNonNull(block.getHash()),
            Instant.ofEpochSecond(block.getTimestamp().longValueExact())),
        Objects.requireNonNull(block.getParentHash()));
  }

  private List<Log> logs(RpcEndpoint node, Map<String, Object> filter) throws IOException {
    var request = new Request<>("eth_getLogs", List.of(filter), node.service(), EthLog.class);
    var logs = new ArrayList<Log>();
    for (var result : RpcEndpoint.resultOf(request.send())) {
      if (result.get() instanceof Log entry) {
        logs.add(entry);
      }
    }
    return List.copyOf(logs);
  }
}
