package dev.passerby.wallet;

import dev.passerby.store.StoreProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/** {@link WalletServer} in a process of its own, on a database that outlives it. */
final class ContactsProcess implements AutoCloseable {

  private static final String LISTENING = "listening on ";

  private final Process process;
  private final int port;

  private ContactsProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param folder for what is kept in files
   */
  static ContactsProcess start(StoreProperties store, Path folder) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ContactsProcess.class.getName(),
                // Not what other tests state beside it: a database in memory.
                "--spring.config.location=classpath:/application.yaml",
                "--server.port=0",
                "--logging.level.root=off",
                "--test.folder=" + folder));
    settings(store).forEach(command::add);
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said = process.inputReader();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LISTENING)) {
        return new ContactsProcess(process, Integer.parseInt(line.substring(LISTENING.length())));
      }
    }
    throw new AssertionError("the process has ended");
  }

  /** None but defaults for a file in the folder. */
  private static Stream<String> settings(StoreProperties store) {
    var url = store.url();
    return url == null
        ? Stream.of()
        : Map.of(
                "url", url,
                "username", Objects.requireNonNull(store.username()),
                "key-file", Objects.requireNonNull(store.keyFile()).toAbsolutePath().toString())
            .entrySet()
            .stream()
            .map(setting -> "--passerby.store." + setting.getKey() + "=" + setting.getValue());
  }

  public static void main(String[] arguments) {
    var environment = SpringApplication.run(WalletServer.class, arguments).getEnvironment();
    System.out.println(LISTENING + environment.getProperty("local.server.port"));
  }

  int port() {
    return port;
  }

  /** As {@code kill -9} does it; returns when it is gone. */
  void kill() {
    // The handle's way leaves our end of its output open.
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
