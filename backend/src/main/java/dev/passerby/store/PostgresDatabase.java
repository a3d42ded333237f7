package dev.passerby.store;

import dev.passerby.store.StoreProperties.Tls;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ConnectionFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server's database. */
final class PostgresDatabase implements Database {

  private static final int PORT = 5432;
  private static final String CONNECT_SECONDS = "5";

  private final URI url;
  private final String username;
  private final String password;
  private final Tls tls;
  private final @Nullable Path authority;

  PostgresDatabase(URI url, StoreProperties properties) {
    if (!"postgresql".equals(url.getScheme()) || url.getHost() == null || url.getPath().isEmpty()) {
      throw new StoreFailure(
          "The database's address is none.", "Write postgresql://host:port/database.");
    }
    this.url = url;
    this.username = properties.username();
    this.password = properties.password();
    this.tls = properties.tls();
    this.authority = properties.tlsRootCertificate();
  }

  @Override
  public ConnectionFactory connections(Duration timeout) {
    var settings =
        PostgresqlConnectionConfiguration.builder()
            .host(url.getHost())
            .port(port())
            .database(name())
            .username(username)
            .password(password)
            .applicationName("passerby")
            .sslMode(SSLMode.fromValue(tls.sslMode()))
            .connectTimeout(timeout)
            // The server gives up together with whoever asked.
            .statementTimeout(timeout)
            .lockWaitTimeout(timeout)
            .tcpKeepAlive(true);
    if (authority != null) {
      settings.sslRootCert(authority.toString());
    }
    return new PostgresqlConnectionFactory(settings.build());
  }

  @Override
  public void locate(FluentConfiguration flyway) {
    var properties = new HashMap<String, String>();
    properties.put("connectTimeout", CONNECT_SECONDS);
    properties.put("loginTimeout", CONNECT_SECONDS);
    properties.put("sslmode", tls.sslMode());
    if (authority != null) {
      properties.put("sslrootcert", authority.toString());
    } else if (tls == Tls.VERIFY_FULL) {
      properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    flyway
        .dataSource("jdbc:postgresql://" + address(), username, password)
        .jdbcProperties(properties);
  }

  @Override
  public boolean blocks() {
    return false;
  }

  @Override
  public String where() {
    return "PostgreSQL at " + address();
  }

  @Override
  public String remedy() {
    return "See to it that it runs and that passerby.store.url, .username and .password are right.";
  }

  @Override
  public void close() {
    // Nothing of ours is open beside the connections.
  }

  private String address() {
    return url.getHost() + ":" + port() + "/" + name();
  }

  private int port() {
    return url.getPort() < 0 ? PORT : url.getPort();
  }

  private String name() {
    return url.getPath().substring(1);
  }
}
