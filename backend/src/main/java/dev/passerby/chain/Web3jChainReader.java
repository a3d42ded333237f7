package dev.passerby.chain;

import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.exceptions.ContractCallException;
import org.web3j.tx.gas.DefaultGasProvider;
import org.web3j.utils.Numeric;
import reactor.core.publisher.Mono;

/** Reads through web3j; made only once the chain has shown that it is the right one. */
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

  /**
   * Asks the node what never changes.
   *
   * @throws ChainStartFailure if the node does not answer or the contracts are not there
   */
  static Web3jChainReader connect(NodeRpc rpc, ContractAddresses contracts) {
    try {
      long chainId =
          rpc.askAndWait(() -> rpc.web3j().ethChainId().send().getChainId().longValueExact());
      requireCode(rpc, contracts.tierPass(), "tier-pass", chainId);
      requireCode(rpc, contracts.sessionStaking(), "session-staking", chainId);
      return new Web3jChainReader(rpc, chainId, contracts, sessionLimit(rpc, contracts));
    } catch (ChainUnavailable e) {
      throw new ChainStartFailure(
          "The chain's node does not answer at passerby.chain.rpc-url.",
          "Start the node or correct the address; without any address the service brings its own"
              + " development chain.",
          e);
    }
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
    if (calls.isEmpty()) {
      return Mono.just(List.of());
    }
    return rpc.ask(
        () -> {
          var batch = rpc.web3j().newBatch();
          calls.forEach(call -> batch.add(request(call)));
          // Taken before sending: over a WebSocket web3j gives the first request another id.
          var ids = batch.getRequests().stream().map(Request::getId).toList();
          return inOrder(ids, batch.send().getResponses());
        });
  }

  private Request<?, org.web3j.protocol.core.methods.response.EthCall> request(EthCall call) {
    var gas = call.gas() == null ? null : BigInteger.valueOf(call.gas());
    var data = Numeric.toHexString(call.data());
    var transaction = new Transaction(null, null, null, gas, call.to().value(), null, data);
    return rpc.web3j().ethCall(transaction, DefaultBlockParameterName.LATEST);
  }

  /** JSON-RPC lets a node answer a batch in any order, so answers are matched by their ids. */
  private static List<CallOutcome> inOrder(List<Long> ids, List<? extends Response<?>> responses) {
    var byId = new HashMap<Long, Response<?>>();
    responses.forEach(response -> byId.put(response.getId(), response));
    return ids.stream().map(id -> outcome(byId.get(id))).toList();
  }

  private static CallOutcome outcome(@Nullable Response<?> response) {
    if (response == null) {
      throw new ChainUnavailable("the chain's node left a call unanswered", null);
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
    throw new ChainUnavailable("the chain's node answered with error " + error.getCode(), null);
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

  private static void requireCode(NodeRpc rpc, Address contract, String setting, long chainId) {
    if (!hasCode(rpc, contract)) {
      throw new ChainStartFailure(
          "There is no contract at passerby.chain.%s %s on chain %d."
              .formatted(setting, contract.value(), chainId),
          "Correct the address, or the node's.");
    }
  }

  /** Whether there is a contract at the address. */
  static boolean hasCode(NodeRpc rpc, Address contract) {
    var code =
        rpc.askAndWait(
            () ->
                rpc.web3j()
                    .ethGetCode(contract.value(), DefaultBlockParameterName.LATEST)
                    .send()
                    .getCode());
    return isHex(code) && code.length() > 2;
  }

  private static Duration sessionLimit(NodeRpc rpc, ContractAddresses contracts) {
    var from = contracts.sessionStaking().value();
    var reading = new ReadonlyTransactionManager(rpc.web3j(), from);
    var gas = new DefaultGasProvider();
    var passes = TierPass.load(contracts.tierPass().value(), rpc.web3j(), reading, gas);
    answerOf(rpc, passes.tierCount(), "tier-pass");
    var staking = SessionStaking.load(from, rpc.web3j(), reading, gas);
    var seconds = answerOf(rpc, staking.SESSION_LIMIT(), "session-staking");
    return Duration.ofSeconds(seconds.longValueExact());
  }

  private static BigInteger answerOf(
      NodeRpc rpc, RemoteFunctionCall<BigInteger> question, String setting) {
    try {
      return rpc.askAndWait(question::send);
    } catch (ChainUnavailable e) {
      if (e.getCause() instanceof ContractCallException) {
        throw new ChainStartFailure(
            "The contract at passerby.chain.%s is not the one it should be.".formatted(setting),
            "Correct the address.",
            e);
      }
      throw e;
    }
  }
}
