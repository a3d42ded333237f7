package dev.passerby.streaming;

import static org.awaitility.Awaitility.await;

import dev.passerby.DebianProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real RTMP server of a test's own, on the loopback interface: nginx with its rtmp module, which
 * writes down whatever is streamed to it.
 */
final class NginxRtmp implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);
  private static final String PACKAGE = "libnginx-mod-rtmp";
  private static final String MODULE = "usr/lib/nginx/modules/ngx_rtmp_module.so";

  private final Path folder;
  private final Path program;
  private final int port;
  private @Nullable Process process;

  private NginxRtmp(Path folder, Path program, int port) {
    this.folder = folder;
    this.program = program;
    this.port = port;
  }

  static NginxRtmp start() {
    try {
      Path program = DebianProgram.find(PACKAGE, "usr/sbin/nginx");
      Path folder = Files.createTempDirectory("nginx-rtmp");
      var server = new NginxRtmp(folder, program, freePort());
      server.configure();
      server.resume();
      return server;
    } catch (IOException e) {
      throw new AssertionError("no nginx", e);
    }
  }

  int port() {
    return port;
  }

  String address() {
    return "rtmp://127.0.0.1:" + port + "/live";
  }

  /** Starts it again; what it has written stays. */
  void resume() throws IOException {
    process =
        new ProcessBuilder(
                program.toString(),
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString(),
                "-e",
                folder.resolve("error.log").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile())
            .start();
    await().atMost(START).until(this::listens);
  }

  /** Ends it as a crash does. */
  void kill() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      running.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /** What has been streamed to it, in order. */
  List<Path> recordings() throws IOException {
    try (var files = Files.list(folder.resolve("recordings"))) {
      return files.sorted(Comparator.comparingLong(file -> file.toFile().lastModified())).toList();
    }
  }

  /** Everything that it has logged itself. */
  Path errorLog() {
    return folder.resolve("error.log");
  }

  @Override
  public void close() throws IOException {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void configure() throws IOException {
    Files.createDirectory(folder.resolve("recordings"));
    Path unpacked = program.resolveSibling("root").resolve(MODULE);
    Path module = Files.exists(unpacked) ? unpacked : Path.of("/").resolve(MODULE);
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        load_module %s;
        daemon off;
        master_process off;
        pid %s/nginx.pid;
        error_log %s/error.log info;
        events { worker_connections 64; }
        rtmp {
          access_log off;
          server {
            listen 127.0.0.1:%d;
            chunk_size 4096;
            application live {
              live on;
              drop_idle_publisher 6s;
              record all;
              record_path %s/recordings;
              record_unique on;
            }
          }
        }
        """
            .formatted(module, folder, folder, port, folder));
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  private boolean listens() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      throw new AssertionError("nginx did not start; see " + folder);
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
