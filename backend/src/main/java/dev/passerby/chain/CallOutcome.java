package dev.passerby.chain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.web3j.utils.Numeric;

/** What a contract answered. That the node itself did not answer is {@link ChainUnavailable}. */
public sealed interface CallOutcome {

  /** The call returned these ABI-encoded bytes; none if there is no code at the address. */
  @SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString look inside
  record Returned(byte[] data) implements CallOutcome {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Returned that && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(data);
    }

    @Override
    public String toString() {
      return "Returned[" + Numeric.toHexString(data) + "]";
    }
  }

  /**
   * The contract reverted, or ran out of the call's gas; the data starts with its error's selector,
   * if it gave one.
   */
  @SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString look inside
  record Reverted(byte[] data) implements CallOutcome {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Reverted that && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(data);
    }

    @Override
    public String toString() {
      return "Reverted[" + Numeric.toHexString(data) + "]";
    }
  }
}
