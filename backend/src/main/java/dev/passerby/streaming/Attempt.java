package dev.passerby.streaming;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to reach an ingest. When its time is over, or it is given up, the connection that is
 * being made is cut, whatever is waited for on it: a timeout of the socket's holds for one read
 * only, and an ingest may answer a byte at a time. Safe from any thread.
 */
final class Attempt implements AutoCloseable {

  private final long deadline;
  private final Thread watch;
  private @Nullable Socket carrier;
  private boolean over;
  private boolean succeeded;

  /** Begins; from now on its time runs. */
  Attempt(Duration within) {
    this.deadline = System.nanoTime() + within.toNanos();
    this.watch = Thread.ofVirtual().name("rtmp-deadline").start(() -> watch(within));
  }

  /** How much of its time is left. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /**
   * From now on it is this connection that is cut.
   *
   * @throws IOException when it is over; the connection is cut then
   */
  synchronized void cuts(Socket next) throws IOException {
    carrier = next;
    if (isOver()) {
      giveUp();
      throw new IOException("too late");
    }
  }

  /**
   * The connection is made, and is cut by others from now on.
   *
   * @throws IOException when it was cut before that
   */
  synchronized void succeed() throws IOException {
    if (isOver()) {
      throw new IOException("too late");
    }
    succeeded = true;
  }

  synchronized boolean isOver() {
    return over || deadline - System.nanoTime() <= 0;
  }

  /** Cuts what is being made, unless it is made. */
  synchronized void giveUp() {
    over = true;
    if (carrier != null && !succeeded) {
      Wire.cut(carrier);
    }
  }

  /** Its time runs no more. */
  @Override
  public void close() {
    watch.interrupt();
  }

  private void watch(Duration within) {
    try {
      Thread.sleep(within);
      giveUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it was in time
    }
  }
}
