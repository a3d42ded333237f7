package dev.passerby.safety;

import dev.passerby.protocol.ReportCategory;
import dev.passerby.store.Pseudonym;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as the operator sees it.
 *
 * @param weighs whether it counts towards a cooldown
 * @param settlement there once the operator has looked at it
 */
public record ReportEntry(
    String receipt,
    Instant madeAt,
    Instant expiresAt,
    ReportCategory category,
    @Nullable String note,
    String encounter,
    Pseudonym reporter,
    Pseudonym reported,
    boolean weighs,
    @Nullable Settlement settlement) {

  /** What the operator found. */
  public enum Outcome {
    /** The report is true. */
    UPHELD,
    /** It is not, or not against the rules; it no longer counts. */
    DISMISSED;

    /** The stable string in the database. */
    public String word() {
      return this == UPHELD ? "upheld" : "dismissed";
    }

    static Outcome of(String word) {
      return word.equals("upheld") ? UPHELD : DISMISSED;
    }
  }

  /** What the operator found, and why. */
  public record Settlement(Outcome outcome, Instant at, String because) {}
}
