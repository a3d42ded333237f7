package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an EIP-4361 message that decide something. Domain, URI, version and chain are kept
 * as they were signed: they are compared as text, so no two spellings are ever equal.
 *
 * @param scheme what stood before {@code ://} and the domain
 */
record SignInMessage(
    @Nullable String scheme,
    String domain,
    Address address,
    String uri,
    String version,
    String chainId,
    String nonce,
    Instant issuedAt,
    @Nullable Instant expirationTime,
    @Nullable Instant notBefore) {}
