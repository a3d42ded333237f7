package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthEstimateGas;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.exceptions.ContractCallException;
import org.web3j.tx.gas.DefaultGasProvider;

/** A node of the right chain; every answer is bounded in time, and its absence a failure. */
final class Node implements AutoCloseable {

  private static final String NOBODY = "0x" + "0".repeat(40);

  private final Web3j web3j;
  // Not the whole address, which may hold a secret.
  private final String host;
  private final long chainId;

  private Node(Web3j web3j, String host, long chainId) {
    this.web3j = web3j;
    this.host = host;
    this.chainId = chainId;
  }

  /**
   * Connects to a node and compares its chain.
   *
   * @throws CommandFailure if it does not answer, or is on another chain
   */
  static Node connect(URI url, Duration timeout, long chainId) {
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("(?i)https?")) {
      throw new CommandFailure(
          ExitCode.USAGE, "The node's address is not an http or https address.");
    }
    var client =
        new OkHttpClient.Builder()
            .connectTimeout(timeout)
            .writeTimeout(timeout)
            .readTimeout(timeout)
            .callTimeout(timeout)
            .build();
    var node =
        new Node(Web3j.build(new HttpService(url.toString(), client)), url.getHost(), chainId);
    var there = node.ask(node.web3j.ethChainId(), response -> response.getChainId());
    if (!there.equals(BigInteger.valueOf(chainId))) {
      throw new CommandFailure(
          ExitCode.WRONG_CHAIN,
          "The node is on chain %d, and chain %d is meant. Nothing was signed."
              .formatted(there, chainId));
    }
    return node;
  }

  long chainId() {
    return chainId;
  }

  Web3j web3j() {
    return web3j;
  }

  /** The passes, for reading and for encoding calls. */
  TierPass passes(Address at) {
    return TierPass.load(at.value(), web3j, reading(), new DefaultGasProvider());
  }

  /** The stakes, for reading and for encoding calls. */
  SessionStaking staking(Address at) {
    return SessionStaking.load(at.value(), web3j, reading(), new DefaultGasProvider());
  }

  private ReadonlyTransactionManager reading() {
    return new ReadonlyTransactionManager(web3j, NOBODY);
  }

  /** What a contract's view function returns. */
  <T> T read(RemoteFunctionCall<T> call) {
    try {
      return call.send();
    } catch (ContractCallException e) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "A contract does not answer as it should; is it the one that was deployed?",
          e);
    } catch (Exception e) { // web3j declares nothing narrower
      throw noAnswer(e);
    }
  }

  /** What a request returns; an error of the node is a failure. */
  <T, R extends Response<?>> T ask(Request<?, R> request, Function<R, T> part) {
    var response = send(request);
    if (response.hasError()) {
      throw new CommandFailure(
          ExitCode.NO_ANSWER,
          "The node at %s says: %s".formatted(host, response.getError().getMessage()));
    }
    return partOf(response, part);
  }

  /** What a request returns, unless the node says that it cannot. */
  <T, R extends Response<?>> Optional<T> tryAsk(Request<?, R> request, Function<R, T> part) {
    var response = send(request);
    return response.hasError() ? Optional.empty() : Optional.of(partOf(response, part));
  }

  private <T, R extends Response<?>> T partOf(R response, Function<R, T> part) {
    try {
      return Objects.requireNonNull(part.apply(response));
    } catch (RuntimeException e) { // whatever comes of what is not there
      throw noAnswer(e);
    }
  }

  /** The node's answer, which may be an error. */
  <R extends Response<?>> R send(Request<?, R> request) {
    try {
      return request.send();
    } catch (IOException | RuntimeException e) { // the latter for what is no JSON
      throw noAnswer(e);
    }
  }

  EthBlock.Block latestBlock() {
    return ask(
        web3j.ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false), EthBlock::getBlock);
  }

  BigInteger balance(Address of) {
    return ask(
        web3j.ethGetBalance(of.value(), DefaultBlockParameterName.LATEST),
        response -> response.getBalance());
  }

  /** How many transactions an account has sent, up to the latest block or with those waiting. */
  long transactionCount(Address of, DefaultBlockParameter upTo) {
    return ask(
        web3j.ethGetTransactionCount(of.value(), upTo),
        response -> response.getTransactionCount().longValueExact());
  }

  /** The code at an address in hex, which is {@code 0x} if there is none. */
  String code(Address at) {
    return ask(
        web3j.ethGetCode(at.value(), DefaultBlockParameterName.LATEST),
        response -> response.getCode());
  }

  /** The receipt of a transaction, if it is mined. */
  Optional<TransactionReceipt> receipt(String hash) {
    return ask(web3j.ethGetTransactionReceipt(hash), response -> response.getTransactionReceipt());
  }

  /**
   * How much gas a transaction needs now.
   *
   * @param to nobody, to make a contract
   * @throws CommandFailure if it would fail, with the contract's reason
   */
  BigInteger estimateGas(Address from, @Nullable Address to, String data) {
    var receiver = to == null ? null : to.value();
    var response =
        send(
            web3j.ethEstimateGas(
                new Transaction(from.value(), null, null, null, receiver, null, data)));
    if (response.hasError()) {
      throw refused(response.getError());
    }
    return partOf(response, EthEstimateGas::getAmountUsed);
  }

  private static CommandFailure refused(Response.Error error) {
    // web3j keeps an error's data as the JSON that it was, with its quotes.
    var data = String.valueOf(error.getData()).replace("\"", "");
    var reason = RevertReason.of(data).orElseGet(() -> "The node says: " + error.getMessage());
    return new CommandFailure(ExitCode.REFUSED, reason + " Nothing was sent.");
  }

  private CommandFailure noAnswer(Exception cause) {
    return new CommandFailure(
        ExitCode.NO_ANSWER, "The node at " + host + " does not answer, or not sensibly.", cause);
  }

  @Override
  public void close() {
    web3j.shutdown();
  }
}
