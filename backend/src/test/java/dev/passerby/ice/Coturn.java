package dev.passerby.ice;

import static org.awaitility.Awaitility.await;

import dev.passerby.DebianProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A real coturn of a test's own, on the loopback interface. */
public final class Coturn implements AutoCloseable {

  public static final String SECRET = "the secret of the tests";
  public static final String PASSWORD = "the console's password";

  private static final Duration START = Duration.ofSeconds(20);

  private final Path folder;
  private final Process process;
  private final int port;
  private final int consolePort;

  private Coturn(Path folder, Process process, int port, int consolePort) {
    this.folder = folder;
    this.process = process;
    this.port = port;
    this.consolePort = consolePort;
  }

  /** Starts it and waits until its console listens. */
  public static Coturn start() {
    try {
      return start(DebianProgram.find("coturn", "usr/bin/turnserver").toString());
    } catch (IOException e) {
      throw new AssertionError("no coturn", e);
    }
  }

  private static Coturn start(String program) throws IOException {
    int port = freePort();
    int consolePort = freePort();
    Path folder = Files.createTempDirectory("coturn");
    Process process =
        new ProcessBuilder(
                program,
                "-n",
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--listening-port=" + port,
                "--no-tls",
                "--no-dtls",
                "--no-rfc5780",
                "--realm=passerby",
                "--use-auth-secret",
                "--static-auth-secret=" + SECRET,
                "--allow-loopback-peers",
                "--cli-ip=127.0.0.1",
                "--cli-port=" + consolePort,
                "--cli-password=" + PASSWORD,
                "--log-file=stdout",
                "--simple-log",
                "--relay-threads=1",
                "--pidfile=" + folder.resolve("pid"),
                "--userdb=" + folder.resolve("db"))
            .redirectErrorStream(true)
            .start();
    Coturn coturn = new Coturn(folder, process, port, consolePort);
    try {
      coturn.awaitConsole();
      return coturn;
    } catch (RuntimeException | Error e) {
      coturn.close();
      throw e;
    }
  }

  public String url() {
    return "turn:127.0.0.1:" + port + "?transport=udp";
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Host and port. */
  public String console() {
    return "127.0.0.1:" + consolePort;
  }

  InetSocketAddress consoleAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), consolePort);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private void awaitConsole() {
    var said = new ConcurrentLinkedQueue<String>();
    // Read to the end, or coturn would stop at a full pipe.
    Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(said::add));
    await()
        .atMost(START)
        .failFast(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("coturn did not start: " + String.join("\n", said));
              }
            })
        .until(this::consoleListens);
  }

  private boolean consoleListens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), consolePort)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }
}
