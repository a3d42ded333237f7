package dev.passerby.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * The database's tables: one set of scripts for both kinds of database, in the order of their
 * numbers. Each feature's queries are in its own package.
 */
final class Schema {

  private static final String SCRIPTS = "classpath:dev/passerby/store";

  private final Database database;
  private final Flyway flyway;

  Schema(Database database) {
    this.database = database;
    var settings =
        Flyway.configure(Schema.class.getClassLoader())
            .locations(SCRIPTS)
            .failOnMissingLocations(true)
            .cleanDisabled(true);
    database.locate(settings);
    this.flyway = settings.load();
  }

  /**
   * Brings the tables up to this version of the service.
   *
   * @throws StoreFailure if the database does not open, or is not as the scripts left it
   */
  void migrate() {
    run(flyway::migrate);
  }

  /**
   * Makes sure that the tables are those of this version, and changes nothing.
   *
   * @throws StoreFailure if they are not, or if the database does not open
   */
  void require() {
    run(
        () -> {
          var info = flyway.info();
          if (info.pending().length > 0) {
            throw new StoreFailure(
                "The database in " + database.where() + " is of an older version.",
                "Start the service of this version once.");
          }
          return info;
        });
  }

  private interface Work {
    Object run();
  }

  private void run(Work work) {
    try {
      var _ = work.run();
    } catch (FlywayValidateException e) {
      throw new StoreFailure(
          "The database in " + database.where() + " is not as this version made it.",
          "Start the version that fits, or restore a backup.",
          e);
    } catch (FlywayException e) {
      throw new StoreFailure(
          "The database in " + database.where() + " cannot be opened.", database.remedy(), e);
    }
  }
}
