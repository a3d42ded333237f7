package dev.passerby.chain;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs are on this machine. */
public final class Programs {

  private Programs() {}

  /** A program on the PATH. */
  public static Optional<Path> onPath(String name) {
    var path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Programs::runnable)
        .findFirst();
  }

  /** A program at a relative path in this folder or the nearest one above it. */
  static Optional<Path> upward(Path from, Path program) {
    return foldersUpward(from)
        .map(folder -> folder.resolve(program))
        .filter(Programs::runnable)
        .findFirst();
  }

  /** The folder itself, then each one above it. */
  static Stream<Path> foldersUpward(Path from) {
    return Stream.iterate(
        from.toAbsolutePath().normalize(), folder -> folder != null, Path::getParent);
  }

  /** How npm names a program's package for this machine, e.g. {@code anvil-linux-amd64}. */
  static String npmPlatform(String program) {
    var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    var system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "win32" : "linux";
    return program + "-" + system + "-" + (arch.equals("aarch64") ? "arm64" : "amd64");
  }

  private static boolean runnable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
