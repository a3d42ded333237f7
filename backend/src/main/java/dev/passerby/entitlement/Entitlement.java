package dev.passerby.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a wallet may do, as the chain says.
 *
 * @param staked whether its active stake reaches the minimum
 * @param passes how many passes it holds
 * @param features what those passes unlock together
 */
public record Entitlement(boolean staked, int passes, Set<Feature> features) {

  public Entitlement {
    features = Collections.unmodifiableSet(new TreeSet<>(features));
  }

  /** What is in both of them. */
  Entitlement and(Entitlement other) {
    var common = new TreeSet<>(features);
    common.retainAll(other.features);
    return new Entitlement(staked && other.staked, Math.min(passes, other.passes), common);
  }

  /** Whether it may meet strangers: a pass holder does as a staker does. */
  @JsonProperty
  public boolean mayMeet() {
    return staked || passes > 0;
  }
}
