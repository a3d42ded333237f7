package dev.passerby.operator;

import dev.passerby.chain.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A deployment's file while one process works on it. */
final class DeploymentFile implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;

  private DeploymentFile(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Keeps other processes out until it is closed.
   *
   * @throws CommandFailure if another has it, or it cannot be written
   */
  static DeploymentFile open(Path path) {
    var whole = path.toAbsolutePath();
    try {
      var folder = whole.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      var lock =
          FileChannel.open(
              whole.resolveSibling(whole.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!isTaken(lock)) {
        return new DeploymentFile(path, lock);
      }
      lock.close();
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.USAGE, path + " cannot be written.", e);
    }
    throw new CommandFailure(ExitCode.REFUSED, "Another process is working on " + path + ".");
  }

  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true; // by this very process
    }
  }

  Path path() {
    return path;
  }

  /** What an earlier run has left. */
  Optional<Deployment> read() {
    return Files.exists(path) ? Optional.of(DeploymentOptions.read(path)) : Optional.empty();
  }

  /** Keeps it, on the disk, before anything else happens. */
  void write(Deployment deployment) {
    try {
      deployment.write(path);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(ExitCode.FAILED, path + " cannot be written.", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAILED, path + " cannot be closed.", e);
    }
  }
}
