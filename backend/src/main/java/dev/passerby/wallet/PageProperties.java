package dev.passerby.wallet;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the page may do.
 *
 * @param connectTo where it may send requests besides this service and the chain, as sources of a
 *     Content-Security-Policy: whoever streams by WHIP sends straight to an ingest of their own, in
 *     the clear only to one on their own machine
 */
@Validated
@ConfigurationProperties("passerby.page")
record PageProperties(
    @DefaultValue({"https:", "http://localhost:*", "http://127.0.0.1:*"})
        List<@Pattern(regexp = "[^\\s;,]+") String> connectTo) {}
