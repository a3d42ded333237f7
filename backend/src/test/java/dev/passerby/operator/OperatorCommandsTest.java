package dev.passerby.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.PasserbyApplication;
import dev.passerby.chain.TestChain;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

class OperatorCommandsTest {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

  @TempDir Path folder;

  @Test
  void theServiceStartsWithoutACommand() {
    assertThat(OperatorCommands.areAskedFor()).isFalse();
    assertThat(OperatorCommands.areAskedFor("--server.port=0", "--fresh")).isFalse();
    assertThat(OperatorCommands.areAskedFor("status")).isTrue();
    assertThat(OperatorCommands.areAskedFor("--help")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "deploy",
        "tier",
        "tier add",
        "tier close",
        "tier price",
        "withdraw",
        "reports",
        "reports list",
        "reports show",
        "reports settle",
        "reports lift",
        "reports purge"
      })
  void everyCommandHasHelp(String command) {
    var result = Shell.run(Map.of(), (command + " --help").strip().split(" "));

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("Usage: java -jar passerby.jar " + command, "Exit codes:", "against the rules")
        .doesNotContain("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "tier",
        "tier sell 1",
        "tier close one",
        "deploy --notice=7",
        "reports",
        "reports settle ABCDE-FGHJK --because=so",
        "reports settle ABCDE-FGHJK --uphold --dismiss --because=so",
        "reports list --category=rudeness",
        "reports lift"
      })
  void saysInOneLineWhatIsWrongWithTheArguments(String command) {
    var result = new Shell(NOWHERE, folder).anonymously(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(result.err()).startsWith("Error: ").endsWith("(see --help)\n");
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void doesNotWaitForeverForANodeThatIsSilent() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var node = URI.create("http://127.0.0.1:%d/secret".formatted(silent.getLocalPort()));

      var result = new Shell(node, folder).anonymously("deploy", "--chain-id=1", "--timeout=300ms");

      assertThat(result.exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
      assertThat(result.err())
          .isEqualTo("Error: The node at 127.0.0.1 does not answer, or not sensibly.\n");
    }
  }

  @Test
  void theNodesAddressMayComeFromTheEnvironment() {
    var environment = Map.of("PASSERBY_CHAIN_RPC_URL", NOWHERE + ", http://127.0.0.2:9");

    var result = Shell.run(environment, "deploy", "--chain-id=1");

    assertThat(result.exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
    assertThat(result.err()).contains("127.0.0.1");
  }

  @Test
  void exitCodesNeverChange() {
    assertThat(ExitCode.values())
        .extracting(code -> code + "=" + code.number())
        .startsWith(
            "DONE=0",
            "FAILED=1",
            "USAGE=2",
            "WRONG_CHAIN=3",
            "NO_KEY=4",
            "REFUSED=5",
            "NO_ANSWER=6",
            "REVERTED=7",
            "PENDING=8",
            "NOT_FOUND=9");
  }

  @Test
  void theProgramItselfDeploysAndTheServiceStartsAgainstTheFile() throws Exception {
    try (var chain = TestChain.start()) {
      var shell = new Shell(chain, folder.resolve("31337.json"));
      var deploying = start(shell.complete("deploy", "--chain-id=31337", "--default-tiers"));
      var said = new String(deploying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var complained =
          new String(deploying.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(complained).isEmpty();
      assertThat(deploying.waitFor()).isZero();
      // Nothing but what the command says: no request, no log line, no key.
      assertThat(said.lines())
          .allMatch(
              line -> line.matches("(TierPass|SessionStaking|tier \\w+): .*|Start the service .*"));

      try (var service =
          new SpringApplicationBuilder(PasserbyApplication.class)
              .run(
                  "--server.port=0",
                  "--passerby.chain.rpc-url=" + chain.rpcUrl(),
                  "--passerby.chain.deployment=" + shell.file())) {
        var contracts = requireNonNull(shell.deployment().contracts());
        var port = service.getEnvironment().getProperty("local.server.port");
        WebTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .build()
            .get()
            .uri("/api/config")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .jsonPath("$.tierPass")
            .isEqualTo(contracts.tierPass().value())
            .jsonPath("$.sessionStaking")
            .isEqualTo(contracts.sessionStaking().value());
      }
    }
  }

  private static Process start(String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PasserbyApplication.class.getName());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("PASSERBY_OPERATOR_KEY", Shell.key(TestChain.account(9)));
    return builder.start();
  }
}
