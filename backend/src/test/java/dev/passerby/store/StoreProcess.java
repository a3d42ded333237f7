package dev.passerby.store;

import dev.passerby.chain.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** Another process that has the embedded database open. */
final class StoreProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private StoreProcess() {}

  /** Starts one; it says a number a line: how many rows are written for good. */
  static Process start(String what, Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StoreProcess.class.getName(),
            what,
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Opens the database in the folder, and then writes without end, or holds it open. */
  public static void main(String[] arguments) throws Exception {
    org.springframework.boot.logging.LoggingSystem.get(StoreProcess.class.getClassLoader())
        .beforeInitialize();
    var data = new DataFolder(Path.of(arguments[1]), false);
    var store =
        OpenStore.forService(TestDatabase.properties(null), data, TestDatabase.CHAIN).store();
    prepare(store);
    System.out.println(count(store));
    if (arguments[0].equals("hold")) {
      Thread.sleep(Duration.ofMinutes(1));
      return;
    }
    for (long row = 1; true; row++) {
      write(store, row);
      System.out.println(row);
    }
  }

  static void prepare(Store store) {
    store
        .work(
            client ->
                client
                    .sql("CREATE TABLE IF NOT EXISTS notes (id BIGINT PRIMARY KEY)")
                    .fetch()
                    .rowsUpdated())
        .block(PATIENCE);
  }

  static void write(Store store, long row) {
    store
        .together(
            client ->
                client
                    .sql("INSERT INTO notes (id) VALUES (:id)")
                    .bind("id", row)
                    .fetch()
                    .rowsUpdated())
        .block(PATIENCE);
  }

  static long count(Store store) {
    return Objects.requireNonNull(
        store
            .work(
                client ->
                    client
                        .sql("SELECT count(*) FROM notes")
                        .map(row -> row.get(0, Long.class))
                        .one())
            .block(PATIENCE));
  }
}
