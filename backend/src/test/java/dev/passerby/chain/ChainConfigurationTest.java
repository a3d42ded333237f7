package dev.passerby.chain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

class ChainConfigurationTest {

  private static TestChain chain;

  @TempDir Path folder;

  private final ApplicationContextRunner onlyChain =
      new ApplicationContextRunner().withUserConfiguration(ChainOnly.class);

  @SuppressWarnings("NullAway") // started before any instance is made
  private final ApplicationContextRunner service =
      onlyChain.withPropertyValues(
          "passerby.chain.rpc-url=" + chain.rpcUrl(),
          "passerby.chain.tier-pass=" + chain.contracts().tierPass().value(),
          "passerby.chain.session-staking=" + chain.contracts().sessionStaking().value());

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({ChainProperties.class, DataProperties.class})
  @Import({ChainConfiguration.class, ChainController.class})
  static class ChainOnly {}

  @BeforeAll
  static void start() throws Exception {
    chain = TestChain.start();
  }

  @AfterAll
  static void stop() throws Exception {
    chain.close();
  }

  @Test
  void tellsThePageWhichChainItIsOn() {
    service.run(
        context ->
            client(context.getBean(ChainController.class))
                .get()
                .uri("/api/config")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                    """
                    {"chainId":31337,"chainName":"Passerby development chain","rpcUrl":"%s",
                     "currency":"ETH","tierPass":"%s","sessionStaking":"%s",
                     "development":true,"explorerUrl":null}
                    """
                        .formatted(
                            chain.rpcUrl(),
                            chain.contracts().tierPass().value(),
                            chain.contracts().sessionStaking().value())));
  }

  @Test
  void givesDemoWalletsWhereTheyAreWanted() {
    service
        .withPropertyValues("passerby.chain.demo-wallets=true")
        .run(
            context ->
                client(context.getBean(ChainController.class))
                    .get()
                    .uri("/api/demo-wallets")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.length()")
                    .isEqualTo(8)
                    .jsonPath("$[0].name")
                    .isEqualTo("Ada")
                    .jsonPath("$[0].address")
                    .isEqualTo("0x70997970C51812dc3A010C7d01b50e0d17dc79C8")
                    .jsonPath("$[0].privateKey")
                    .isEqualTo(
                        "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"));
  }

  @Test
  void givesNoDemoWalletsOnAChainThatSomeoneElseRuns() {
    service.run(
        context ->
            client(context.getBean(ChainController.class))
                .get()
                .uri("/api/demo-wallets")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("no-demo-wallets"));
  }

  @Test
  void refusesDemoWalletsOnAnyOtherChain() throws Exception {
    chain.send("anvil_setChainId", 1);
    try {
      service
          .withPropertyValues("passerby.chain.demo-wallets=true")
          .run(
              context ->
                  assertRefusal(context.getStartupFailure(), "chain's id is 1 and not 31337"));
    } finally {
      chain.send("anvil_setChainId", 31_337);
    }
  }

  @Test
  void refusesToStartWhenTheNodeIsDown() throws Exception {
    service
        .withPropertyValues("passerby.chain.rpc-url=http://127.0.0.1:" + unusedPort())
        .run(context -> assertRefusal(context.getStartupFailure(), "node does not answer"));
  }

  @Test
  void refusesToStartWithoutTheContractsAddresses() {
    service
        .withPropertyValues("passerby.chain.tier-pass=0x12")
        .run(
            context ->
                assertRefusal(
                    context.getStartupFailure(), "passerby.chain.tier-pass is not an address"));
  }

  @Test
  void refusesToStartWithAnAddressOfAnotherProtocol() {
    service
        .withPropertyValues("passerby.chain.rpc-url=ftp://127.0.0.1")
        .run(
            context ->
                assertRefusal(context.getStartupFailure(), "neither an http(s) nor a ws(s)"));
  }

  @Test
  void readsTheContractsFromADeployment() {
    deployment(31_337, true).write(file());

    onDeployment()
        .run(
            context ->
                assertThat(context.getBean(ChainReader.class).contracts())
                    .isEqualTo(chain.contracts()));
  }

  @Test
  void refusesADeploymentOnAnotherChain() {
    deployment(1, true).write(file());

    onDeployment()
        .run(
            context ->
                assertRefusal(
                    context.getStartupFailure(), "is for chain 1, and the node is on chain 31337"));
  }

  @Test
  void refusesADeploymentThatIsNotFinished() {
    deployment(31_337, false).write(file());

    onDeployment().run(context -> assertRefusal(context.getStartupFailure(), "is not finished"));
  }

  @Test
  void refusesAFileThatIsNoDeployment() throws Exception {
    onDeployment()
        .run(context -> assertRefusal(context.getStartupFailure(), "that can be read: " + file()));
    Files.writeString(file(), "{\"chainId\": 31337");
    onDeployment()
        .run(context -> assertRefusal(context.getStartupFailure(), "that can be read: " + file()));
  }

  @Test
  void refusesADeploymentBesideAddresses() {
    service
        .withPropertyValues("passerby.chain.deployment=" + file())
        .run(context -> assertRefusal(context.getStartupFailure(), "so are the contracts'"));
  }

  @Test
  void refusesADeploymentWithoutANode() {
    onlyChain
        .withPropertyValues("passerby.chain.deployment=" + file())
        .run(context -> assertRefusal(context.getStartupFailure(), "rpc-url is not"));
  }

  private Path file() {
    return folder.resolve("deployment.json");
  }

  private ApplicationContextRunner onDeployment() {
    return onlyChain.withPropertyValues(
        "passerby.chain.rpc-url=" + chain.rpcUrl(), "passerby.chain.deployment=" + file());
  }

  private static Deployment deployment(long chainId, boolean finished) {
    var contracts = chain.contracts();
    return new Deployment(
        chainId,
        contracts.tierPass(),
        "0x",
        List.of(),
        new Deployment.Contract(contracts.tierPass(), 1, "0x", "0x"),
        finished ? new Deployment.Contract(contracts.sessionStaking(), 2, "0x", "0x") : null,
        null);
  }

  @Test
  void keysAreNotPrinted() {
    var key = DemoWallet.all().getFirst().privateKey().substring(2);

    assertThat(DemoWallets.on(31_337, true).toString()).contains("REDACTED").doesNotContain(key);
  }

  /** The refusal as the operator sees it: one thing that is wrong, one thing to do. */
  private static void assertRefusal(@Nullable Throwable failure, String what) {
    var analysis = requireNonNull(new ChainFailureAnalyzer().analyze(requireNonNull(failure)));
    assertThat(analysis.getDescription()).contains(what).doesNotContain("\n");
    assertThat(analysis.getAction()).isNotBlank();
  }

  private static int unusedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static WebTestClient client(ChainController controller) {
    return WebTestClient.bindToController(controller).build();
  }
}
