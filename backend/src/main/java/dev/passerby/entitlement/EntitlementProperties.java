package dev.passerby.entitlement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the chain's word is remembered.
 *
 * @param maxAge age at which an entitlement is read again although no log said that it changed:
 *     some changes have no log (a warm-up that is over, a raised minimum whose notice is over), and
 *     nodes may lie
 * @param maxWallets most wallets remembered
 * @param walletsPerRequest most wallets read in one JSON-RPC batch of three calls each, twice that
 *     where a right must be confirmed; nodes limit batches, and some to a hundred calls
 */
@Validated
@ConfigurationProperties("passerby.entitlement")
record EntitlementProperties(
    @DefaultValue("60s") Duration maxAge,
    @DefaultValue("100000") @Min(1) int maxWallets,
    @DefaultValue("50") @Min(1) @Max(150) int walletsPerRequest) {}
