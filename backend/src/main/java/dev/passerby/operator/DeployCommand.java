package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.chain.Deployment;
import java.time.Clock;
import java.util.Objects;
import org.web3j.crypto.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts both contracts on a chain. */
@Command(
    name = "deploy",
    description =
        "Puts both contracts on a chain and writes the file with which the service finds them. A"
            + " run that was interrupted is gone on with by the same command.")
final class DeployCommand implements Runnable {

  private final Console console;

  @Mixin NodeOptions node = new NodeOptions();
  @Mixin DeploymentOptions target = new DeploymentOptions();
  @Mixin DeployTerms terms = new DeployTerms();
  @Mixin KeyOptions key = new KeyOptions();
  @Mixin SendOptions send = new SendOptions();

  @Option(
      names = "--replace",
      description =
          "Sign a transaction anew whose place another one has taken, such as one that you sent to"
              + " get rid of it.")
  boolean replace;

  DeployCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    var chainId = target.chainId;
    if (chainId == null) {
      throw new CommandFailure(ExitCode.USAGE, "--chain-id is needed.");
    }
    try (var connected = node.connect(console, chainId)) {
      var signer = key.signer(console);
      var agreed = terms.complete(chainId, signer.address());
      var plan = DeploymentPlan.of(agreed, connected);
      if (agreed.gives(signer.address()) && !Deployment.isDevelopment(chainId)) {
        console.warn(
            "the deployer %s will have a role; let the admin dismiss it when it is done.",
            signer.address().value());
      }
      var transactions = new Transactions(connected, signer, send.patience);
      try (var file = DeploymentFile.open(target.file())) {
        deploy(connected, transactions, file, plan);
      }
    }
  }

  private void deploy(
      Node node, Transactions transactions, DeploymentFile file, DeploymentPlan plan) {
    var account = transactions.account();
    var begun = file.read();
    var deployment =
        begun.orElseGet(() -> Deployer.begin(node.chainId(), transactions.account(), plan));
    requireSame(deployment, node.chainId(), account, plan, file);
    if (deployment.contracts() != null) {
      requireThere(node, Objects.requireNonNull(deployment.tierPass()));
      requireThere(node, Objects.requireNonNull(deployment.sessionStaking()));
      console.say("All of it is deployed already: %s", file.path());
      return;
    }
    var deployer = new Deployer(console, node, transactions, file, plan, deployment);
    var balance = new Ether(node.balance(account));
    if (send.dryRun) {
      deployer.quote().print(console, node.chainId(), account, balance);
      return;
    }
    if (replace && deployer.forgetReplaced()) {
      console.say("The transaction that was replaced is signed anew.");
    }
    deployer.quote().requireFunds(account, balance);
    begun.ifPresent(
        earlier ->
            console.say(
                "Going on after %d of %d transactions.",
                earlier.transactions().size(), plan.steps().size()));
    say(deployer.finish(Clock.systemUTC()), file);
  }

  private void say(Deployment done, DeploymentFile file) {
    console.say("TierPass: %s", Objects.requireNonNull(done.tierPass()).address().value());
    console.say(
        "SessionStaking: %s", Objects.requireNonNull(done.sessionStaking()).address().value());
    console.say("Start the service with --passerby.chain.deployment=%s", file.path());
  }

  private static void requireSame(
      Deployment begun, long chainId, Address account, DeploymentPlan plan, DeploymentFile file) {
    if (begun.chainId() != chainId) {
      throw new CommandFailure(
          ExitCode.WRONG_CHAIN,
          "%s is for chain %d, not %d.".formatted(file.path(), begun.chainId(), chainId));
    }
    if (!begun.deployer().equals(account)) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "%s was begun by %s, not by %s."
              .formatted(file.path(), begun.deployer().value(), account.value()));
    }
    if (!begun.plan().equals(plan.hash())) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "%s was begun with other terms or another build. Go on with those, or choose another file"
                  .formatted(file.path())
              + " with --deployment to begin anew.");
    }
  }

  private static void requireThere(Node node, Deployment.Contract contract) {
    if (!Hash.sha3(node.code(contract.address())).equals(contract.codeHash())) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "What was deployed at %s is not there.".formatted(contract.address().value()));
    }
  }
}
