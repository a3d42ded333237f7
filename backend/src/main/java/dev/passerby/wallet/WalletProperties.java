package dev.passerby.wallet;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Signing in.
 *
 * @param sessionLifetime from sign-in to the end of the session, used or not
 * @param maxSessions how many may be signed in at once; more are refused
 * @param nonceLifetime how long a challenge waits for its signature
 * @param maxNonces how many challenges may be open at once; more are refused
 * @param attemptsPerMinute challenges and sign-ins that one client address may send a minute, all
 *     at once if it likes
 */
@Validated
@ConfigurationProperties("passerby.wallet")
record WalletProperties(
    @DefaultValue("12h") @DurationMin(minutes = 1) @DurationMax(days = 30) Duration sessionLifetime,
    @DefaultValue("100000") @Min(1) int maxSessions,
    @DefaultValue("5m") @DurationMin(seconds = 10) @DurationMax(minutes = 10)
        Duration nonceLifetime,
    @DefaultValue("200000") @Min(1) int maxNonces,
    @DefaultValue("60") @Min(1) int attemptsPerMinute) {}
