package dev.passerby.store;

import dev.passerby.chain.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database and the key that names wallets in it, which belong together. */
public record OpenStore(Store store, Pseudonyms pseudonyms) implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OpenStore.class);
  private static final String MEMORY = "memory:";
  private static final String SEALING_KEY = "sealing-key";

  /**
   * For the service: makes what is not there yet, and starts over if this run does.
   *
   * @throws StoreFailure if it cannot be opened, or belongs to another chain or key
   */
  public static OpenStore forService(StoreProperties properties, DataFolder data, long chainId) {
    if (MEMORY.equals(properties.url())) {
      var pseudonyms = new Pseudonyms(PseudonymKey.random());
      return open(H2Database.inMemory(), properties, Schema::migrate, store -> pseudonyms);
    }
    var folder = folder(data.path());
    var keyFile = keyFile(properties, folder);
    Opening opening = store -> Purpose.claim(store, keyFile, chainId);
    if (properties.url() != null) {
      return open(server(properties), properties, Schema::migrate, opening);
    }
    if (data.fresh()) {
      forget(folder, keyFile);
    }
    var file = H2Database.in(folder);
    var opened = open(file, properties, Schema::migrate, opening);
    file.openDoor(folder);
    return opened;
  }

  /**
   * For a command, which may run beside the service: changes nothing by opening it.
   *
   * @param data the service's data folder
   * @throws StoreFailure if there is none, or if it cannot be opened
   */
  public static OpenStore forCommand(StoreProperties properties, Path data) {
    var folder = folder(data);
    var keyFile = keyFile(properties, folder);
    var database = properties.url() == null ? H2Database.keptIn(folder) : server(properties);
    return open(database, properties, Schema::require, store -> Purpose.require(store, keyFile));
  }

  private interface Readying {
    void ready(Schema schema);
  }

  private interface Opening {
    Pseudonyms pseudonyms(Store store);
  }

  private static OpenStore open(
      Database database, StoreProperties properties, Readying readying, Opening opening) {
    try {
      readying.ready(new Schema(database));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    var store = new Store(database, properties.timeout(), properties.connections());
    try {
      var opened = new OpenStore(store, opening.pseudonyms(store));
      log.info("the database is in {}", database.where());
      return opened;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Database server(StoreProperties properties) {
    try {
      return new PostgresDatabase(new URI(String.valueOf(properties.url())), properties);
    } catch (URISyntaxException e) {
      throw new StoreFailure(
          "The database's address is none.", "Write postgresql://host:port/database.");
    }
  }

  private static Path folder(Path data) {
    return data.resolve("store");
  }

  private static Path keyFile(StoreProperties properties, Path folder) {
    return properties.keyFile() == null ? folder.resolve("pseudonym-key") : properties.keyFile();
  }

  /**
   * The seal of what outlives a run outside of the database; of this run only where the database is
   * gone with it, too.
   *
   * @throws StoreFailure if its key cannot be read or made
   */
  static Seal seal(StoreProperties properties, DataFolder data) {
    return MEMORY.equals(properties.url())
        ? Seal.random()
        : SealingKey.in(folder(data.path()).resolve(SEALING_KEY));
  }

  /** The database together with its key: one without the other is of no use. */
  private static void forget(Path folder, Path keyFile) {
    H2Database.clear(folder);
    try {
      Files.deleteIfExists(folder.resolve(SEALING_KEY));
      Files.deleteIfExists(keyFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
