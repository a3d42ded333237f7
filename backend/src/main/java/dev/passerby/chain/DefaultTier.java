package dev.passerby.chain;

import java.math.BigInteger;
import java.util.List;
import org.web3j.utils.Convert;

/**
 * A tier that a deployment may start with.
 *
 * @param price in wei
 * @param supplyCap most passes that may ever enter it
 * @param features the contract's bitmap
 */
public record DefaultTier(String name, BigInteger price, long supplyCap, long features) {

  /** Bronze, Silver and Gold, each unlocking what the one before it does, and more. */
  public static final List<DefaultTier> ALL =
      List.of(
          new DefaultTier("Bronze", ether("0.01"), 10_000, 3),
          new DefaultTier("Silver", ether("0.05"), 2_000, 15),
          new DefaultTier("Gold", ether("0.25"), 500, 31));

  private static BigInteger ether(String amount) {
    return Convert.toWei(amount, Convert.Unit.ETHER).toBigIntegerExact();
  }
}
