package dev.passerby.streaming;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes every connection, and says a byte now and then: too seldom to get anywhere, too often for
 * whoever waits for each byte alone to lose patience.
 */
final class TricklingServer implements AutoCloseable {

  private static final int BYTES_A_SECOND = 10;

  private final int[] beginning;
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private final Set<Listener> connected = ConcurrentHashMap.newKeySet();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("trickle").factory());

  private TricklingServer(int... beginning) throws IOException {
    this.beginning = beginning;
    Thread.ofPlatform().daemon().name("trickle-accept").start(this::accept);
    ScheduledFuture<?> _ =
        clock.scheduleAtFixedRate(this::trickle, 0, 1_000 / BYTES_A_SECOND, TimeUnit.MILLISECONDS);
  }

  /** Answers as an RTMP server does. */
  static TricklingServer rtmp() throws IOException {
    return new TricklingServer(3);
  }

  /** Answers as one does over TLS: a long record of its handshake. */
  static TricklingServer tls() throws IOException {
    return new TricklingServer(22, 3, 3, 0x3f, 0xff, 2, 0, 0x3f, 0xfb);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many are connected, as far as it has noticed. */
  int connections() {
    return connected.size();
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    server.close();
    for (Listener listener : connected) {
      listener.socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        connected.add(new Listener(server.accept(), new AtomicInteger()));
      } catch (IOException e) {
        // It was closed.
      }
    }
  }

  private void trickle() {
    connected.removeIf(listener -> !hears(listener));
  }

  private boolean hears(Listener listener) {
    int said = listener.said.getAndIncrement();
    try {
      listener.socket.getOutputStream().write(said < beginning.length ? beginning[said] : 0);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Who is connected, and how many bytes they were told. */
  private record Listener(Socket socket, AtomicInteger said) {}
}
