package dev.passerby.operator;

import dev.passerby.chain.Address;
import java.math.BigInteger;

/** One transaction to a contract that is there, from its estimate to its receipt. */
final class ContractCall {

  private final Console console;
  private final Node node;
  private final Signer signer;
  private final SendOptions options;

  ContractCall(Console console, Node node, Signer signer, SendOptions options) {
    this.console = console;
    this.node = node;
    this.signer = signer;
    this.options = options;
  }

  /**
   * Sends it and waits until it is mined, or says what that would cost.
   *
   * @param step what it does, for the operator
   * @return whether it was sent
   * @throws CommandFailure if the contract refuses
   */
  boolean send(String step, Address to, String data) {
    var account = signer.address();
    var transactions = new Transactions(node, signer, options.patience);
    if (options.dryRun) {
      quote(step, node.estimateGas(account, to, data))
          .print(console, node.chainId(), account, balance());
      return false;
    }
    // First of all: nodes estimate upon what is not mined yet.
    var nonce = transactions.nextNonce();
    var gas = node.estimateGas(account, to, data);
    quote(step, gas).requireFunds(account, balance());
    var sent = transactions.sign(step, to, data, gas, nonce);
    console.say("%s: transaction %s", step, sent.hash());
    var receipt = transactions.settle(sent);
    if (!receipt.isStatusOK()) {
      throw new CommandFailure(
          ExitCode.REVERTED, "%s: transaction %s failed.".formatted(step, sent.hash()));
    }
    console.say(
        "%s: mined in block %d, %,d gas", step, receipt.getBlockNumber(), receipt.getGasUsed());
    return true;
  }

  private Quote quote(String step, BigInteger gas) {
    var quote = new Quote(Fees.now(node));
    quote.add(step, gas);
    return quote;
  }

  private Ether balance() {
    return new Ether(node.balance(signer.address()));
  }
}
