package dev.passerby.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the key comes from: a file or the environment, because arguments are everybody's to see.
 */
final class KeyOptions {

  private static final String KEY = "PASSERBY_OPERATOR_KEY";
  private static final String PASSWORD = "PASSERBY_OPERATOR_PASSWORD";

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description =
          "The account's key as a Web3 Secret Storage file. Without it, the private key in hex is"
              + " taken from the environment variable "
              + KEY
              + ".")
  @Nullable Path keystore;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Its first line opens the keystore. Without it, the password is taken from the"
              + " environment variable "
              + PASSWORD
              + ".")
  @Nullable Path passwordFile;

  /**
   * @throws CommandFailure if there is no key, or it does not open
   */
  Signer signer(Console console) {
    if (keystore != null) {
      return Signer.ofKeystore(keystore, password(console));
    }
    var key = console.variable(KEY);
    if (key.isEmpty()) {
      throw new CommandFailure(
          ExitCode.NO_KEY, "There is no key: give --keystore, or set " + KEY + ".");
    }
    return Signer.ofKey(KEY, key.get().strip());
  }

  private String password(Console console) {
    if (passwordFile == null) {
      return console
          .variable(PASSWORD)
          .orElseThrow(
              () ->
                  new CommandFailure(
                      ExitCode.NO_KEY,
                      "There is no password: give --password-file, or set " + PASSWORD + "."));
    }
    try (var lines = Files.lines(passwordFile)) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.NO_KEY, "The password file cannot be read: " + passwordFile, e);
    }
  }
}
