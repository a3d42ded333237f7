package dev.passerby.store;

import io.r2dbc.h2.H2ConnectionConfiguration;
import io.r2dbc.h2.H2ConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database: in this process, as a file or in memory, or in the process of a service
 * that runs beside this one.
 */
final class H2Database implements Database {

  static {
    // H2 reads it once, when it is first used; without it the door would be open to the network.
    System.setProperty("h2.bindAddress", InetAddress.getLoopbackAddress().getHostAddress());
  }

  private static final Logger log = LoggerFactory.getLogger(H2Database.class);
  private static final String NAME = "passerby";
  private static final String USER = "passerby";

  /**
   * PostgreSQL's manners, a small page cache in KB, and every commit written before it is
   * acknowledged: by default H2 lets half a second's worth lie in memory, which a killed process
   * takes with it.
   */
  private static final String SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;CACHE_SIZE=2048"
          + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

  private final String url;
  private final String where;
  private final boolean ours;
  private @Nullable H2Door door;

  private H2Database(String url, String where, boolean ours) {
    this.url = url;
    this.where = where;
    this.ours = ours;
  }

  /** One that is gone when it is closed. */
  static H2Database inMemory() {
    return new H2Database("mem:" + UUID.randomUUID() + SETTINGS, "memory", true);
  }

  /** The file in this folder, which is made if need be; for one process at a time. */
  static H2Database in(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new StoreFailure(
          "The database cannot be kept in " + folder + ".",
          "Make it writable, or set passerby.data.folder.",
          e);
    }
    return new H2Database("file:" + folder.resolve(NAME) + SETTINGS, folder.toString(), true);
  }

  /**
   * What a service keeps in this folder: through the service if it runs, from the file if it does
   * not.
   *
   * @throws StoreFailure if nothing is kept there
   */
  static H2Database keptIn(Path folder) {
    var served = H2Door.into(folder);
    if (served.isPresent()) {
      return new H2Database(served.get(), folder.toString(), false);
    }
    if (!Files.exists(folder.resolve(NAME + ".mv.db"))) {
      throw new StoreFailure(
          "There is no database in " + folder + ".", "Name the service's data folder.");
    }
    return in(folder);
  }

  /** Forgets what was kept in the folder. */
  static void clear(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME + ".mv.db"));
      Files.deleteIfExists(folder.resolve(NAME + ".trace.db"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the operator's commands in while this process has the file. */
  void openDoor(Path folder) {
    door = H2Door.open(folder, folder.resolve(NAME));
  }

  @Override
  public ConnectionFactory connections(Duration timeout) {
    return new H2ConnectionFactory(
        H2ConnectionConfiguration.builder().url(url).username(USER).password("").build());
  }

  @Override
  public void locate(FluentConfiguration flyway) {
    flyway.dataSource("jdbc:h2:" + url, USER, "");
  }

  @Override
  public boolean blocks() {
    return true;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public String remedy() {
    return "If another Passerby uses it, stop that one, or give this one a folder of its own with"
        + " passerby.data.folder.";
  }

  @Override
  public void close() {
    if (door != null) {
      door.close();
    }
    if (!ours) {
      return;
    }
    try (var last = DriverManager.getConnection("jdbc:h2:" + url, USER, "");
        var statement = last.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      // It was not open, or nothing is lost: what was acknowledged is written.
      log.debug("the database in {} was not closed in order: {}", where, e.getErrorCode());
    }
  }
}
