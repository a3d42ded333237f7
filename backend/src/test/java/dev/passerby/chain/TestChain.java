package dev.passerby.chain;

import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.tx.RawTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;
import org.web3j.tx.response.PollingTransactionReceiptProcessor;
import org.web3j.utils.Convert;

/**
 * A chain of a test's own with both contracts on it: anvil in a container where Docker is there,
 * and npm's anvil as a child process where it is not. It mines a block per transaction and none
 * between.
 */
public final class TestChain implements AutoCloseable {

  private static final DockerImageName IMAGE =
      DockerImageName.parse("ghcr.io/foundry-rs/foundry:v1.7.1");
  private static final int PORT = 8545;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Runnable stopNode;
  private final URI rpcUrl;
  private final NodeRpc rpc;
  private final ContractAddresses contracts;

  private TestChain(Runnable stopNode, URI rpcUrl) throws Exception {
    this.stopNode = stopNode;
    this.rpcUrl = rpcUrl;
    this.rpc = new NodeRpc(List.of(rpcUrl), TIMEOUT, 4);
    this.contracts = ContractDeployment.deploy(web3j(), DemoWallet.account(0));
  }

  /** Starts the chain and deploys the contracts with the default tiers. */
  public static TestChain start() throws Exception {
    return DockerClientFactory.instance().isDockerAvailable() ? inContainer() : asChildProcess();
  }

  @SuppressWarnings("resource") // closed with the chain
  private static TestChain inContainer() throws Exception {
    var container =
        new GenericContainer<>(IMAGE)
            .withExposedPorts(PORT)
            .withCreateContainerCmdModifier(command -> command.withEntrypoint("anvil"))
            .withCommand("--host=0.0.0.0", "--port=" + PORT)
            .waitingFor(Wait.forLogMessage(".*Listening on.*", 1));
    container.start();
    return new TestChain(
        container::stop,
        URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT))));
  }

  private static TestChain asChildProcess() throws Exception {
    var anvil = Anvil.start(Anvil.locate(null, Path.of("")), List.of("--port=0"));
    return new TestChain(anvil::close, anvil.rpcUrl());
  }

  public URI rpcUrl() {
    return rpcUrl;
  }

  /** The same node's WebSocket endpoint. */
  public URI socketUrl() {
    return URI.create(rpcUrl.toString().replaceFirst("^http", "ws"));
  }

  public ContractAddresses contracts() {
    return contracts;
  }

  public Web3j web3j() {
    return rpc.endpoints().getFirst().web3j();
  }

  private Web3jService service() {
    return rpc.endpoints().getFirst().service();
  }

  NodeRpc rpc() {
    return rpc;
  }

  /** A reader of this chain; it shares the chain's connection. */
  public ChainReader reader() {
    return ChainStart.connect(rpc, contracts);
  }

  /** This chain as a service sees it that looks at it more often than usual. */
  public Followed follow(Clock clock, int confirmations) {
    return follow(List.of(rpcUrl), TIMEOUT, clock, confirmations);
  }

  /**
   * The same by way of these endpoints.
   *
   * @param timeout of one request to one of them
   */
  public Followed follow(List<URI> via, Duration timeout, Clock clock, int confirmations) {
    return follow(via, timeout, Duration.ofMillis(20), clock, confirmations);
  }

  /** The same, looking as often as it is told. */
  public Followed follow(
      List<URI> via, Duration timeout, Duration pollInterval, Clock clock, int confirmations) {
    var over = new NodeRpc(via, timeout, 8);
    var settings = new HeadFollower.Settings(confirmations, pollInterval, Duration.ofSeconds(60));
    var follower = new HeadFollower(over, contracts, settings, clock);
    follower.start();
    return new Followed(
        new Web3jChainReader(
            over, ChainNode.DEVELOPMENT_CHAIN_ID, contracts, Duration.ofMinutes(5)),
        follower,
        () -> {
          follower.close();
          over.close();
        });
  }

  /** A reader and a follower to be closed after use. */
  public record Followed(ChainReader reader, ChainHead head, Runnable stop)
      implements AutoCloseable {

    @Override
    public void close() {
      stop.run();
    }
  }

  /** A funded account; 0 is the deployer and operator. */
  public static Credentials account(int number) {
    return DemoWallet.account(number);
  }

  public static Address address(Credentials account) {
    return new Address(account.getAddress());
  }

  /** The passes, as this account uses them. */
  public TierPass passes(Credentials as) {
    return passes(web3j(), contracts, as);
  }

  static TierPass passes(Web3j web3j, ContractAddresses contracts, Credentials as) {
    return TierPass.load(
        contracts.tierPass().value(), web3j, transactions(web3j, as), new DefaultGasProvider());
  }

  /** The stake, as this account uses it. */
  public SessionStaking staking(Credentials as) {
    return SessionStaking.load(
        contracts.sessionStaking().value(),
        web3j(),
        transactions(web3j(), as),
        new DefaultGasProvider());
  }

  /** Any JSON-RPC request, such as anvil's own. */
  public @Nullable Object send(String method, Object... params) throws IOException {
    var response = new Request<>(method, List.of(params), service(), AnyResponse.class).send();
    if (response.hasError()) {
      throw new IOException(method + ": " + response.getError().getMessage());
    }
    return response.getResult();
  }

  public static BigInteger ether(String amount) {
    return Convert.toWei(amount, Convert.Unit.ETHER).toBigIntegerExact();
  }

  /** Takes the node away; the chain cannot be used any more. */
  public void stopNode() {
    stopNode.run();
  }

  @Override
  public void close() {
    rpc.close();
    stopNode.run();
  }

  private static RawTransactionManager transactions(Web3j web3j, Credentials as) {
    var receipts = new PollingTransactionReceiptProcessor(web3j, 20, 250);
    return new RawTransactionManager(web3j, as, ChainNode.DEVELOPMENT_CHAIN_ID, receipts);
  }

  /** A response whose result is whatever JSON it is. */
  public static final class AnyResponse extends Response<Object> {}
}
