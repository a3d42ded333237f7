package dev.passerby.operator;

import dev.passerby.chain.Address;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** What some transactions need in gas, and what that costs at today's fees. */
final class Quote {

  private final Map<String, BigInteger> gas = new LinkedHashMap<>();
  private final Fees fees;

  Quote(Fees fees) {
    this.fees = fees;
  }

  /** Adds a transaction. */
  void add(String step, BigInteger needed) {
    gas.put(step, needed);
  }

  /** Gas of all of them. */
  BigInteger total() {
    return gas.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Says it, transaction by transaction. */
  void print(Console console, long chainId, Address account, Ether balance) {
    console.say("Dry run on chain %d as %s: nothing is sent.", chainId, account.value());
    gas.forEach((step, needed) -> console.say("  %-24s %,12d gas", step, needed));
    console.say("  %-24s %,12d gas", "together", total());
    console.say(
        "  costs %s at a base fee of %s and a tip of %s; at most %s",
        fees.expected(total()),
        new Ether(fees.base()).inGwei(),
        new Ether(fees.tip()).inGwei(),
        fees.atMost(total()));
    console.say("  the account has %s", balance);
  }

  /**
   * @throws CommandFailure if the account could run dry
   */
  void requireFunds(Address account, Ether balance) {
    var most = fees.atMost(total());
    if (balance.wei().compareTo(most.wei()) < 0) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "The account %s has %s, and this can cost %s. Nothing was sent."
              .formatted(account.value(), balance, most));
    }
  }
}
