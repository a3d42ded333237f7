package dev.passerby.store;

import dev.passerby.chain.DataFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The databases that the service runs on: what is stored is tried on both. */
public enum TestDatabase {
  H2 {
    @Override
    public StoreProperties properties() {
      return properties("memory:");
    }
  },
  POSTGRESQL {
    @Override
    public StoreProperties properties() {
      return properties(postgres(Server.START.getPort(), newDatabase()));
    }
  };

  public static final long CHAIN = 31_337;

  private static final AtomicInteger databases = new AtomicInteger();

  /** Settings for an empty database of this kind. */
  public abstract StoreProperties properties();

  /** An empty database of this kind. */
  public OpenStore open() {
    return open(properties());
  }

  /** The database of these settings; what is kept in files is nowhere. */
  public static OpenStore open(StoreProperties properties) {
    return OpenStore.forService(properties, new DataFolder(Path.of("target"), false), CHAIN);
  }

  /** As somebody would write it who is content with the defaults. */
  public static StoreProperties properties(@Nullable String url) {
    return properties(url, "");
  }

  static StoreProperties properties(@Nullable String url, String password) {
    return properties(url, password, Duration.ofSeconds(20));
  }

  /** The same, for who has less patience than a busy machine may need. */
  public static StoreProperties impatient(StoreProperties usual) {
    return properties(usual.url(), usual.password(), Duration.ofSeconds(2));
  }

  private static StoreProperties properties(
      @Nullable String url, String password, Duration timeout) {
    return new StoreProperties(
        url, "postgres", password, StoreProperties.Tls.PREFER, null, keyFile(url), 4, timeout);
  }

  /** Every PostgreSQL database has its key, as every folder has. */
  private static @Nullable Path keyFile(@Nullable String url) {
    return url == null || url.equals("memory:")
        ? null
        : Path.of("target", "keys", ProcessHandle.current().pid() + "-" + url.hashCode());
  }

  /** A new database on the one server that all tests share; its name. */
  public static String newDatabase() {
    var name = "test_" + databases.incrementAndGet();
    try (var connection = Server.START.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return name;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public static int serverPort() {
    return Server.START.getPort();
  }

  public static String postgres(int port, String database) {
    return "postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Started when the first test needs it, stopped with the process. */
  private static final class Server {

    static final EmbeddedPostgres START = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new AssertionError("PostgreSQL does not start", e);
      }
    }
  }
}
