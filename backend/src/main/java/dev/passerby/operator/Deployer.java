package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.chain.Deployment;
import dev.passerby.chain.Deployment.Contract;
import dev.passerby.chain.Deployment.Sent;
import dev.passerby.operator.DeploymentPlan.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/**
 * Takes a deployment to its end, from wherever it was left. Every transaction is in the file,
 * signed, before it is sent: whatever happens then, the next run sends the same bytes again and the
 * chain takes them once.
 */
final class Deployer {

  private final Console console;
  private final Node node;
  private final Transactions transactions;
  private final DeploymentFile file;
  private final DeploymentPlan plan;
  private Deployment deployment;

  /**
   * @param deployment as the file has it
   */
  Deployer(
      Console console,
      Node node,
      Transactions transactions,
      DeploymentFile file,
      DeploymentPlan plan,
      Deployment deployment) {
    this.console = console;
    this.node = node;
    this.transactions = transactions;
    this.file = file;
    this.plan = plan;
    this.deployment = deployment;
  }

  /** What is still to be paid; what is sent already costs no more. */
  Quote quote() {
    var quote = new Quote(Fees.now(node));
    for (var step : plan.steps()) {
      if (sent(step).isEmpty()) {
        var known = step.gasBeforehand();
        quote.add(
            step.name(),
            known == null ? node.estimateGas(transactions.account(), null, step.data()) : known);
      }
    }
    return quote;
  }

  /**
   * Forgets the last transaction if another has taken its place.
   *
   * @return whether it did
   */
  boolean forgetReplaced() {
    var last = deployment.transactions().isEmpty() ? null : deployment.transactions().getLast();
    if (last == null || last.block() != null || !transactions.isReplaced(last)) {
      return false;
    }
    keep(without(last));
    return true;
  }

  /** Does what is left to do. */
  Deployment finish(Clock clock) {
    for (var step : plan.steps()) {
      var sent = sent(step).orElseGet(() -> sign(step));
      if (sent.block() == null) {
        settle(sent, step);
      }
    }
    keep(
        new Deployment(
            deployment.chainId(),
            deployment.deployer(),
            deployment.plan(),
            deployment.transactions(),
            contract(DeploymentPlan.TIER_PASS),
            contract(DeploymentPlan.SESSION_STAKING),
            clock.instant()));
    return deployment;
  }

  private Sent sign(Step step) {
    var to = step.makesContract() ? null : made(DeploymentPlan.TIER_PASS).contract();
    var gas = node.estimateGas(transactions.account(), to, step.data());
    var sent = transactions.sign(step.name(), to, step.data(), gas, transactions.nextNonce());
    var all = new ArrayList<>(deployment.transactions());
    all.add(sent);
    keep(all);
    console.say("%s: transaction %s", step.name(), sent.hash());
    return sent;
  }

  private void settle(Sent sent, Step step) {
    var receipt = transactions.settle(sent);
    if (!receipt.isStatusOK()) {
      keep(without(sent));
      throw new CommandFailure(
          ExitCode.REVERTED,
          "%s: transaction %s failed. Run the command again to repeat it."
              .formatted(sent.step(), sent.hash()));
    }
    var all = without(sent);
    all.add(mined(sent, step, receipt));
    keep(all);
    console.say(
        "%s: mined in block %d, %,d gas",
        step.name(), receipt.getBlockNumber(), receipt.getGasUsed());
  }

  private static Sent mined(Sent sent, Step step, TransactionReceipt receipt) {
    var contract = step.makesContract() ? new Address(receipt.getContractAddress()) : null;
    return new Sent(
        sent.step(),
        sent.nonce(),
        sent.hash(),
        null,
        contract,
        receipt.getBlockNumber().longValueExact());
  }

  private Contract contract(String name) {
    var sent = made(name);
    var address = Objects.requireNonNull(sent.contract());
    var code = node.code(address);
    if (code.length() <= 2) {
      throw new CommandFailure(
          ExitCode.NO_ANSWER,
          "There is no code at %s, where %s was made: the chain was reorganised."
              .formatted(address.value(), name));
    }
    return new Contract(
        address, Objects.requireNonNull(sent.block()), sent.hash(), Hash.sha3(code));
  }

  private Sent made(String name) {
    return deployment.transactions().stream()
        .filter(sent -> sent.step().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Sent> sent(Step step) {
    return deployment.transactions().stream()
        .filter(sent -> sent.step().equals(step.name()))
        .findFirst();
  }

  private List<Sent> without(Sent unwanted) {
    var rest = new ArrayList<>(deployment.transactions());
    rest.remove(unwanted);
    return rest;
  }

  private void keep(List<Sent> sent) {
    keep(
        new Deployment(
            deployment.chainId(),
            deployment.deployer(),
            deployment.plan(),
            sent,
            deployment.tierPass(),
            deployment.sessionStaking(),
            deployment.finishedAt()));
  }

  private void keep(Deployment changed) {
    file.write(changed);
    deployment = changed;
  }

  /** Nothing done yet. */
  static Deployment begin(long chainId, Address deployer, DeploymentPlan plan) {
    return new Deployment(chainId, deployer, plan.hash(), List.of(), null, null, null);
  }
}
