package dev.passerby.streaming;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the service streams to, and how much of it.
 *
 * @param ffmpeg path of the program; when it is not given, one on the PATH. Without any, pages are
 *     not offered RTMP
 * @param ports the only ports of an ingest that are connected to
 * @param deniedNetworks networks that are not streamed to, whatever else is said of them
 * @param allowedNetworks networks that are streamed to although they are not public, such as {@code
 *     10.1.0.0/16}, or are those of this machine
 * @param streams how many streams this node runs at once
 * @param transcodes how many of them may need their picture encoded anew, which costs most of a
 *     core
 * @param streamsPerWallet how many a wallet may run at once
 * @param startsPerMinute how many a wallet may begin in a minute
 * @param perSecond how much media a page may send in the long run
 * @param connectWithin most time until an ingest takes a stream, all of its addresses tried, and
 *     for its name to be looked up
 * @param returnWithin how long an ingest that was lost is tried again
 * @param slowFor after so long behind the page's media a stream ends
 * @param silentFor after so long without media a stream ends
 * @param makesWayAfter after so long without media it does when its wallet begins another
 */
@Validated
@ConfigurationProperties("passerby.streaming")
record StreamingProperties(
    @Nullable Path ffmpeg,
    @DefaultValue({"443", "1935"}) List<@Min(1) @Max(65535) Integer> ports,
    @DefaultValue List<Network> deniedNetworks,
    @DefaultValue List<Network> allowedNetworks,
    @DefaultValue("20") @Min(1) int streams,
    @DefaultValue("2") @Min(0) int transcodes,
    @DefaultValue("1") @Min(1) int streamsPerWallet,
    @DefaultValue("10") @Min(1) int startsPerMinute,
    @DefaultValue("1MB") DataSize perSecond,
    @DefaultValue("10s") @DurationMin(millis = 1) Duration connectWithin,
    @DefaultValue("30s") @DurationMin(millis = 1) Duration returnWithin,
    @DefaultValue("20s") @DurationMin(millis = 1) Duration slowFor,
    @DefaultValue("15s") @DurationMin(millis = 1) Duration silentFor,
    @DefaultValue("3s") @DurationMin(millis = 1) Duration makesWayAfter) {}
