package dev.passerby.streaming;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in front of an RTMP server, and drops whoever was just told to go ahead. */
final class DroppingProxy implements AutoCloseable {

  private static final String GO_AHEAD = "NetStream.Publish.Start";
  private static final int PIECE = 4 << 10;

  private final int target;
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger dropped = new AtomicInteger();

  DroppingProxy(int target) throws IOException {
    this.target = target;
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many it has dropped. */
  int dropped() {
    return dropped.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        Thread.ofPlatform().daemon().start(() -> bring(near, far));
        Thread.ofPlatform().daemon().start(() -> answer(far, near));
      } catch (IOException e) {
        // It was closed, or the server is gone: then so is the connection.
      }
    }
  }

  private static void bring(Socket near, Socket far) {
    try (near;
        far) {
      near.getInputStream().transferTo(far.getOutputStream());
    } catch (IOException e) {
      // One side closed; try-with-resources closes the other.
    }
  }

  private void answer(Socket far, Socket near) {
    var said = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    try (near;
        far) {
      InputStream in = far.getInputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        near.getOutputStream().write(piece, 0, read);
        said.write(piece, 0, read);
        if (said.toString(StandardCharsets.ISO_8859_1).contains(GO_AHEAD)) {
          dropped.incrementAndGet();
          return;
        }
      }
    } catch (IOException e) {
      // As above.
    }
  }
}
