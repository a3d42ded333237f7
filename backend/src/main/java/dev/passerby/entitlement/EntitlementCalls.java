package dev.passerby.entitlement;

import dev.passerby.chain.Address;
import dev.passerby.chain.CallOutcome;
import dev.passerby.chain.ChainUnavailable;
import dev.passerby.chain.ContractAddresses;
import dev.passerby.chain.EthCall;
import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.utils.Numeric;

/** The three calls that tell what a wallet may do, and how their answers read. */
final class EntitlementCalls {

  private static final int WORD = 32;

  private EntitlementCalls() {}

  /**
   * One batch: {@code featuresOf} and {@code balanceOf} of the passes, {@code isActive} of the
   * stake.
   */
  static List<EthCall> about(Address wallet, ContractAddresses contracts) {
    return List.of(
        call(contracts.tierPass(), "featuresOf", wallet),
        call(contracts.tierPass(), "balanceOf", wallet),
        call(contracts.sessionStaking(), "isActive", wallet));
  }

  /**
   * Reads the answers to {@link #about}.
   *
   * @throws ChainUnavailable if they are not what the contracts answer
   */
  static Entitlement read(List<CallOutcome> answers) {
    if (answers.size() != 3) {
      throw unreadable();
    }
    var features = Feature.ofBits(word(answers.get(0)).longValue());
    var passes = word(answers.get(1)).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    var staked = word(answers.get(2)).equals(BigInteger.ONE);
    return new Entitlement(staked, passes, features);
  }

  private static EthCall call(Address contract, String function, Address wallet) {
    var argument = new org.web3j.abi.datatypes.Address(wallet.value());
    var data = FunctionEncoder.encode(new Function(function, List.of(argument), List.of()));
    return new EthCall(contract, Numeric.hexStringToByteArray(data), null);
  }

  private static BigInteger word(CallOutcome answer) {
    return switch (answer) {
      case CallOutcome.Returned returned when returned.data().length == WORD ->
          new BigInteger(1, returned.data());
      case CallOutcome.Returned _, CallOutcome.Reverted _ -> throw unreadable();
    };
  }

  private static ChainUnavailable unreadable() {
    return new ChainUnavailable("the contracts did not answer as they should", null);
  }
}
