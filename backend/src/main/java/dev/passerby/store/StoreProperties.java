package dev.passerby.store;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the service remembers.
 *
 * @param url {@code postgresql://host:port/database}, without user, password and parameters; {@code
 *     memory:} for a database that is gone with the process; an embedded one in the data folder if
 *     absent
 * @param username PostgreSQL's role
 * @param password its password, never printed
 * @param tls whether the way to PostgreSQL is encrypted, and who is believed to be at its end
 * @param tlsRootCertificate a PEM file with the authority that {@code verify-full} believes; the
 *     Java platform's own if absent
 * @param keyFile the key under which wallets are named in the database: 64 hex digits that nobody
 *     but its owner may read; made in the data folder if absent
 * @param connections most connections at a time
 * @param timeout most time one question to the database may take, the wait for a connection
 *     included
 */
@Validated
@ConfigurationProperties("passerby.store")
public record StoreProperties(
    @Nullable @Pattern(regexp = "memory:|postgresql://[^/?#@\\s]+/[^/?#@\\s]+") String url,
    @DefaultValue("passerby") String username,
    @DefaultValue("") String password,
    @DefaultValue("prefer") Tls tls,
    @Nullable Path tlsRootCertificate,
    @Nullable Path keyFile,
    @DefaultValue("8") @Min(1) @Max(200) int connections,
    @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(seconds = 30) Duration timeout) {

  /** libpq's {@code sslmode}, as far as it is of use. */
  public enum Tls {
    DISABLE,
    /** Encrypted where the server can; believes anybody. */
    PREFER,
    /** Encrypted or not at all; believes anybody. */
    REQUIRE,
    /** Encrypted, and the server's certificate is good for its name. */
    VERIFY_FULL;

    String sslMode() {
      return switch (this) {
        case DISABLE -> "disable";
        case PREFER -> "prefer";
        case REQUIRE -> "require";
        case VERIFY_FULL -> "verify-full";
      };
    }
  }

  @AssertTrue(message = "passerby.store.tls-root-certificate goes with tls: verify-full")
  boolean isCertificateOfUse() {
    return tlsRootCertificate == null || tls == Tls.VERIFY_FULL;
  }

  @Override
  public String toString() {
    return "StoreProperties[url=%s, username=%s, password=[REDACTED], tls=%s]"
        .formatted(url, username, tls);
  }
}
