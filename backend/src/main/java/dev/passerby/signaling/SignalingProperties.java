package dev.passerby.signaling;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of a socket. Size of a frame and of an outbox are part of the protocol, and not here.
 *
 * @param messagesPerSecond how many messages a connection may send in the long run
 * @param burst how many it may send at once; a page gathers dozens of candidates in a moment
 * @param errors how many errors it may cause at once
 * @param errorsPerMinute how many it may cause in the long run
 * @param callsPerMinute how many calls a line may make a minute, all at once if it likes
 * @param presencesPerMinute how often a line may say a minute who can find it and whom it looks for
 * @param connectionsPerWallet how many sockets a wallet may hold
 * @param pingEvery how often the peer is asked for a sign of life
 * @param silentFor after this long without one the socket is closed, at the next ping
 * @param headerWithin how long the head of an HTTP request may take to arrive
 * @param resumeWithin how long a line whose socket broke waits for the page to come back
 * @param drainWithin over how long the sockets are closed at a shutdown
 */
@Validated
@ConfigurationProperties("passerby.signaling")
public record SignalingProperties(
    @DefaultValue("20") @Min(1) int messagesPerSecond,
    @DefaultValue("100") @Min(1) int burst,
    @DefaultValue("10") @Min(1) int errors,
    @DefaultValue("10") @Min(1) int errorsPerMinute,
    @DefaultValue("10") @Min(1) int callsPerMinute,
    @DefaultValue("20") @Min(1) int presencesPerMinute,
    @DefaultValue("8") @Min(1) int connectionsPerWallet,
    @DefaultValue("4s") @DurationMin(millis = 1) Duration pingEvery,
    @DefaultValue("6s") @DurationMin(millis = 1) Duration silentFor,
    @DefaultValue("5s") @DurationMin(millis = 1) Duration headerWithin,
    @DefaultValue("30s") @DurationMin(millis = 1) Duration resumeWithin,
    @DefaultValue("8s") @DurationMin(millis = 1) Duration drainWithin) {}
