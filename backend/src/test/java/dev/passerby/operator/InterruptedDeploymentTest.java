package dev.passerby.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.PasserbyApplication;
import dev.passerby.chain.TestChain;
import dev.passerby.operator.BreakingNode.Fate;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.utils.Numeric;

/** Whatever happens on the way, the next run ends with one deployment, and not two halves. */
class InterruptedDeploymentTest {

  private static final Credentials DEPLOYER = TestChain.account(9);
  private static final String SENDING = "eth_sendRawTransaction";
  private static final List<String> STEPS =
      List.of("TierPass", "SessionStaking", "tier Bronze", "tier Silver", "tier Gold");

  @TempDir Path folder;
  private TestChain chain;
  private Shell shell;

  @BeforeEach
  void start() throws Exception {
    chain = TestChain.start();
    shell = new Shell(chain, folder.resolve("31337.json"));
  }

  @AfterEach
  void stop() {
    chain.close();
  }

  @Test
  void goesOnAfterTheNodeWasGoneAtAnyOfTheRequests() throws Exception {
    // The tiers after the first are added by the same requests again.
    var requests = 0;
    while (!interruptedAt(requests, Fate.LOST).out().contains("tier Bronze: mined")) {
      requests++;
    }
    assertThat(requests).isGreaterThan(20);
  }

  @Test
  void goesOnAfterAnyTransactionWhoseAnswerWasLost() throws Exception {
    for (var step = 0; step < STEPS.size(); step++) {
      assertThat(interruptedAt(step, Fate.UNANSWERED).out()).contains(STEPS.get(step));
    }
  }

