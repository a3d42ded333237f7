package dev.passerby.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the service keeps what must outlive it: the development chain, the embedded database, keys.
 *
 * @param path absolute; not made before something is kept there
 * @param fresh whether this run starts over, and what an earlier one kept is to be forgotten; never
 *     where the chain is somebody else's, because then there is nothing to start over with
 */
public record DataFolder(Path path, boolean fresh) {

  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** The given folder, or the usual one. */
  public static Path orUsual(@Nullable Path folder) {
    if (folder != null) {
      return folder.toAbsolutePath().normalize();
    }
    var here = Path.of("").toAbsolutePath();
    return Programs.foldersUpward(here)
        .filter(above -> Files.exists(above.resolve("foundry.toml")))
        .findFirst()
        .orElse(here)
        .resolve(".passerby");
  }
}
