package dev.passerby.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.h2.tools.Server;

/**
 * The way of another process of this machine into the embedded database while a service has its
 * file: H2's own server on a free port of the loopback interface. The port, and the key without
 * which it opens no database, are in a file that only its owner may read.
 *
 * <p>H2's {@code AUTO_SERVER} does the same on every interface, and keeps a lock file that delays
 * the start by seconds after a crash.
 */
final class H2Door implements AutoCloseable {

  private static final String FILE = "door";
  private static final int KNOCK_MILLIS = 1_000;

  private final Server server;
  private final Path file;

  private H2Door(Server server, Path file) {
    this.server = server;
    this.file = file;
  }

  /** Opens it for the one database at this path. */
  static H2Door open(Path folder, Path database) {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    var name = HexFormat.of().formatHex(key);
    try {
      var server =
          Server.createTcpServer(
                  "-tcpPort", "0", "-tcpDaemon", "-ifExists", "-key", name, database.toString())
              .start();
      var file = folder.resolve(FILE);
      OwnersFile.write(file, server.getPort() + "/" + name);
      return new H2Door(server, file);
    } catch (SQLException e) {
      throw new StoreFailure(
          "The database's door for the operator's commands does not open.",
          "See whether this machine has a loopback interface.",
          e);
    }
  }

  /** Where the door is that a running service holds open, in H2's own words. */
  static Optional<String> into(Path folder) {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var address = Files.readString(file).strip();
      var port = Integer.parseInt(address.substring(0, address.indexOf('/')));
      var loopback = InetAddress.getLoopbackAddress();
      try (var knock = new Socket()) {
        knock.connect(new InetSocketAddress(loopback, port), KNOCK_MILLIS);
      }
      return Optional.of("tcp://" + loopback.getHostAddress() + ":" + address + ";IFEXISTS=TRUE");
    } catch (IOException | RuntimeException e) {
      // Left behind by a service that was killed.
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      server.stop();
    }
  }
}
