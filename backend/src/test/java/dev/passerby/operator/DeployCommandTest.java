package dev.passerby.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.chain.ContractAddresses;
import dev.passerby.chain.TestChain;
import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;
import org.web3j.utils.Numeric;

class DeployCommandTest {

  private static final Credentials DEPLOYER = TestChain.account(9);
  private static final Address ADMIN = TestChain.address(TestChain.account(1));
  private static final Address OPERATOR = TestChain.address(TestChain.account(2));
  private static final Address PAUSER = TestChain.address(TestChain.account(3));
  private static final Address TREASURY = TestChain.address(TestChain.account(4));

  private static TestChain chain;

  @TempDir Path folder;
  private Shell shell;

  @BeforeAll
  static void start() throws Exception {
    chain = TestChain.start();
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @BeforeEach
  void open() {
    shell = new Shell(chain, folder.resolve("deployments").resolve("31337.json"));
  }

  @Test
  void deploysBothContractsWithTheGivenRolesAndTerms() throws Exception {
    var result =
        shell.as(
            DEPLOYER,
            "deploy",
            "--chain-id=31337",
            "--admin=" + ADMIN.value(),
            "--operator=" + OPERATOR.value(),
            "--pauser=" + PAUSER.value(),
            "--treasury=" + TREASURY.value(),
            "--royalty=2.5",
            "--notice=3d",
            "--minimum-stake=0.2",
            "--warm-up=2h",
            "--cool-down=12h");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    var passes = passes();
    assertThat(passes.defaultAdmin().send()).isEqualToIgnoringCase(ADMIN.value());
    assertThat(has(passes, Role.OPERATOR, OPERATOR)).isTrue();
    assertThat(has(passes, Role.PAUSER, PAUSER)).isTrue();
    assertThat(has(passes, Role.TREASURY, TREASURY)).isTrue();
    for (var role : Role.values()) {
      assertThat(has(passes, role, TestChain.address(DEPLOYER))).isFalse();
    }
    assertThat(passes.NOTICE().send()).isEqualTo(3 * 86_400);
    var royalty = passes.royaltyInfo(BigInteger.ONE, BigInteger.valueOf(10_000)).send();
    assertThat(royalty.component2()).isEqualTo(250);
    var staking = staking();
    assertThat(staking.defaultAdmin().send()).isEqualToIgnoringCase(ADMIN.value());
    assertThat(staking.minimumStake().send()).isEqualTo(TestChain.ether("0.2"));
    assertThat(staking.WARM_UP().send()).isEqualTo(7_200);
    assertThat(staking.COOLDOWN().send()).isEqualTo(43_200);
    assertThat(staking.SESSION_LIMIT().send()).isEqualTo(300);
  }

  @Test
  void writesWhereTheContractsAreAndWhatTheyAre() throws Exception {
    assertThat(deploy().exitCode()).isZero();

    var deployment = shell.deployment();
    assertThat(deployment.chainId()).isEqualTo(31_337);
    assertThat(deployment.finishedAt()).isNotNull();
    assertThat(deployment.transactions())
        .hasSize(2)
        .allSatisfy(
            sent -> {
              assertThat(sent.signed()).isNull();
              assertThat(sent.block()).isPositive();
            });
    var tierPass = requireNonNull(deployment.tierPass());
    var code =
        chain
            .web3j()
            .ethGetCode(tierPass.address().value(), DefaultBlockParameterName.LATEST)
            .send()
            .getCode();
    assertThat(tierPass.codeHash()).isEqualTo(Hash.sha3(code));
    assertThat(Files.readString(shell.file())).contains("\"" + tierPass.address().value() + "\"");
  }

  @Test
  void onTheDevelopmentChainTheDeployerMayKeepEverythingAndAddTheDefaultTiers() throws Exception {
    assertThat(deploy("--default-tiers").exitCode()).isZero();

    assertThat(passes().tierCount().send()).isEqualTo(3);
    assertThat(passes().tier(BigInteger.TWO).send().name).isEqualTo("Gold");
    assertThat(passes().defaultAdmin().send()).isEqualToIgnoringCase(DEPLOYER.getAddress());
  }

  @Test
  void takesItsArgumentsFromAFile() throws Exception {
    var arguments = folder.resolve("terms");
    Files.writeString(arguments, "# for good\n--notice=30d\n--warm-up=1d\n");

    assertThat(deploy("@" + arguments).exitCode()).isZero();

    assertThat(passes().NOTICE().send()).isEqualTo(30 * 86_400);
  }

  @Test
  void aDryRunSaysWhatItCostsAndSendsNothing() throws Exception {
    var before = nonce();

    var dry = deploy("--default-tiers", "--dry-run");

    assertThat(dry.exitCode()).isZero();
    assertThat(nonce()).isEqualTo(before);
    assertThat(shell.file()).doesNotExist();
    assertThat(dry.out())
        .contains("nothing is sent", "costs 0.0", "at most 0.0", "the account has");
    var real = deploy("--default-tiers");
    assertThat(real.exitCode()).isZero();
    for (var step : List.of("TierPass", "SessionStaking", "tier Bronze", "tier Gold")) {
      var expected = gas(dry.out(), step + " +");
      assertThat(gas(real.out(), step + ": mined in block [0-9]+, "))
          .as(step)
          .isBetween(expected / 2, expected);
    }
  }

  @Test
  void aNodeOnAnotherChainStopsEverythingBeforeAKeyIsRead() throws Exception {
    var before = nonce();

    var result = shell.anonymously("deploy", "--chain-id=1", "--admin=" + ADMIN.value());

    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_CHAIN.number());
    assertThat(result.err()).startsWith("Error: The node is on chain 31337, and chain 1 is meant.");
    assertThat(result.err().lines()).hasSize(1);
    assertThat(nonce()).isEqualTo(before);
    assertThat(shell.file()).doesNotExist();
  }

