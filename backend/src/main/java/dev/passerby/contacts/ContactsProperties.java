package dev.passerby.contacts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of people for people.
 *
 * @param perWallet most contacts of one wallet
 * @param requestsPerMinute how many requests about contacts one wallet may send a minute, all at
 *     once if it likes: enough to bring a whole list along
 * @param bodyWithin how long the body of a request may take to arrive
 */
@Validated
@ConfigurationProperties("passerby.contacts")
record ContactsProperties(
    @DefaultValue("500") @Min(1) @Max(5_000) int perWallet,
    @DefaultValue("600") @Min(1) @Max(100_000) int requestsPerMinute,
    @DefaultValue("10s") @DurationMin(millis = 1) Duration bodyWithin) {}
