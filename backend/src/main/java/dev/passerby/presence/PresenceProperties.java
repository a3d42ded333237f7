package dev.passerby.presence;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is online for whom, and calls.
 *
 * @param ids most ids that all wallets of this node may state together; one takes some 200 bytes
 * @param idsPerWallet most different ones that a wallet may, on all its pages
 * @param ringFor how long a call rings
 */
@Validated
@ConfigurationProperties("passerby.presence")
record PresenceProperties(
    @DefaultValue("500000") @Min(1) int ids,
    @DefaultValue("4000") @Min(1) int idsPerWallet,
    @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration ringFor) {}
