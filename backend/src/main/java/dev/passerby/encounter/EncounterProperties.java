package dev.passerby.encounter;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are brought together. The length of a round is not here: it is the contract's.
 *
 * @param connectWithin from the match until both must see each other
 * @param answerWithin how long both have to say whether they want another round
 * @param pauseWithin how long the clock of a round may stand still, all in all; nothing for never,
 *     and no more than a minute, which is as much as a page grants
 * @param reviveWithin after a restart, how long the first of the two to come back waits for the
 *     other
 * @param widenEvery after this long a waiting person asks for less, and after twice this long for
 *     nothing
 * @param widenEveryWhenFew the same while fewer than {@code few} wait, when there is little to hope
 *     for
 * @param few how many are few
 * @param entitlementWithin how long the chain may take to tell what a wallet may do
 */
@Validated
@ConfigurationProperties("passerby.encounter")
public record EncounterProperties(
    @DefaultValue("20s") @DurationMin(millis = 1) Duration connectWithin,
    @DefaultValue("20s") @DurationMin(millis = 1) Duration answerWithin,
    @DefaultValue("60s") @DurationMin @DurationMax(seconds = 60) Duration pauseWithin,
    @DefaultValue("30s") @DurationMin(millis = 1) Duration reviveWithin,
    @DefaultValue("3s") @DurationMin(millis = 1) Duration widenEvery,
    @DefaultValue("1s") @DurationMin(millis = 1) Duration widenEveryWhenFew,
    @DefaultValue("16") @Min(0) int few,
    @DefaultValue("5s") @DurationMin(millis = 1) Duration entitlementWithin) {}
