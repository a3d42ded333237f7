package dev.passerby.protocol;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is reported for. */
public enum ReportCategory {
  NUDITY("nudity"),
  HARASSMENT("harassment"),
  /** Somebody seems to be under age. */
  MINOR("minor"),
  HATE("hate"),
  SPAM("spam"),
  OTHER("other");

  private final String wire;

  ReportCategory(String wire) {
    this.wire = wire;
  }

  /** The stable string, on the wire and in the database. */
  public String wire() {
    return wire;
  }

  /** The category of this name, if there is one. */
  public static Optional<ReportCategory> named(String wire) {
    return Arrays.stream(values()).filter(category -> category.wire.equals(wire)).findFirst();
  }
}
