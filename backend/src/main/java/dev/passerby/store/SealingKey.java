package dev.passerby.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The key of what the service hands out sealed and takes back after a restart: a file beside the
 * database, made at the first start. Whoever loses it loses the tickets that are under way, and
 * nothing else.
 */
final class SealingKey {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private SealingKey() {}

  /**
   * The one in the file, which is made if need be.
   *
   * @throws StoreFailure if there is something else in it, if others may read it, or if it cannot
   *     be made
   */
  static Seal in(Path file) {
    try {
      if (!Files.exists(file)) {
        OwnersFile.write(file, HexFormat.of().formatHex(Seal.randomKey()));
      }
      String hex = OwnersFile.read(file).strip();
      if (!HEX.matcher(hex).matches()) {
        throw new StoreFailure(file + " holds no key.", "Delete it: another one will be made.");
      }
      return new Seal(HexFormat.of().parseHex(hex));
    } catch (IOException | UncheckedIOException e) {
      throw new StoreFailure(
          "The key in " + file + " can be neither read nor made.",
          "Make it readable, or set passerby.data.folder to a folder that can be written.",
          e);
    }
  }
}
