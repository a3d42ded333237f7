package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.chain.DefaultTier;
import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.abi.datatypes.generated.Uint96;
import org.web3j.crypto.Hash;

/**
 * The transactions of a deployment, in their order.
 *
 * @param hash of all of them
 */
record DeploymentPlan(List<Step> steps, String hash) {

  static final String TIER_PASS = "TierPass";
  static final String SESSION_STAKING = "SessionStaking";

  /** What adding a default tier needs at most; the contract is not there yet for asking a node. */
  private static final BigInteger ADD_TIER_GAS = BigInteger.valueOf(130_000);

  /**
   * One transaction: it makes a contract, or calls {@code TierPass}.
   *
   * @param name its own within the plan
   * @param gasBeforehand what to expect as long as it cannot be estimated
   */
  record Step(String name, String data, @Nullable BigInteger gasBeforehand) {

    boolean makesContract() {
      return gasBeforehand == null;
    }
  }

  /**
   * @param node encodes the calls
   */
  static DeploymentPlan of(DeployTerms.Governed terms, Node node) {
    var steps = new ArrayList<Step>();
    steps.add(new Step(TIER_PASS, tierPass(terms), null));
    steps.add(new Step(SESSION_STAKING, sessionStaking(terms), null));
    if (terms.defaultTiers()) {
      var anyPasses = node.passes(terms.admin());
      for (var tier : DefaultTier.ALL) {
        var call =
            anyPasses.addTier(
                tier.name(),
                tier.price(),
                BigInteger.valueOf(tier.supplyCap()),
                BigInteger.valueOf(tier.features()));
        steps.add(new Step("tier " + tier.name(), call.encodeFunctionCall(), ADD_TIER_GAS));
      }
    }
    return new DeploymentPlan(List.copyOf(steps), Hash.sha3String(steps.toString()));
  }

  private static String tierPass(DeployTerms.Governed terms) {
    return TierPass.BINARY
        + FunctionEncoder.encodeConstructor(
            List.of(
                new TierPass.Governance(
                    terms.admin().value(),
                    seconds(terms.adminDelay()),
                    terms.operator().value(),
                    terms.pauser().value()),
                abi(terms.treasury()),
                new Uint96(terms.royalty()),
                new Uint64(seconds(terms.notice()))));
  }

  private static String sessionStaking(DeployTerms.Governed terms) {
    return SessionStaking.BINARY
        + FunctionEncoder.encodeConstructor(
            List.of(
                new SessionStaking.Governance(
                    terms.admin().value(),
                    seconds(terms.adminDelay()),
                    terms.operator().value(),
                    terms.pauser().value()),
                new SessionStaking.Terms(
                    terms.minimumStake().wei(),
                    seconds(terms.warmUp()),
                    seconds(terms.coolDown()),
                    seconds(terms.sessionLimit()),
                    seconds(terms.notice()))));
  }

  private static org.web3j.abi.datatypes.Address abi(Address address) {
    return new org.web3j.abi.datatypes.Address(address.value());
  }

  private static BigInteger seconds(Duration duration) {
    return BigInteger.valueOf(duration.toSeconds());
  }
}
