package dev.passerby.wallet;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses under which people open the page.
 *
 * @param origins such as {@code https://example.org}; when empty, {@code http://localhost} and
 *     {@code http://127.0.0.1} with the port that is listened on
 */
@ConfigurationProperties("passerby")
record OriginProperties(@DefaultValue List<String> origins) {}
