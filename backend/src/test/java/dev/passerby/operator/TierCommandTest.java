package dev.passerby.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import dev.passerby.chain.TestChain;
import dev.passerby.entitlement.Feature;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.tx.RawTransactionManager;
import org.web3j.utils.Numeric;

class TierCommandTest {

  private static final Credentials OPERATOR = TestChain.account(9);
  private static final Duration NOTICE = Duration.ofDays(7);

  @TempDir Path folder;
  private TestChain chain;
  private Shell shell;
  private Node node;

  @BeforeEach
  void deploy() throws Exception {
    chain = TestChain.start();
    shell = new Shell(chain, folder.resolve("31337.json"));
    node = Node.connect(chain.rpcUrl(), Duration.ofSeconds(5), 31_337);
    var deployed = shell.as(OPERATOR, "deploy", "--chain-id=31337", "--default-tiers");
    assertThat(deployed.exitCode()).isZero();
  }

  @AfterEach
  void stop() {
    node.close();
    chain.close();
  }

  @Test
  void addsATier() throws Exception {
    var result = add("Platinum");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("tier Platinum: mined in block");
    var tier = tier(3);
    assertThat(tier.name()).isEqualTo("Platinum");
    assertThat(tier.terms()).isEqualTo(terms("1.5", 20));
    assertThat(tier.features()).containsExactly(Feature.CONTACTS, Feature.LARGE_ROOMS);
  }

  @Test
  void addsNoTierTwice() throws Exception {
    assertNothingSent(ExitCode.REFUSED, "Tier 0 is called Bronze already", () -> add("Bronze"));
  }

  @Test
  void saysInWordsWhatTheContractRefuses() throws Exception {
    assertNothingSent(ExitCode.REFUSED, "printable ASCII characters", () -> add("Süd"));
  }

