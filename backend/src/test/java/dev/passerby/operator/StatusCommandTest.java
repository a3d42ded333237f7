package dev.passerby.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.ContractAddresses;
import dev.passerby.chain.Deployment;
import dev.passerby.chain.TestChain;
import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import dev.passerby.operator.BreakingNode.Fate;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.tx.RawTransactionManager;
import org.web3j.tx.TransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;
import org.web3j.tx.response.PollingTransactionReceiptProcessor;
import org.web3j.utils.Numeric;

/** How things stand, and the money that is withdrawn from them. */
class StatusCommandTest {

  private static final Credentials EVERYBODY = TestChain.account(9);
  private static final Credentials BUYER = TestChain.account(8);

  @TempDir Path folder;
  private TestChain chain;
  private Shell shell;

  @BeforeEach
  void deploy() throws Exception {
    chain = TestChain.start();
    shell = new Shell(chain, folder.resolve("31337.json"));
    var deployed = shell.as(EVERYBODY, "deploy", "--chain-id=31337", "--default-tiers");
    assertThat(deployed.exitCode()).isZero();
  }

  @AfterEach
  void stop() {
    chain.close();
  }

  @Test
  void saysHowThingsStandWithoutAKey() throws Exception {
    passes(BUYER).mint(BigInteger.ONE, TestChain.ether("0.05")).send();
    staking(BUYER).stake(TestChain.ether("0.3")).send();

    var said = status();

    assertThat(said)
        .contains("Chain 31337 at block")
        .contains("TierPass " + contracts().tierPass().value())
        .contains("income to withdraw  0.05 ether", "sales               open")
        .contains("royalty             5.0 % to " + TestChain.address(EVERYBODY).value())
        .contains("tier 0 Bronze: 0.01 ether, cap 10,000, 0 minted, unlocks contacts, recording")
        .contains("tier 1 Silver: 0.05 ether, cap 2,000, 1 minted")
        .contains("SessionStaking " + contracts().sessionStaking().value())
        .contains("holds               0.3 ether", "minimum stake       0.1 ether")
        .contains("warm-up             none", "cool-down           1d")
        .contains("session limit       300s", "notice              7d");
    for (var role : Role.values()) {
      assertThat(said).contains("  " + role.title() + " ");
    }
  }

  @Test
  void saysWhatIsAnnouncedPausedClosedAndAppointed() throws Exception {
    var passes = passes(EVERYBODY);
    passes.announceTerms(BigInteger.ZERO, TestChain.ether("0.02"), BigInteger.TEN).send();
    passes.closeTier(BigInteger.TWO).send();
    passes.pause().send();
    passes.beginDefaultAdminTransfer(BUYER.getAddress()).send();
    var pauser = Numeric.hexStringToByteArray(Role.PAUSER.id());
    passes.grantRole(pauser, BUYER.getAddress()).send();
    passes.revokeRole(pauser, EVERYBODY.getAddress()).send();
    staking(EVERYBODY).announceMinimum(TestChain.ether("0.4")).send();

    var said = status();

    var buyer = TestChain.address(BUYER).value();
    assertThat(said)
        .contains("announced: 0.02 ether, cap 10, from 20", "announced: 0.4 ether, from 20")
        .contains("sales               paused", "new stake           open")
        .contains("tier 2 Gold: 0.25 ether, cap 500, 0 minted, unlocks", "large-rooms, closed")
        .contains("announced: admin " + buyer)
        .contains("  pauser              " + buyer + "\n");
  }

  @Test
  void refusesADeploymentThatIsNotFinishedOrNotThere() throws Exception {
    var begun = new Deployment(31_337, TestChain.address(BUYER), "0x", List.of(), null, null, null);
    begun.write(shell.file());
    var unfinished = shell.anonymously("status");
    assertThat(unfinished.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(unfinished.err()).contains("is not finished");

    Files.writeString(shell.file(), "{}");
    assertThat(shell.anonymously("status").exitCode()).isEqualTo(ExitCode.USAGE.number());

    Files.delete(shell.file());
    var missing = shell.anonymously("status");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(missing.err()).contains("There is no deployment in " + shell.file());
  }

  @Test
  void refusesTheDeploymentOfAnotherChain() {
    var result = shell.anonymously("status", "--chain-id=1");

    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_CHAIN.number());
  }

  @Test
  void theTreasuryPullsTheIncome() throws Exception {
    passes(BUYER).mint(BigInteger.TWO, TestChain.ether("0.25")).send();
    var receiver = "0x00000000000000000000000000000000000000A1";

    var dry = shell.as(EVERYBODY, "withdraw", "--to=" + receiver, "--dry-run");
    assertThat(dry.out()).contains("withdraw 0.25 ether to ", "nothing is sent");
    assertThat(balance(receiver)).isZero();

    var stranger = shell.as(BUYER, "withdraw");
    assertThat(stranger.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(stranger.err()).contains("is not the contract's treasury. Nothing was sent.");

    var result = shell.as(EVERYBODY, "withdraw", "--to=" + receiver);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(balance(receiver)).isEqualTo(TestChain.ether("0.25"));

    var again = shell.as(EVERYBODY, "withdraw");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("no income to withdraw");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST", "GARBLED", "EMPTY"})
  void saysInOneLineThatTheNodeMakesNoSense(Fate fate) throws Exception {
    // Every one of its requests in turn, of which there are more than the twenty tried here.
    for (var number = 0; number < 20; number++) {
      var wrong = number;
      var count = new AtomicInteger();
      try (var node =
          new BreakingNode(
              chain.rpcUrl(), request -> count.getAndIncrement() == wrong ? fate : Fate.ANSWERED)) {
        var result = shell.via(node.url()).as(EVERYBODY, "status");

        assertThat(result.err()).startsWith("Error: ");
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.exitCode()).isIn(ExitCode.NO_ANSWER.number(), ExitCode.REFUSED.number());
      }
    }
  }

  private String status() {
    var result = shell.anonymously("status");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  private ContractAddresses contracts() throws IOException {
    return requireNonNull(shell.deployment().contracts());
  }

  private TierPass passes(Credentials as) throws IOException {
    return TierPass.load(
        contracts().tierPass().value(), chain.web3j(), sending(as), new DefaultGasProvider());
  }

  private SessionStaking staking(Credentials as) throws IOException {
    return SessionStaking.load(
        contracts().sessionStaking().value(), chain.web3j(), sending(as), new DefaultGasProvider());
  }

  private TransactionManager sending(Credentials as) {
    var receipts = new PollingTransactionReceiptProcessor(chain.web3j(), 20, 250);
    return new RawTransactionManager(chain.web3j(), as, 31_337, receipts);
  }

  private BigInteger balance(String account) throws IOException {
    return chain
        .web3j()
        .ethGetBalance(account, DefaultBlockParameterName.LATEST)
        .send()
        .getBalance();
  }
}
