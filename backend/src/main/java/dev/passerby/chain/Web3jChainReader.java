package dev.passerby.chain;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.utils.Numeric;
import reactor.core.publisher.Mono;

/** Reads through web3j. */
final class Web3jChainReader implements ChainReader {

  /**
   * JSON-RPC error codes by which nodes report that a call failed inside the EVM: 3 is geth's and
   * anvil's revert, -32000 geth's out of gas and invalid opcode, -32015 that of Nethermind and
   * Erigon.
   */
  private static final Set<Integer> EVM_FAILURES = Set.of(3, -32_000, -32_015);

  private final NodeRpc rpc;
  private final long chainId;
  private final ContractAddresses contracts;
  private final Duration sessionLimit;

  Web3jChainReader(NodeRpc rpc, long chainId, ContractAddresses contracts, Duration sessionLimit) {
    this.rpc = rpc;
    this.chainId = chainId;
    this.contracts = contracts;
    this.sessionLimit = sessionLimit;
  }

  @Override
  public long chainId() {
    return chainId;
  }

  @Override
  public ContractAddresses contracts() {
    return contracts;
  }

  @Override
  public Duration sessionLimit() {
    return sessionLimit;
  }

  @Override
  public Mono<List<CallOutcome>> call(List<EthCall> calls) {
    return calls.isEmpty()
        ? Mono.just(List.of())
        : rpc.ask(
            node ->
                inOneBatch(
                    node,
                    calls.stream().map(call -> request(node, call, "latest")).toList(),
                    Web3jChainReader::outcome));
  }

  @Override
  public Mono<List<byte[]>> callAt(List<String> blocks, List<EthCall> calls) {
    return rpc.ask(
        node ->
            inOneBatch(
                node,
                blocks.stream()
                    .flatMap(
                        hash ->
                            calls.stream()
                                .map(call -> request(node, call, Map.of("blockHash", hash))))
                    .toList(),
                Web3jChainReader::returned));
  }

  /** One answer of a batch, if it came. */
  private interface Reading<T> {
    T of(@Nullable Response<?> response) throws IOException;
  }

  /** JSON-RPC lets a node answer a batch in any order, so answers are matched by their ids. */
  private static <T> List<T> inOneBatch(
      RpcEndpoint node,
      List<Request<Object, org.web3j.protocol.core.methods.response.EthCall>> requests,
      Reading<T> reading)
      throws IOException {
    var batch = node.web3j().newBatch();
    requests.forEach(batch::add);
    // Taken before sending: over a WebSocket web3j gives the first request another id.
    var ids = requests.stream().map(Request::getId).toList();
    var byId = new HashMap<Long, Response<?>>();
    batch.send().getResponses().forEach(response -> byId.put(response.getId(), response));
    var answers = new ArrayList<T>(ids.size());
    for (var id : ids) {
      answers.add(reading.of(byId.get(id)));
    }
    return answers;
  }

  /**
   * @param block a tag, or an object as EIP-1898 has it
   */
  private static Request<Object, org.web3j.protocol.core.methods.response.EthCall> request(
      RpcEndpoint node, EthCall call, Object block) {
    var gas = call.gas() == null ? null : BigInteger.valueOf(call.gas());
    var data = Numeric.toHexString(call.data());
    var transaction = new Transaction(null, null, null, gas, call.to().value(), null, data);
    return new Request<>(
        "eth_call",
        List.of(transaction, block),
        node.service(),
        org.web3j.protocol.core.methods.response.EthCall.class);
  }

  private static byte[] returned(@Nullable Response<?> response) throws IOException {
    if (response == null) {
      throw unanswered();
    }
    if (response.hasError()) {
      // Also where it is called a revert: geth has one code for that and for an unknown block.
      throw RpcEndpoint.refusal(response.getError().getCode());
    }
    return bytes(response.getResult() instanceof String hex ? hex : null);
  }

  private static CallOutcome outcome(@Nullable Response<?> response) throws IOException {
    if (response == null) {
      throw unanswered();
    }
    if (!response.hasError()) {
      return new CallOutcome.Returned(
          bytes(response.getResult() instanceof String hex ? hex : null));
    }
    var error = response.getError();
    var data = unquoted(error.getData());
    if (isHex(data)) {
      return new CallOutcome.Reverted(bytes(data));
    }
    // anvil reports out of gas and invalid opcodes as "internal error"; only its words tell them
    // apart.
    if (EVM_FAILURES.contains(error.getCode()) || error.getMessage().startsWith("EVM error")) {
      return new CallOutcome.Reverted(new byte[0]);
    }
    throw RpcEndpoint.refusal(error.getCode());
  }

  private static ChainUnavailable unanswered() {
    return new ChainUnavailable("the chain's node left a call unanswered", null);
  }

  /** web3j keeps an error's data as the JSON that it was. */
  private static @Nullable String unquoted(@Nullable String json) {
    return json != null && json.length() > 1 && json.startsWith("\"")
        ? json.substring(1, json.length() - 1)
        : json;
  }

  private static boolean isHex(@Nullable String data) {
    return data != null && data.matches("0x([0-9a-fA-F]{2})*");
  }

  private static byte[] bytes(@Nullable String hex) {
    if (!isHex(hex)) {
      throw new ChainUnavailable("the chain's node answered with something other than bytes", null);
    }
    return Numeric.hexStringToByteArray(hex);
  }
}