  @Test
  void aSecondRunFindsItDone() throws Exception {
    assertThat(deploy().exitCode()).isZero();
    var first = shell.deployment();
    var before = nonce();

    var second = deploy();

    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).contains("deployed already");
    assertThat(nonce()).isEqualTo(before);
    assertThat(shell.deployment()).isEqualTo(first);
  }

  @Test
  void refusesOtherTermsAndOtherDeployersForTheSameFile() {
    assertThat(deploy().exitCode()).isZero();

    var otherTerms = deploy("--notice=8d");
    assertThat(otherTerms.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(otherTerms.err()).contains("begun with other terms");

    var other = shell.as(TestChain.account(8), "deploy", "--chain-id=31337");
    assertThat(other.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(other.err()).contains("was begun by");
  }

  @Test
  void refusesWhenAnotherProcessWorksOnTheSameFile() {
    try (var busy = DeploymentFile.open(shell.file())) {
      assertThat(busy.path()).isEqualTo(shell.file());
      var result = deploy();
      assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED.number());
      assertThat(result.err()).contains("Another process is working on");
    }
  }

  @Test
  void saysInWordsWhatTheContractRefuses() throws Exception {
    var before = nonce();

    var result = deploy("--notice=1h");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "Error: The notice must be from 1 to 90 days. Nothing was sent.");
    assertThat(nonce()).isEqualTo(before);
  }

  @Test
  void refusesAnAccountThatCannotPay() {
    var poor = Credentials.create("0x" + "42".repeat(32));

    var result = shell.as(poor, "deploy", "--chain-id=31337");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(result.err()).contains("has 0 ether, and this can cost 0.0");
  }

  @Test
  void inEarnestTheDeployerKeepsNothing() throws Exception {
    onChain(
        5,
        () -> {
          assertRefused("--admin is needed");
          assertRefused("must not be the admin", "--admin=" + DEPLOYER.getAddress());
          assertRefused("300 seconds", "--admin=" + ADMIN.value(), "--session-limit=60s");
          assertRefused("delay", "--admin=" + ADMIN.value(), "--admin-delay=0s");
          assertRefused("warm-up", "--admin=" + ADMIN.value(), "--warm-up=0s");
          assertRefused("operator's key", "--admin=" + ADMIN.value(), "--default-tiers");

          var result = shell.as(DEPLOYER, "deploy", "--chain-id=5", "--admin=" + ADMIN.value());

          assertThat(result.err()).isEmpty();
          assertThat(result.exitCode()).isZero();
          assertThat(passes().NOTICE().send()).isPositive();
          for (var role : Role.values()) {
            assertThat(has(passes(), role, TestChain.address(DEPLOYER))).isFalse();
          }
          assertThat(staking().WARM_UP().send()).isEqualTo(3_600);
        });
  }

  @Test
  void inEarnestItWarnsWhereTheDeployerHasARole() throws Exception {
    onChain(
        5,
        () -> {
          var result =
              shell.as(
                  DEPLOYER,
                  "deploy",
                  "--chain-id=5",
                  "--admin=" + ADMIN.value(),
                  "--operator=" + DEPLOYER.getAddress(),
                  "--default-tiers");

          assertThat(result.err()).startsWith("Warning: the deployer");
          assertThat(result.exitCode()).isZero();
          assertThat(passes().tierCount().send()).isEqualTo(3);
        });
  }

  private void assertRefused(String why, String... options) throws IOException {
    var before = nonce();
    var arguments = new ArrayList<>(List.of("deploy", "--chain-id=5"));
    arguments.addAll(List.of(options));
    var result = shell.as(DEPLOYER, arguments.toArray(String[]::new));
    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(result.err()).contains(why).endsWith("Nothing was sent.\n");
    assertThat(nonce()).isEqualTo(before);
  }

  private interface Body {
    void run() throws Exception;
  }

  private static void onChain(int id, Body body) throws Exception {
    chain.send("anvil_setChainId", id);
    try {
      body.run();
    } finally {
      chain.send("anvil_setChainId", 31_337);
    }
  }

  private Shell.Result deploy(String... options) {
    var arguments = new ArrayList<>(List.of("deploy", "--chain-id=31337"));
    arguments.addAll(List.of(options));
    return shell.as(DEPLOYER, arguments.toArray(String[]::new));
  }

  private TierPass passes() throws IOException {
    return TierPass.load(
        contracts().tierPass().value(), chain.web3j(), reading(), new DefaultGasProvider());
  }

  private SessionStaking staking() throws IOException {
    return SessionStaking.load(
        contracts().sessionStaking().value(), chain.web3j(), reading(), new DefaultGasProvider());
  }

  private ContractAddresses contracts() throws IOException {
    return requireNonNull(shell.deployment().contracts());
  }

  private static ReadonlyTransactionManager reading() {
    return new ReadonlyTransactionManager(chain.web3j(), DEPLOYER.getAddress());
  }

  private static boolean has(TierPass passes, Role role, Address account) throws Exception {
    return passes.hasRole(Numeric.hexStringToByteArray(role.id()), account.value()).send();
  }

  private static long nonce() throws IOException {
    return chain
        .web3j()
        .ethGetTransactionCount(DEPLOYER.getAddress(), DefaultBlockParameterName.PENDING)
        .send()
        .getTransactionCount()
        .longValueExact();
  }

  /** The number before "gas" on the line that has this in it. */
  private static long gas(String said, String before) {
    var match = Pattern.compile(before + "([0-9,]+) gas").matcher(said);
    assertThat(match.find()).as(said).isTrue();
    return Long.parseLong(match.group(1).replace(",", ""));
  }
}