  @Test
  void refusesAnAccountThatIsNotTheOperator() throws Exception {
    var stranger = TestChain.account(8);

    var result = shell.as(stranger, "tier", "close", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(result.err()).containsIgnoringCase(stranger.getAddress()).contains("operator");
    assertThat(tier(0).closed()).isFalse();
  }

  @Test
  void closesATierForGood() throws Exception {
    assertThat(shell.as(OPERATOR, "tier", "close", "1").exitCode()).isZero();

    assertThat(tier(1).closed()).isTrue();
    assertThat(tier(0).closed()).isFalse();
    assertNothingSent(
        ExitCode.REFUSED, "The tier is closed.", () -> shell.as(OPERATOR, "tier", "close", "1"));
    assertNothingSent(
        ExitCode.REFUSED, "no tier with this", () -> shell.as(OPERATOR, "tier", "close", "7"));
  }

  @Test
  void announcesAPriceThatHoldsAfterTheNotice() throws Exception {
    var before = now();

    var result = shell.as(OPERATOR, "tier", "price", "0", "--price=0.02");

    assertThat(result.exitCode()).isZero();
    assertThat(tier(0).terms()).isEqualTo(terms("0.01", 10_000));
    var announced = requireNonNull(tier(0).announced());
    assertThat(announced.terms()).isEqualTo(terms("0.02", 10_000));
    assertThat(announced.from()).isAfterOrEqualTo(before.plus(NOTICE));
    assertThat(result.out()).contains("0.02 ether, cap 10,000, from " + announced.from());

    pass(NOTICE);

    assertThat(tier(0).terms()).isEqualTo(terms("0.02", 10_000));
    assertThat(tier(0).announced()).isNull();
  }

  @Test
  void aCapKeepsThePriceThatIsAnnouncedAlready() throws Exception {
    assertThat(shell.as(OPERATOR, "tier", "price", "0", "--price=0.02").exitCode()).isZero();

    assertThat(shell.as(OPERATOR, "tier", "price", "0", "--cap=50").exitCode()).isZero();

    assertThat(requireNonNull(tier(0).announced()).terms()).isEqualTo(terms("0.02", 50));
  }

  @Test
  void announcesNothingTwice() throws Exception {
    assertThat(shell.as(OPERATOR, "tier", "price", "0", "--price=0.02").exitCode()).isZero();

    assertNothingSent(
        ExitCode.DONE, "", () -> shell.as(OPERATOR, "tier", "price", "0", "--price=0.020"));
  }

  @Test
  void refusesPricesAndCapsThatNoContractTakes() throws Exception {
    assertNothingSent(ExitCode.USAGE, "--price", () -> shell.as(OPERATOR, "tier", "price", "0"));
    assertNothingSent(
        ExitCode.USAGE,
        "no price as high",
        () -> shell.as(OPERATOR, "tier", "price", "0", "--price=1000000000"));
    assertNothingSent(
        ExitCode.USAGE, "--cap", () -> shell.as(OPERATOR, "tier", "price", "0", "--cap=65536"));
    assertNothingSent(
        ExitCode.USAGE,
        "not an amount of ether",
        () -> shell.as(OPERATOR, "tier", "price", "0", "--price=-1"));
  }

  @Test
  void aDryRunSaysWhatItCostsAndSendsNothing() throws Exception {
    for (var command :
        new String[][] {
          {"tier", "close", "0", "--dry-run"}, {"tier", "price", "0", "--cap=5", "--dry-run"}
        }) {
      assertNothingSent(
          ExitCode.DONE,
          "",
          () -> {
            var result = shell.as(OPERATOR, command);
            assertThat(result.out()).contains("nothing is sent", "together", "costs 0.0");
            return result;
          });
    }
    assertThat(tier(0).closed()).isFalse();
  }

  @Test
  void aNodeOnAnotherChainStopsEverythingBeforeAKeyIsRead() throws Exception {
    chain.send("anvil_setChainId", 5);

    var result = shell.anonymously("tier", "close", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_CHAIN.number());
    assertThat(result.err()).contains("on chain 5, and chain 31337 is meant");
  }

  @Test
  void sendsNothingWhileSomethingOfTheAccountsIsNotMined() throws Exception {
    chain.send("evm_setAutomine", false);
    var first = shell.as(OPERATOR, "tier", "close", "0", "--wait=1s");
    assertThat(first.exitCode()).isEqualTo(ExitCode.PENDING.number());

    assertNothingSent(
        ExitCode.PENDING,
        "sent transactions that are not mined yet (1)",
        () -> shell.as(OPERATOR, "tier", "close", "0"));
  }

  @Test
  void saysThatATransactionWasMinedAndFailed() throws Exception {
    var admin = TestChain.account(8);
    var other = new Shell(chain, folder.resolve("other.json"));
    var deployed =
        other.as(
            OPERATOR,
            "deploy",
            "--chain-id=31337",
            "--admin=" + admin.getAddress(),
            "--operator=" + OPERATOR.getAddress(),
            "--default-tiers");
    assertThat(deployed.exitCode()).isZero();
    chain.send("evm_setAutomine", false);
    var before = nonce();
    var closing = CompletableFuture.supplyAsync(() -> other.as(OPERATOR, "tier", "close", "0"));
    await().until(() -> nonce() > before);

    dismissOperator(admin, requireNonNull(other.deployment().contracts()).tierPass());
    chain.send("evm_mine");

    var result = closing.get(30, TimeUnit.SECONDS);
    assertThat(result.exitCode()).isEqualTo(ExitCode.REVERTED.number());
    assertThat(result.err()).startsWith("Error: close tier 0: transaction 0x").contains("failed");
  }

  /** In the same block as what waits, and before it: it pays more. */
  private void dismissOperator(Credentials admin, Address tierPass) throws IOException {
    var role = Numeric.hexStringToByteArray(Role.OPERATOR.id());
    var call = node.passes(tierPass).revokeRole(role, OPERATOR.getAddress());
    new RawTransactionManager(chain.web3j(), admin, 31_337)
        .sendTransaction(
            BigInteger.valueOf(50_000_000_000L),
            BigInteger.valueOf(200_000),
            tierPass.value(),
            call.encodeFunctionCall(),
            BigInteger.ZERO);
  }

  private interface Attempt {
    Shell.Result make() throws Exception;
  }

  private void assertNothingSent(ExitCode exitCode, String why, Attempt attempt) throws Exception {
    var before = nonce();
    var result = attempt.make();
    assertThat(result.err()).contains(why);
    assertThat(result.err().lines()).hasSizeLessThan(2);
    assertThat(result.exitCode()).isEqualTo(exitCode.number());
    assertThat(nonce()).isEqualTo(before);
  }

  private Shell.Result add(String name) {
    return shell.as(
        OPERATOR,
        "tier",
        "add",
        "--name=" + name,
        "--price=1.5",
        "--cap=20",
        "--features=contacts,large-rooms");
  }

  private static Tiers.Terms terms(String price, int cap) {
    return new Tiers.Terms(new Ether(TestChain.ether(price)), cap);
  }

  private Tiers.Tier tier(long id) throws IOException {
    var contracts = requireNonNull(shell.deployment().contracts());
    return Tiers.one(node, node.passes(contracts.tierPass()), id);
  }

  private Instant now() {
    return Instant.ofEpochSecond(node.latestBlock().getTimestamp().longValueExact());
  }

  private void pass(Duration time) throws IOException {
    chain.send("evm_increaseTime", time.toSeconds());
    chain.send("evm_mine");
  }

  private long nonce() {
    return node.transactionCount(TestChain.address(OPERATOR), DefaultBlockParameterName.PENDING);
  }
}
