package dev.passerby.operator;

import java.math.BigInteger;
import org.web3j.protocol.core.methods.response.EthMaxPriorityFeePerGas;

/**
 * What gas costs now (EIP-1559), in wei.
 *
 * @param base the latest block's base fee
 * @param tip what the node suggests on top of it
 */
record Fees(BigInteger base, BigInteger tip) {

  /** Where the node suggests nothing: what most wallets offer then. */
  private static final BigInteger USUAL_TIP = BigInteger.valueOf(1_000_000_000);

  /**
   * Asks the node.
   *
   * @throws CommandFailure if the chain has no base fee
   */
  static Fees now(Node node) {
    var block = node.latestBlock();
    if (block.getBaseFeePerGasRaw() == null) {
      throw new CommandFailure(
          ExitCode.REFUSED, "The chain's blocks have no base fee (EIP-1559). Nothing was sent.");
    }
    var suggestion =
        node.tryAsk(
            node.web3j().ethMaxPriorityFeePerGas(),
            EthMaxPriorityFeePerGas::getMaxPriorityFeePerGas);
    return new Fees(block.getBaseFeePerGas(), suggestion.orElse(USUAL_TIP));
  }

  /** Pays for six full blocks of rising base fee. */
  BigInteger most() {
    return base.multiply(BigInteger.TWO).add(tip);
  }

  /** What this much gas costs if it is mined now. */
  Ether expected(BigInteger gas) {
    return new Ether(base.add(tip).multiply(gas));
  }

  /** The most that this much gas can cost. */
  Ether atMost(BigInteger gas) {
    return new Ether(most().multiply(gas));
  }
}
