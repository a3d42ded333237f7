package dev.passerby.operator;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether transactions are sent, and how long they are waited for. */
final class SendOptions {

  @Option(
      names = "--dry-run",
      description = "Say what it would cost in gas and ether, and send nothing.")
  boolean dryRun;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "10m",
      description = "Most time to wait until a transaction is mined (default: ${DEFAULT-VALUE}).")
  Duration patience = Duration.ofMinutes(10);
}
