package dev.passerby.streaming;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One stream: media from the page, through ffmpeg, to the ingest. Each step waits for the next one,
 * so that nothing piles up but in the {@link MediaQueue}, and an ingest that is slow is felt by the
 * page. Its steps block, each on a thread of its own (reading a pipe would hold a virtual thread's
 * carrier, too); its methods do not, and may be called from any thread.
 */
final class Broadcast {

  private static final Logger log = LoggerFactory.getLogger(Broadcast.class);

  /** Two seconds or so of a page's media. */
  private static final int QUEUE_BYTES = 1 << 20;

  /** An ingest that takes nothing for so long is gone. */
  private static final Duration STUCK = Duration.ofSeconds(8);

  private static final Duration CONGESTED = Duration.ofSeconds(2);
  private static final Duration FLUSH = Duration.ofSeconds(5);
  private static final int LONGEST_COMPLAINT = 300;

  private final Ffmpeg ffmpeg;
  private final Media media;
  private final StreamingProperties limits;
  private final MediaQueue queue = new MediaQueue(QUEUE_BYTES);
  private final Outlet outlet;
  private final Consumer<StreamEnd> over;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Lag lag = new Lag();
  private volatile boolean ready;
  private volatile boolean finishing;
  private volatile long finishingSince;
  private volatile @Nullable Process process;

  /**
   * @param over told once why it is over, on whatever thread found out
   */
  Broadcast(
      Ffmpeg ffmpeg,
      Media media,
      Ingest ingest,
      StreamingProperties limits,
      Consumer<StreamEnd> over) {
    this.ffmpeg = ffmpeg;
    this.media = media;
    this.limits = limits;
    this.over = over;
    this.outlet = new Outlet(ingest, limits.returnWithin(), this::end);
  }

  /** Connects to the ingest, and begins. */
  void start() {
    Thread.ofPlatform().daemon().name("stream").start(this::run);
  }

  /** Media of the page; completes once more of it is wanted. */
  Mono<Void> offer(byte[] piece) {
    return queue.offer(piece);
  }

  /**
   * The page has sent everything: what is on its way still goes out, if that does not take long.
   */
  void finish() {
    finishingSince = System.nanoTime();
    finishing = true;
    queue.end();
  }

  /** Ends it now, and whatever belongs to it; does nothing when it is over. */
  void end(StreamEnd why) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    queue.abandon();
    kill();
    outlet.close();
    over.accept(why);
  }

  /**
   * How it is doing. To be asked about once a second, since it is what finds out that an ingest is
   * too slow, too.
   */
  StreamState look() {
    Duration stuck = outlet.stuckFor();
    if (stuck.compareTo(STUCK) > 0) {
      outlet.cut();
    }
    Duration behind = lag.of(queue.isFull(), System.nanoTime());
    if (behind.compareTo(limits.slowFor()) > 0) {
      end(StreamEnd.TOO_SLOW);
    }
    if (finishing && System.nanoTime() - finishingSince > FLUSH.toNanos()) {
      end(StreamEnd.STOPPED);
    }
    return state(stuck, behind);
  }

  private StreamState state(Duration stuck, Duration behind) {
    if (!ready) {
      return StreamState.CONNECTING;
    }
    if (!outlet.isConnected()) {
      return StreamState.RECONNECTING;
    }
    boolean slow = stuck.compareTo(CONGESTED) > 0 || behind.compareTo(CONGESTED) > 0;
    if (slow) {
      return StreamState.CONGESTED;
    }
    return outlet.isFlowing() ? StreamState.LIVE : StreamState.READY;
  }

  /** Bytes that have gone out. */
  long sent() {
    return outlet.sent();
  }

  /** How often the ingest was lost. */
  int losses() {
    return outlet.losses();
  }

  /** Whether the page is waited for, and not the page for us. */
  boolean wantsMedia() {
    return ready && !finishing && !queue.isFull();
  }

  private void run() {
    try {
      outlet.open();
    } catch (IngestRefused e) {
      log.debug("an ingest refused a stream: {}", e.getMessage());
      end(StreamEnd.REFUSED);
      return;
    } catch (IOException e) {
      log.debug("an ingest was not reached: {}", e.getClass().getSimpleName());
      end(StreamEnd.UNREACHABLE);
      return;
    }
    try {
      Process running = begin();
      ready = true;
      send(running);
    } catch (IOException | UncheckedIOException e) {
      log.debug("a stream's media broke off: {}", e.toString());
      end(StreamEnd.BAD_MEDIA);
    }
  }

  private Process begin() throws IOException {
    Process running = ffmpeg.start(media);
    process = running;
    if (ended.get()) {
      kill();
    }
    Thread.ofPlatform().daemon().name("stream-feed").start(() -> feed(running));
    Thread.ofPlatform().daemon().name("stream-complaints").start(() -> listen(running));
    return running;
  }

  /** Hands the page's media to ffmpeg as fast as that takes it. */
  private void feed(Process running) {
    try (OutputStream in = running.getOutputStream()) {
      for (byte[] piece = queue.take(); piece != null; piece = queue.take()) {
        in.write(piece);
        in.flush();
      }
    } catch (IOException e) {
      log.debug("ffmpeg takes no more: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands what ffmpeg makes of it to the ingest, and ends when there is no more. */
  private void send(Process running) throws IOException {
    var reader = new FlvReader(running.getInputStream());
    for (FlvTag tag = reader.next(); tag != null; tag = reader.next()) {
      if (!tag.isTaken()) {
        end(StreamEnd.BAD_MEDIA);
        return;
      }
      outlet.send(tag);
    }
    // It ends with an error when nothing could be made of the media.
    if (finishing && running.onExit().join().exitValue() == 0) {
      outlet.finish();
      end(StreamEnd.STOPPED);
    } else {
      end(StreamEnd.BAD_MEDIA);
    }
  }

  /** What ffmpeg says is about the media alone: where it goes is nothing that it knows. */
  private void listen(Process running) {
    try (var lines = running.errorReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int length = Math.min(line.length(), LONGEST_COMPLAINT);
        log.debug("ffmpeg: {}", line.substring(0, length));
      }
    } catch (IOException e) {
      log.debug("ffmpeg is gone: {}", e.getMessage());
    }
  }

  private void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  /** For how long it has been behind without a break. */
  private static final class Lag {

    private long since;
    private boolean behind;

    Duration of(boolean now, long nanos) {
      if (!now) {
        behind = false;
        return Duration.ZERO;
      }
      if (!behind) {
        behind = true;
        since = nanos;
      }
      return Duration.ofNanos(nanos - since);
    }
  }
}
