package dev.passerby.safety;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Columns that are never null. */
final class Columns {

  private Columns() {}

  static String text(Readable row, String name) {
    return Objects.requireNonNull(row.get(name, String.class), name);
  }

  static int number(Readable row, String name) {
    return Objects.requireNonNull(row.get(name, Integer.class), name);
  }

  static boolean flag(Readable row, String name) {
    return Objects.requireNonNull(row.get(name, Boolean.class), name);
  }

  static Instant instant(Readable row, String name) {
    return Objects.requireNonNull(row.get(name, Instant.class), name);
  }

  /** As the databases keep it: to the millisecond, so that what is read equals what was written. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
