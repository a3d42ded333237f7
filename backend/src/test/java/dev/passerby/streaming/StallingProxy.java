package dev.passerby.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in front of a server, and can stop to take anything from whoever is connected. */
final class StallingProxy implements AutoCloseable {

  private static final int SMALL = 16 << 10;

  private final int target;
  private final ServerSocket server;
  private final Set<Socket> connected = ConcurrentHashMap.newKeySet();
  private final Set<Socket> stalled = ConcurrentHashMap.newKeySet();

  StallingProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket();
    // Or the kernel would go on taking for a long while.
    server.setReceiveBufferSize(SMALL);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Whoever is connected now is not read from any more; who comes later is. */
  void stall() {
    stalled.addAll(connected);
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (this) {
      notifyAll();
    }
    for (Socket socket : connected) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        connected.add(near);
        Thread.ofPlatform().daemon().start(() -> pipe(near, far, near));
        Thread.ofPlatform().daemon().start(() -> pipe(far, near, near));
      } catch (IOException e) {
        // It was closed, or the server is gone: then so is the connection.
      }
    }
  }

  /** Goes on at once, unless this one is stalled: then only at the end. */
  private synchronized void hold(Socket near) throws IOException {
    try {
      while (stalled.contains(near) && !server.isClosed()) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void pipe(Socket from, Socket to, Socket near) {
    byte[] buffer = new byte[SMALL];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        hold(near);
      }
      // A server that gives up on who is stalled is not heard, either.
      hold(near);
    } catch (IOException e) {
      // One side closed; try-with-resources closes the other.
    }
  }
}
