package dev.passerby.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.passerby.contracts.TierPass;
import java.io.File;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;

class EmbeddedChainTest {

  private static final String ADA = DemoWallet.account(1).getAddress();

  @TempDir Path folder;

  @Test
  void deploysTheContractsWithTheDefaultTiersAndFundsTheDemoWallets() throws Exception {
    try (var chain = start(false);
        var rpc = rpc(chain)) {
      var passes = passes(chain, rpc);
      assertThat(passes.tierCount().send()).isEqualTo(3);
      var silver = passes.tier(BigInteger.ONE).send();
      assertThat(silver.name).isEqualTo("Silver");
      assertThat(silver.price).isEqualTo(TestChain.ether("0.05"));
      assertThat(silver.supplyCap).isEqualTo(2_000);
      assertThat(silver.features).isEqualTo(15);
      assertThat(DemoWallet.all())
          .hasSize(8)
          .allSatisfy(wallet -> assertThat(balance(rpc, wallet.address())).isPositive());
    }
  }

  @Test
  void keepsContractsAndStateBetweenRuns() throws Exception {
    ContractAddresses first;
    try (var chain = start(false);
        var rpc = rpc(chain)) {
      first = chain.contracts();
      mintBronze(chain, rpc);
    }
    try (var chain = start(false);
        var rpc = rpc(chain)) {
      assertThat(chain.contracts()).isEqualTo(first);
      assertThat(passes(chain, rpc).balanceOf(ADA).send()).isEqualTo(1);
      assertThat(headAge(chain, rpc)).isLessThan(Duration.ofSeconds(60));
    }
  }

  @Test
  void startsOverWhenAskedTo() throws Exception {
    try (var chain = start(false);
        var rpc = rpc(chain)) {
      mintBronze(chain, rpc);
    }
    try (var chain = start(true);
        var rpc = rpc(chain)) {
      assertThat(passes(chain, rpc).balanceOf(ADA).send()).isZero();
    }
  }

  @Test
  void deploysAgainWhenWhatWasKeptIsOfAnotherBuild() throws Exception {
    try (var chain = start(false)) {
      assertThat(chain.contracts()).isNotNull();
    }
    var kept = folder.resolve("contracts.properties");
    Files.writeString(kept, Files.readString(kept).replaceAll("build=.*", "build=older"));

    try (var chain = start(false);
        var rpc = rpc(chain)) {
      assertThat(passes(chain, rpc).tierCount().send()).isEqualTo(3);
    }
    assertThat(Files.readString(kept)).doesNotContain("older");
  }

  @Test
  void takesAFreePortWhereTheConfiguredOneIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var chain = start("passerby.chain.embedded.port", String.valueOf(taken.getLocalPort()))) {
      assertThat(chain.rpcUrl().getPort()).isNotEqualTo(taken.getLocalPort()).isPositive();
    }
  }

  @Test
  void twoProcessesDoNotShareAFolder() {
    try (var chain = start(false)) {
      assertThat(chain.rpcUrl()).isNotNull();
      assertThatThrownBy(() -> start(false))
          .isInstanceOf(ChainStartFailure.class)
          .hasMessageStartingWith("Another Passerby is running");
    }
  }

  @Test
  void saysWhatToDoWhenTheStateIsDamaged() throws Exception {
    Files.writeString(folder.resolve("state.json"), "{\"block\"");

    assertThatThrownBy(() -> start(false))
        .isInstanceOfSatisfying(
            ChainStartFailure.class,
            failure -> {
              assertThat(failure).hasMessageContaining("state.json");
              assertThat(failure.action()).contains("--fresh");
            });
    try (var chain = start(true)) {
      assertThat(chain.contracts()).isNotNull();
    }
  }

  @Test
  void saysWhereAnvilCanComeFromWhenItIsMissing() {
    assertThatThrownBy(() -> start("passerby.chain.embedded.anvil", "/nowhere/anvil"))
        .isInstanceOfSatisfying(
            ChainStartFailure.class, failure -> assertThat(failure.action()).contains("npm ci"));
  }

  @Test
  void anvilDoesNotOutliveAServiceThatIsKilled() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var service =
        new ProcessBuilder(java, "-cp", classPath, Victim.class.getName(), folder.toString())
            .redirectError(new File("/dev/null"))
            .start();
    long anvil;
    try (var output = service.inputReader()) {
      anvil = Long.parseLong(output.readLine());
      assertThat(ProcessHandle.of(anvil)).get().matches(ProcessHandle::isAlive);

      service.destroyForcibly();

      await().atMost(Duration.ofSeconds(8)).until(() -> gone(anvil));
    }
    // Killed as it was, nothing that was on the chain is lost.
    await().until(() -> Files.size(folder.resolve("state.json")) > 0);
  }

  /** A service of its own that starts a chain, tells anvil's process id, and waits to be killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws Exception {
      var state = Path.of(args[0], "state.json");
      var program = Anvil.locate(null, Path.of(""));
      Anvil.start(program, List.of("--port=0", "--state=" + state));
      var anvil =
          ProcessHandle.current()
              .descendants()
              .filter(process -> process.info().command().orElse("").endsWith("anvil"))
              .findFirst()
              .orElseThrow();
      System.out.println(anvil.pid());
      Thread.currentThread().join();
    }
  }

  private static boolean gone(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
  }

  private EmbeddedChain start(boolean fresh) {
    return EmbeddedChain.start(
        properties("passerby.chain.embedded.block-time", "15s"), new DataFolder(folder, fresh));
  }

  private EmbeddedChain start(String key, String value) {
    return EmbeddedChain.start(properties(key, value), new DataFolder(folder, false));
  }

  private ChainProperties properties(String key, String value) {
    var source = new MapConfigurationPropertySource();
    source.put("passerby.chain.embedded.port", "0");
    source.put("passerby.chain.embedded.folder", folder.toString());
    source.put(key, value);
    return new Binder(source).bindOrCreate("passerby.chain", ChainProperties.class);
  }

  private static NodeRpc rpc(EmbeddedChain chain) {
    return new NodeRpc(List.of(chain.rpcUrl()), Duration.ofSeconds(5), 1);
  }

  private static TierPass passes(EmbeddedChain chain, NodeRpc rpc) {
    return TierPass.load(
        chain.contracts().tierPass().value(),
        web3j(rpc),
        new ReadonlyTransactionManager(web3j(rpc), ADA),
        new DefaultGasProvider());
  }

  private static void mintBronze(EmbeddedChain chain, NodeRpc rpc) throws Exception {
    TestChain.passes(web3j(rpc), chain.contracts(), DemoWallet.account(1))
        .mint(BigInteger.ZERO, TestChain.ether("0.01"))
        .send();
  }

  private static BigInteger balance(NodeRpc rpc, String address) {
    return rpc.askAndWait(
        node ->
            node.web3j()
                .ethGetBalance(address, DefaultBlockParameterName.LATEST)
                .send()
                .getBalance());
  }

  private static Duration headAge(EmbeddedChain chain, NodeRpc rpc) {
    var settings = new HeadFollower.Settings(0, Duration.ofSeconds(1), Duration.ofSeconds(60));
    try (var follower = new HeadFollower(rpc, chain.contracts(), settings, Clock.systemUTC())) {
      follower.start();
      return follower.age();
    }
  }

  private static Web3j web3j(NodeRpc rpc) {
    return rpc.endpoints().getFirst().web3j();
  }
}
