package dev.passerby.protocol;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody may meet nobody for a while. Reasons are only ever added. */
public enum CooldownReason {
  /** Several people have reported them. */
  REPORTS("reports"),
  /** The operator has looked at a report and decided so. */
  OPERATOR("operator");

  private final String wire;

  CooldownReason(String wire) {
    this.wire = wire;
  }

  /** The stable string, on the wire and in the database. */
  public String wire() {
    return wire;
  }

  /** The reason of this name, if there is one. */
  public static Optional<CooldownReason> named(String wire) {
    return Arrays.stream(values()).filter(reason -> reason.wire.equals(wire)).findFirst();
  }
}
