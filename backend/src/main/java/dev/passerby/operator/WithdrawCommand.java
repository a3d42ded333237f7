package dev.passerby.operator;

import dev.passerby.chain.Address;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pulls the income of the passes. */
@Command(name = "withdraw", description = "Pulls the income of the passes; for the treasury.")
final class WithdrawCommand implements Runnable {

  private final Console console;

  @Mixin NodeOptions node = new NodeOptions();
  @Mixin DeploymentOptions deployment = new DeploymentOptions();
  @Mixin KeyOptions key = new KeyOptions();
  @Mixin SendOptions send = new SendOptions();

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      description = "Where it goes (default: the treasury's own account).")
  @Nullable Address to;

  WithdrawCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    var there = deployment.deployed();
    try (var connected = node.connect(console, there.chainId())) {
      var tierPass = there.contracts().tierPass();
      var income = new Ether(connected.balance(tierPass));
      if (income.wei().signum() == 0) {
        console.say("There is no income to withdraw. Nothing was sent.");
        return;
      }
      var signer = key.signer(console);
      var receiver = to == null ? signer.address() : to;
      var call = connected.passes(tierPass).withdrawIncome(receiver.value());
      new ContractCall(console, connected, signer, send)
          .send(
              "withdraw %s to %s".formatted(income, receiver.value()),
              tierPass,
              call.encodeFunctionCall());
    }
  }
}
