package dev.passerby.safety;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are protected from each other.
 *
 * @param reportsKeptFor after this long a report is deleted, settled or not
 * @param reportableFor how long after its end an encounter can still be reported, and the other
 *     blocked
 * @param reportsPerDay most reports that one wallet may make in 24 hours
 * @param blocksPerWallet most wallets that one wallet may have blocked
 * @param cooldown when somebody is reported too often, and what then
 */
@Validated
@ConfigurationProperties("passerby.safety")
public record SafetyProperties(
    @DefaultValue("90d") @DurationMin(hours = 1) @DurationMax(days = 3650) Duration reportsKeptFor,
    @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration reportableFor,
    @DefaultValue("20") @Min(1) @Max(1_000) int reportsPerDay,
    @DefaultValue("1000") @Min(1) @Max(10_000) int blocksPerWallet,
    @DefaultValue @Valid Cooldown cooldown) {

  /**
   * Keeps somebody from meeting anybody for a while.
   *
   * @param reporters this many different people must have reported somebody
   * @param within in this time
   * @param steps how long the first, the second, … cooldown is; further ones are as the last
   * @param growsFor after this long without another one, the next is a first one again
   * @param weighingReports how many reports of one person count within that time: who reports
   *     everybody decides over nobody
   */
  public record Cooldown(
      @DefaultValue("3") @Min(1) @Max(100) int reporters,
      @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 90) Duration within,
      @DefaultValue({"1h", "24h", "7d"}) @NotEmpty
          List<@DurationMin(seconds = 1) @DurationMax(days = 365) Duration> steps,
      @DefaultValue("90d") @DurationMin(hours = 1) @DurationMax(days = 3650) Duration growsFor,
      @DefaultValue("5") @Min(1) @Max(1_000) int weighingReports) {

    public Cooldown {
      steps = List.copyOf(steps);
    }

    @AssertTrue(message = "grows-for is at least as long as within, or reports would count twice")
    boolean isRememberedForLongEnough() {
      return growsFor.compareTo(within) >= 0;
    }

    /** How long a cooldown is that comes after this many in a row. */
    Duration after(int earlier) {
      return steps.get(Math.min(earlier, steps.size() - 1));
    }
  }
}
