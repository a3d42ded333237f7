package dev.passerby.chain;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the service keeps between runs.
 *
 * @param folder where; {@code .passerby} at the repository's root, or in the working directory
 *     outside a repository, if absent
 */
@ConfigurationProperties("passerby.data")
record DataProperties(@Nullable Path folder) {}
