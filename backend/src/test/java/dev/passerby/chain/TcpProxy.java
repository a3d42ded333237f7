package dev.passerby.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between a test and a server, and can drop or hold what goes through it. */
public final class TcpProxy implements AutoCloseable {

  private final int target;
  private final ServerSocket server;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile boolean frozen;

  public TcpProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Cuts every connection there is; new ones are taken. */
  public void dropConnections() throws IOException {
    for (var socket = sockets.poll(); socket != null; socket = sockets.poll()) {
      socket.close();
    }
  }

  /** From now on connections stay open, new ones are taken, and nothing comes through. */
  public void freeze() {
    frozen = true;
  }

  /** Connections that were frozen stay so; new ones work. */
  public void thaw() {
    frozen = false;
  }

  @Override
  public void close() throws IOException {
    server.close();
    dropConnections();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var near = server.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> pipe(near, far));
        Thread.ofVirtual().start(() -> pipe(far, near));
      } catch (IOException e) {
        // The proxy was closed, or the server is gone: then so is the connection.
      }
    }
  }

  private void pipe(Socket from, Socket to) {
    var buffer = new byte[8192];
    var stuck = false;
    try (from;
        to) {
      for (var read = 0; read >= 0; read = from.getInputStream().read(buffer)) {
        stuck = stuck || frozen;
        if (!stuck) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // One side closed; try-with-resources closes the other.
    }
  }
}
