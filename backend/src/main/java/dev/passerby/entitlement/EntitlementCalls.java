package dev.passerby.entitlement;

import dev.passerby.chain.Address;
import dev.passerby.chain.ChainUnavailable;
import dev.passerby.chain.ContractAddresses;
import dev.passerby.chain.EthCall;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.utils.Numeric;

/** The three calls that tell what a wallet may do, and how their answers read. */
final class EntitlementCalls {

  private static final int CALLS = 3;
  private static final int WORD = 32;

  private EntitlementCalls() {}

  /**
   * For each wallet {@code featuresOf} and {@code balanceOf} of the passes, {@code isActive} of the
   * stake.
   */
  static List<EthCall> about(List<Address> wallets, ContractAddresses contracts) {
    return wallets.stream()
        .flatMap(
            wallet ->
                Stream.of(
                    call(contracts.tierPass(), "featuresOf", wallet),
                    call(contracts.tierPass(), "balanceOf", wallet),
                    call(contracts.sessionStaking(), "isActive", wallet)))
        .toList();
  }

  /**
   * Reads the answers to {@link #about}, an entitlement for every wallet.
   *
   * @throws ChainUnavailable if they are not what the contracts answer
   */
  static List<Entitlement> read(List<byte[]> answers) {
    if (answers.size() % CALLS != 0) {
      throw unreadable();
    }
    var entitlements = new ArrayList<Entitlement>(answers.size() / CALLS);
    for (var i = 0; i < answers.size(); i += CALLS) {
      var features = Feature.ofBits(word(answers.get(i)).longValue());
      var passes = word(answers.get(i + 1)).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
      var staked = word(answers.get(i + 2)).equals(BigInteger.ONE);
      entitlements.add(new Entitlement(staked, passes, features));
    }
    return entitlements;
  }

  private static EthCall call(Address contract, String function, Address wallet) {
    var argument = new org.web3j.abi.datatypes.Address(wallet.value());
    var data = FunctionEncoder.encode(new Function(function, List.of(argument), List.of()));
    return new EthCall(contract, Numeric.hexStringToByteArray(data), null);
  }

  private static BigInteger word(byte[] answer) {
    if (answer.length != WORD) {
      throw unreadable();
    }
    return new BigInteger(1, answer);
  }

  private static ChainUnavailable unreadable() {
    return new ChainUnavailable("the contracts did not answer as they should", null);
  }
}
