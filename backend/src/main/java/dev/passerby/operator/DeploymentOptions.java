package dev.passerby.operator;

import dev.passerby.chain.ContractAddresses;
import dev.passerby.chain.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which chain is meant, and the file that says what is deployed there. */
final class DeploymentOptions {

  @Option(
      names = "--chain-id",
      paramLabel = "ID",
      description = "The chain that is meant; a node on any other stops everything.")
  @Nullable Long chainId;

  @Option(
      names = "--deployment",
      paramLabel = "FILE",
      description = "What is deployed there (default: deployments/<chain id>.json).")
  @Nullable Path file;

  /**
   * The file for the chain that is meant.
   *
   * @throws CommandFailure if neither is known
   */
  Path file() {
    if (file != null) {
      return file;
    }
    if (chainId == null) {
      throw new CommandFailure(ExitCode.USAGE, "Give --chain-id, or --deployment.");
    }
    return Path.of("deployments", chainId + ".json");
  }

  /**
   * What was deployed with the {@code deploy} command.
   *
   * @throws CommandFailure if that is nothing, or not finished, or on another chain
   */
  Deployed deployed() {
    var deployment = read(file());
    if (chainId != null && chainId != deployment.chainId()) {
      throw new CommandFailure(
          ExitCode.WRONG_CHAIN,
          "%s is for chain %d, not %d.".formatted(file(), deployment.chainId(), chainId));
    }
    var contracts = deployment.contracts();
    if (contracts == null) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "The deployment in " + file() + " is not finished: run deploy again, it goes on.");
    }
    return new Deployed(
        deployment.chainId(), contracts, Objects.requireNonNull(deployment.tierPass()).block());
  }

  static Deployment read(Path file) {
    if (!Files.exists(file)) {
      throw new CommandFailure(ExitCode.USAGE, "There is no deployment in " + file + ".");
    }
    try {
      return Deployment.read(file);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "There is something other than a deployment in " + file + ".", e);
    }
  }

  /**
   * Contracts that are there.
   *
   * @param since a block before which nothing of them is to be found
   */
  record Deployed(long chainId, ContractAddresses contracts, long since) {}
}
