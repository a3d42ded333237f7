package dev.passerby.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between a test and a node, and can drop what goes through it. */
final class TcpProxy implements AutoCloseable {

  private final int target;
  private final ServerSocket server;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

  TcpProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Cuts every connection there is; new ones are taken. */
  void dropConnections() throws IOException {
    for (var socket = sockets.poll(); socket != null; socket = sockets.poll()) {
      socket.close();
    }
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
        // The proxy was closed, or the node is gone: then so is the connection.
      }
    }
  }

  private static void pipe(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side closed; try-with-resources closes the other.
    }
  }
}