  /**
   * Runs it with one fault, and once more without, on a chain that is then put back.
   *
   * @param number of the request, or of the transaction if it is the answer that is lost
   * @return what the run with the fault left behind
   */
  private Shell.Result interruptedAt(int number, Fate fate) throws Exception {
    var snapshot = requireNonNull(chain.send("evm_snapshot"));
    var before = nonce();
    var count = new AtomicInteger();
    Function<String, Fate> fates =
        request ->
            (fate == Fate.LOST || request.contains(SENDING)) && count.getAndIncrement() == number
                ? fate
                : Fate.ANSWERED;
    Shell.Result first;
    try (var node = new BreakingNode(chain.rpcUrl(), fates)) {
      first = deploy(shell.via(node.url()));
    }
    var second = deploy(shell);

    assertThat(first.exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
    assertThat(first.err().lines()).hasSize(1);
    assertThat(second.err()).as("after " + first.err()).isEmpty();
    assertThat(second.exitCode()).isZero();
    assertDeployedOnce(before);
    chain.send("evm_revert", snapshot);
    Files.deleteIfExists(shell.file());
    return first;
  }

  @Test
  void goesOnAfterItWasKilledBeforeATransactionWasSent() throws Exception {
    var before = nonce();
    killAtTransaction(2, Fate.LOST);
    awaitNonce(before + 2);
    var signed = shell.deployment().transactions().getLast();
    assertThat(signed.signed()).isNotNull();

    assertThat(deploy(shell).exitCode()).isZero();

    assertDeployedOnce(before);
    assertThat(shell.deployment().transactions().get(2).hash()).isEqualTo(signed.hash());
  }

  @Test
  void goesOnAfterItWasKilledOnceATransactionWasMined() throws Exception {
    var before = nonce();
    killAtTransaction(0, Fate.UNANSWERED);
    awaitNonce(before + 1);

    assertThat(deploy(shell).exitCode()).isZero();

    assertDeployedOnce(before);
  }

  @Test
  void waitsForATransactionThatIsSentAndNotMined() throws Exception {
    var before = nonce();
    chain.send("evm_setAutomine", false);
    var impatient = deploy(shell, "--wait=1s");
    assertThat(impatient.exitCode()).isEqualTo(ExitCode.PENDING.number());
    assertThat(impatient.err()).contains("TierPass", "sent, but not mined yet");
    var sent = shell.deployment().transactions();
    assertThat(sent).hasSize(1);

    var second = CompletableFuture.supplyAsync(() -> deploy(shell));
    await().until(() -> !second.isDone());
    chain.send("evm_setAutomine", true);
    chain.send("evm_mine");

    assertThat(second.get(30, TimeUnit.SECONDS).exitCode()).isZero();
    assertDeployedOnce(before);
    assertThat(shell.deployment().transactions().getFirst().hash())
        .isEqualTo(sent.getFirst().hash());
  }

  @Test
  void aTransactionThatWasReplacedIsSignedAnewOnlyWhenAsked() throws Exception {
    var before = nonce();
    try (var node =
        new BreakingNode(
            chain.rpcUrl(), request -> request.contains(SENDING) ? Fate.LOST : Fate.ANSWERED)) {
      assertThat(deploy(shell.via(node.url())).exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
    }
    payMyself(before);
    awaitNonce(before + 1);

    var refused = deploy(shell);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(refused.err()).contains("took the place");
    assertThat(nonce()).isEqualTo(before + 1);

    assertThat(deploy(shell, "--replace").exitCode()).isZero();
    assertDeployedOnce(before + 1);
  }

  /** The service's own program in a process of its own, killed in the middle of a request. */
  private void killAtTransaction(int number, Fate fate) throws Exception {
    var count = new AtomicInteger();
    var reached = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    Function<String, Fate> fates =
        request -> {
          if (!request.contains(SENDING) || count.getAndIncrement() < number) {
            return Fate.ANSWERED;
          }
          if (fate == Fate.UNANSWERED) {
            send(request);
          }
          reached.countDown();
          uninterruptibly(answered);
          return Fate.LOST;
        };
    try (var node = new BreakingNode(chain.rpcUrl(), fates)) {
      var process = start(node.url());
      try {
        assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly().waitFor();
        answered.countDown();
      }
    }
  }

  private void send(String request) {
    var signed = request.replaceAll(".*\"(0x[0-9a-f]+)\".*", "$1");
    try {
      chain.send(SENDING, signed);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void uninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process start(URI rpcUrl) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PasserbyApplication.class.getName());
    command.addAll(
        List.of(shell.via(rpcUrl).complete("deploy", "--chain-id=31337", "--default-tiers")));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(new File("/dev/null"));
    builder.environment().put("PASSERBY_OPERATOR_KEY", Shell.key(DEPLOYER));
    return builder.start();
  }

  /** Sends nothing to nobody, with this number. */
  private void payMyself(long nonce) throws IOException {
    var gwei = BigInteger.valueOf(1_000_000_000);
    var transaction =
        RawTransaction.createTransaction(
            31_337,
            BigInteger.valueOf(nonce),
            BigInteger.valueOf(21_000),
            DEPLOYER.getAddress(),
            BigInteger.ZERO,
            "",
            gwei,
            gwei.multiply(BigInteger.TEN));
    chain.send(SENDING, Numeric.toHexString(TransactionEncoder.signMessage(transaction, DEPLOYER)));
  }

  private static Shell.Result deploy(Shell shell, String... more) {
    var arguments = new ArrayList<>(List.of("deploy", "--chain-id=31337", "--default-tiers"));
    arguments.addAll(List.of(more));
    return shell.as(DEPLOYER, arguments.toArray(String[]::new));
  }

  private void assertDeployedOnce(long before) throws Exception {
    assertThat(nonce()).isEqualTo(before + STEPS.size());
    var deployment = shell.deployment();
    assertThat(deployment.finishedAt()).isNotNull();
    assertThat(deployment.transactions()).extracting(sent -> sent.step()).isEqualTo(STEPS);
    var passes = requireNonNull(deployment.contracts()).tierPass();
    try (var node = Node.connect(chain.rpcUrl(), Duration.ofSeconds(5), 31_337)) {
      assertThat(Tiers.read(node, node.passes(passes)))
          .extracting(Tiers.Tier::name)
          .containsExactly("Bronze", "Silver", "Gold");
    }
  }

  /** A node answers before it has mined what it was sent. */
  private void awaitNonce(long nonce) {
    await().until(() -> nonce() == nonce);
  }

  private long nonce() throws IOException {
    return chain
        .web3j()
        .ethGetTransactionCount(DEPLOYER.getAddress(), DefaultBlockParameterName.LATEST)
        .send()
        .getTransactionCount()
        .longValueExact();
  }
}
