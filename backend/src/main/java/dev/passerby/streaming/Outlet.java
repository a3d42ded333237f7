package dev.passerby.streaming;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a stream leaves the service. A connection that is lost is made again, and goes on with the
 * next key frame; what comes meanwhile is dropped, for it is not live any more. {@link #send} is
 * one thread's.
 */
final class Outlet {

  private static final Logger log = LoggerFactory.getLogger(Outlet.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** A connection that has lived for so long has ended the outage before it. */
  private static final Duration STEADY = Duration.ofSeconds(10);

  private final Ingest ingest;
  private final Duration returnWithin;
  private final Consumer<StreamEnd> over;

  /** What decoding begins with, by the type of tag: to be said again on another connection. */
  private final Map<Integer, FlvTag> headers = new LinkedHashMap<>();

  private volatile @Nullable RtmpPublisher publisher;
  private volatile @Nullable Attempt attempt;
  private volatile boolean closed;

  /** A connection that has not been sent anything yet. */
  private volatile boolean fresh = true;

  private volatile long writingSince;
  private volatile boolean writing;
  private final AtomicLong sentBefore = new AtomicLong();
  private final AtomicInteger losses = new AtomicInteger();
  private int base;

  // Of whoever makes the connection, and then of whoever loses it.
  private long connectedAt;
  private long outageSince;
  private Duration pause = Duration.ZERO;

  /**
   * @param over told when the ingest has not come back
   */
  Outlet(Ingest ingest, Duration returnWithin, Consumer<StreamEnd> over) {
    this.ingest = ingest;
    this.returnWithin = returnWithin;
    this.over = over;
  }

  /** Connects for the first time; blocks. */
  void open() throws IOException {
    take(connect(ingest.within()));
  }

  void send(FlvTag tag) {
    if (tag.isHeader()) {
      headers.put(tag.type(), tag);
    }
    RtmpPublisher to = publisher;
    if (to == null || (fresh && !tag.isKeyFrame())) {
      return;
    }
    writing = true;
    writingSince = System.nanoTime();
    try {
      if (fresh) {
        base = tag.timestamp();
        for (FlvTag header : headers.values()) {
          to.send(header, 0);
        }
        fresh = false;
      }
      // Sound that began before the picture does is not from before the stream.
      to.send(tag, Math.max(0, tag.timestamp() - base));
    } catch (IOException e) {
      lose(to);
    } finally {
      writing = false;
    }
  }

  boolean isConnected() {
    return publisher != null;
  }

  /** Whether anything has gone out on this connection. */
  boolean isFlowing() {
    return publisher != null && !fresh;
  }

  /** How long the piece that is being sent has been waiting for the ingest to take it. */
  Duration stuckFor() {
    return writing ? Duration.ofNanos(System.nanoTime() - writingSince) : Duration.ZERO;
  }

  /** An ingest that takes nothing is as good as gone: it is tried anew. */
  void cut() {
    RtmpPublisher stuck = publisher;
    if (stuck != null) {
      stuck.close();
    }
  }

  /** How many bytes have gone out, over all connections. */
  long sent() {
    RtmpPublisher now = publisher;
    return sentBefore.get() + (now == null ? 0 : now.sent());
  }

  int losses() {
    return losses.get();
  }

  /** Says goodbye, if there is anybody to hear it. */
  void finish() {
    RtmpPublisher last = publisher;
    if (last != null) {
      try {
        last.unpublish();
      } catch (IOException e) {
        log.debug("an ingest did not hear the end: {}", e.getClass().getSimpleName());
      }
    }
    close();
  }

  /** Ends what there is, and whatever is being tried. */
  void close() {
    closed = true;
    Attempt trying = attempt;
    if (trying != null) {
      trying.giveUp();
    }
    cut();
  }

  private RtmpPublisher connect(Duration within) throws IOException {
    try (var trying = new Attempt(within)) {
      // In this order: whoever closes either finds the attempt, or is found to have closed.
      attempt = trying;
      if (closed) {
        throw new IOException("closed");
      }
      return ingest.publish(trying);
    } finally {
      attempt = null;
    }
  }

  private void take(RtmpPublisher connected) {
    fresh = true;
    connectedAt = System.nanoTime();
    publisher = connected;
    if (closed) {
      connected.close();
    }
  }

  private void lose(RtmpPublisher lost) {
    lost.close();
    if (closed) {
      return;
    }
    sentBefore.addAndGet(lost.sent());
    publisher = null;
    long now = System.nanoTime();
    boolean steady = now - connectedAt >= STEADY.toNanos();
    if (steady || losses.get() == 0) {
      outageSince = now;
    }
    if (steady) {
      pause = Duration.ZERO;
    }
    losses.incrementAndGet();
    Duration first = steady ? Duration.ZERO : longer();
    Thread.ofVirtual().name("rtmp-return").start(() -> comeBack(first));
  }

  /**
   * Tries until the outage has lasted too long. An ingest that takes a stream and drops it at once
   * is not back: neither that time nor the pauses begin anew.
   */
  private void comeBack(Duration first) {
    if (!slept(first)) {
      return;
    }
    Duration left = leftOfTheOutage();
    while (!closed && left.isPositive()) {
      try {
        take(connect(left.compareTo(ingest.within()) < 0 ? left : ingest.within()));
        return;
      } catch (IOException e) {
        // An ingest that still holds the lost connection refuses another for a while, too.
        log.debug("an ingest is not back yet: {}", e.getClass().getSimpleName());
      }
      if (!slept(longer())) {
        return;
      }
      left = leftOfTheOutage();
    }
    over.accept(StreamEnd.LOST);
  }

  private Duration leftOfTheOutage() {
    return returnWithin.minusNanos(System.nanoTime() - outageSince);
  }

  /** The next pause: twice the one before, up to the longest. */
  private Duration longer() {
    Duration twice = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    return pause;
  }

  private static boolean slept(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
