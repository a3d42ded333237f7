package dev.passerby.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A file with a secret, which nobody but its owner may read. */
public final class OwnersFile {

  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rw-------");

  private OwnersFile() {}

  /**
   * Its text.
   *
   * @throws StoreFailure if others may read it, too
   */
  public static String read(Path file) throws IOException {
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    others.removeAll(OWNERS);
    if (!others.isEmpty()) {
      throw new StoreFailure("Others may read " + file + ".", "chmod 600 " + file);
    }
    return Files.readString(file);
  }

  /** Writes it, all or nothing, and returns once it is on the disk. */
  public static void write(Path file, String text) {
    var whole = file.toAbsolutePath();
    var draft = whole.resolveSibling(whole.getFileName() + ".new");
    try {
      Files.createDirectories(Objects.requireNonNull(whole.getParent()));
      Files.deleteIfExists(draft);
      try (var channel =
          FileChannel.open(
              draft,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(OWNERS))) {
        var bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
