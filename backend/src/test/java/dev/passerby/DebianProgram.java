package dev.passerby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of Debian's that tests run. */
public final class DebianProgram {

  private DebianProgram() {}

  /**
   * The installed one, or Debian's, unpacked; {@code tools/from-debian} says what to do without.
   *
   * @param path within the package
   */
  public static Path find(String packageName, String path) {
    try {
      Process tool =
          new ProcessBuilder(List.of(tool().toString(), packageName, path))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String found = tool.inputReader().readLine();
      if (found == null) {
        throw new AssertionError("tools/from-debian has found no " + path + ": it says above why");
      }
      return Path.of(found);
    } catch (IOException e) {
      throw new AssertionError("no " + path, e);
    }
  }

  /** The repository's, whether the tests run in its backend folder or above it. */
  private static Path tool() {
    Path here = Path.of("tools", "from-debian").toAbsolutePath();
    return Files.exists(here) ? here : Path.of("..", "tools", "from-debian").toAbsolutePath();
  }
}
