package dev.passerby.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the development chain keeps between runs; one process at a time may use it. */
final class ChainFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;

  private ChainFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens the folder, making it if need be.
   *
   * @throws ChainStartFailure if it cannot be written, or if another process uses it
   */
  static ChainFolder open(Path folder) {
    var path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      var lock =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(lock) == null) {
        lock.close();
        throw new ChainStartFailure(
            "Another Passerby is running on the development chain in " + path + ".",
            "Stop it, or give this one a folder of its own with passerby.chain.embedded.folder.");
      }
      return new ChainFolder(path, lock);
    } catch (IOException e) {
      throw new ChainStartFailure(
          "The development chain cannot be kept in " + path + ".",
          "Make it writable, or set passerby.chain.embedded.folder.",
          e);
    }
  }

  Path path() {
    return path;
  }

  /** anvil's own file; there once anvil has saved for the first time. */
  Path state() {
    return path.resolve("state.json");
  }

  /** The contracts kept here, if they were deployed from the same build. */
  Optional<ContractAddresses> contracts(String build) {
    var kept = new Properties();
    try (var file = Files.newBufferedReader(addresses())) {
      kept.load(file);
    } catch (IOException e) {
      return Optional.empty(); // nothing kept yet, or nothing readable: deployed again
    }
    var tierPass = kept.getProperty("tier-pass");
    var sessionStaking = kept.getProperty("session-staking");
    if (tierPass == null || sessionStaking == null || !build.equals(kept.getProperty("build"))) {
      return Optional.empty();
    }
    return Optional.of(new ContractAddresses(new Address(tierPass), new Address(sessionStaking)));
  }

  /** Keeps the contracts' addresses, all or nothing. */
  void keep(ContractAddresses contracts, String build) {
    var kept = new Properties();
    kept.setProperty("tier-pass", contracts.tierPass().value());
    kept.setProperty("session-staking", contracts.sessionStaking().value());
    kept.setProperty("build", build);
    var draft = path.resolve("contracts.properties.new");
    try {
      try (var file = Files.newBufferedWriter(draft)) {
        kept.store(file, null);
      }
      Files.move(
          draft, addresses(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets the chain and its contracts. */
  void clear() {
    try {
      Files.deleteIfExists(state());
      Files.deleteIfExists(addresses());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets another process use it. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path addresses() {
    return path.resolve("contracts.properties");
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }
}
