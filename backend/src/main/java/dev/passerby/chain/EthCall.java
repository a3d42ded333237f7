package dev.passerby.chain;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.web3j.utils.Numeric;

/**
 * One read-only contract call.
 *
 * @param to the contract
 * @param data the ABI-encoded call
 * @param gas the most gas it may burn; the node's own limit if null
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString look inside
public record EthCall(Address to, byte[] data, @Nullable Long gas) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EthCall that
        && to.equals(that.to)
        && Arrays.equals(data, that.data)
        && Objects.equals(gas, that.gas);
  }

  @Override
  public int hashCode() {
    return 31 * to.hashCode() + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "EthCall[" + to.value() + " " + Numeric.toHexString(data) + "]";
  }
}
