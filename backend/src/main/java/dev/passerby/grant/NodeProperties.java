package dev.passerby.grant;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who this node is.
 *
 * @param keyFile a file with the node's private key, 64 hex digits, that nobody but its owner may
 *     read; if absent, one in the data folder, made at the first start
 */
@ConfigurationProperties("passerby.node")
record NodeProperties(@Nullable Path keyFile) {}
