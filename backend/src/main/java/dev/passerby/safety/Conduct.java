package dev.passerby.safety;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody: how often they were reported and what came of it, and how they report.
 *
 * @param against reports about them
 * @param by reports that they made
 * @param reporters how many different people have reported them
 * @param cooldown the one that runs
 */
public record Conduct(Tally against, Tally by, long reporters, @Nullable Cooldown cooldown) {

  /** Reports by what came of them. */
  public record Tally(long open, long upheld, long dismissed) {

    /** All of them. */
    public long all() {
      return open + upheld + dismissed;
    }
  }

  /** Somebody's cooldown that runs. */
  public record Cooldown(Instant since, Instant until, int step, String reason) {}
}
