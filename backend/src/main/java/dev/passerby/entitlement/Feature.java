package dev.passerby.entitlement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a tier can unlock; the bits are those of {@code TierPass.Tier.features}. */
public enum Feature {
  CONTACTS(1),
  RECORDING(2),
  STREAMING(4),
  STUDIO_INPUTS(8),
  LARGE_ROOMS(16);

  private final int bit;

  Feature(int bit) {
    this.bit = bit;
  }

  /** The feature's bit in the contract's bitmap. */
  public int bit() {
    return bit;
  }

  /** The feature's name on the wire, e.g. {@code studio-inputs}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The features of a bitmap; bits that this version does not know are passed over. */
  public static Set<Feature> ofBits(long bits) {
    var features = EnumSet.noneOf(Feature.class);
    for (var feature : values()) {
      if ((bits & feature.bit) != 0) {
        features.add(feature);
      }
    }
    return Collections.unmodifiableSet(features);
  }
}
