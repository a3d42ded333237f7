package dev.passerby.operator;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which node to ask, and for how long. */
final class NodeOptions {

  private static final String RPC_URL = "PASSERBY_CHAIN_RPC_URL";

  @Option(
      names = "--rpc-url",
      paramLabel = "URL",
      description =
          "The node's JSON-RPC endpoint, http or https. Without it, the first address in the"
              + " environment variable "
              + RPC_URL
              + " is taken, the better place for a secret.")
  @Nullable URI rpcUrl;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "Most time one answer of the node may take (default: ${DEFAULT-VALUE}).")
  Duration timeout = Duration.ofSeconds(10);

  /**
   * Connects, and makes sure of the chain before anything else happens.
   *
   * @throws CommandFailure if the node does not answer, or is on another chain
   */
  Node connect(Console console, long chainId) {
    return Node.connect(url(console), timeout, chainId);
  }

  private URI url(Console console) {
    if (rpcUrl != null) {
      return rpcUrl;
    }
    var listed = console.variable(RPC_URL);
    if (listed.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "There is no node: give --rpc-url, or set " + RPC_URL + ".");
    }
    try {
      return URI.create(listed.get().split(",", 2)[0].strip());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, RPC_URL + " is not an address.");
    }
  }
}
