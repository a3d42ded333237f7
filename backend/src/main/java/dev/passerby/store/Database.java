package dev.passerby.store;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A database that speaks R2DBC to the service and JDBC to Flyway. */
sealed interface Database extends AutoCloseable permits H2Database, PostgresDatabase {

  /**
   * Makes connections, none of them yet.
   *
   * @param timeout most time that connecting, and one statement, may take
   */
  ConnectionFactory connections(Duration timeout);

  /** Tells Flyway how to get there. */
  void locate(FluentConfiguration flyway);

  /** Whether its driver works on the thread that asks. */
  boolean blocks();

  /** Where it is, for people and logs: no secret in it. */
  String where();

  /** What the operator can do when it cannot be opened. */
  String remedy();

  @Override
  void close();
}
