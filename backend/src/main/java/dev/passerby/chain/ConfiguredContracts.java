package dev.passerby.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which contracts to serve on a chain that someone else runs: two addresses, or a deployment. */
final class ConfiguredContracts {

  private ConfiguredContracts() {}

  /**
   * The contracts' addresses.
   *
   * @throws ChainStartFailure if they are not given, or given twice
   */
  static ContractAddresses of(ChainProperties properties) {
    var file = properties.deployment();
    if (file == null) {
      return new ContractAddresses(
          address(properties.tierPass(), "tier-pass"),
          address(properties.sessionStaking(), "session-staking"));
    }
    if (properties.tierPass() != null || properties.sessionStaking() != null) {
      throw new ChainStartFailure(
          "passerby.chain.deployment is set, and so are the contracts' addresses.",
          "Remove passerby.chain.tier-pass and passerby.chain.session-staking.");
    }
    var contracts = read(file).contracts();
    if (contracts == null) {
      throw new ChainStartFailure(
          "The deployment in %s is not finished.".formatted(file),
          "Run the same deploy command again; it goes on where it was interrupted.");
    }
    return contracts;
  }

  /**
   * @throws ChainStartFailure if the deployment is for another chain than the node's
   */
  static void requireChain(ChainProperties properties, long chainId) {
    var file = properties.deployment();
    if (file != null && read(file).chainId() != chainId) {
      throw new ChainStartFailure(
          "The deployment in %s is for chain %d, and the node is on chain %d."
              .formatted(file, read(file).chainId(), chainId),
          "Correct passerby.chain.deployment or passerby.chain.rpc-url.");
    }
  }

  /**
   * @throws ChainStartFailure if there is a deployment, but no node to find it on
   */
  static void requireNoDeployment(ChainProperties properties) {
    if (properties.deployment() != null) {
      throw new ChainStartFailure(
          "passerby.chain.deployment is set, but passerby.chain.rpc-url is not.",
          "Set it to a node of the deployment's chain.");
    }
  }

  private static Deployment read(Path file) {
    try {
      return Deployment.read(file);
    } catch (IOException e) {
      throw new ChainStartFailure(
          "passerby.chain.deployment is not a deployment that can be read: " + file,
          "Set it to the file that the deploy command has written.",
          e);
    }
  }

  private static Address address(@Nullable String address, String setting) {
    try {
      return new Address(Objects.requireNonNullElse(address, ""));
    } catch (IllegalArgumentException e) {
      throw new ChainStartFailure(
          "passerby.chain.%s is not an address.".formatted(setting),
          "Set it to where the contract lives (0x and 40 hex digits), or set"
              + " passerby.chain.deployment.",
          e);
    }
  }
}
