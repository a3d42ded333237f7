package dev.passerby.streaming;

import dev.passerby.wallet.WalletSession;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page's side of one stream: its first message says where to, the others are media. What comes
 * behind the end is not heard.
 */
final class StreamPage implements Streams.Tenant {

  private static final Logger log = LoggerFactory.getLogger(StreamPage.class);

  private static final JsonMapper JSON = new JsonMapper();

  /** How many seconds' worth of media may come at once, as after a stall. */
  private static final int BURST_SECONDS = 10;

  private static final int MOST_UNREAD = 32;

  /**
   * What all of them share.
   *
   * @param names looks them up: few at once, since whoever answers may take long
   */
  record Surroundings(
      Streams streams,
      StreamingRights rights,
      PublicAddresses addresses,
      Scheduler names,
      Program program,
      SSLSocketFactory tls,
      StreamingProperties limits) {}

  private final WalletSession who;
  private final Surroundings around;

  /** Whoever does not read is told less. */
  private final Sinks.Many<String> words =
      Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_UNREAD));

  private final AtomicReference<@Nullable StreamEnd> ended = new AtomicReference<>();
  private final Sinks.Empty<Void> over = Sinks.empty();
  private volatile @Nullable Broadcast broadcast;
  private volatile Streams.@Nullable Place place;
  private volatile long heardAt = System.nanoTime();
  private boolean asked;
  private long budget;
  private long sentBefore;

  StreamPage(WalletSession who, Surroundings around) {
    this.who = who;
    this.around = around;
    this.budget = around.limits().perSecond().toBytes() * BURST_SECONDS;
  }

  /** What is to be told the page, up to why it is over. */
  Flux<String> words() {
    return words.asFlux();
  }

  /** A text came; completes once more is wanted. */
  Mono<Void> onText(String text) {
    heardAt = System.nanoTime();
    if (ended.get() != null) {
      return Mono.empty();
    }
    Broadcast running = broadcast;
    if (running != null) {
      // All that a page says by then is that it has sent everything.
      running.finish();
      return Mono.empty();
    }
    Optional<StreamRequest> request = asked ? Optional.empty() : StreamRequest.of(text, JSON);
    asked = true;
    if (request.isEmpty()) {
      end(StreamEnd.BAD_REQUEST);
      return Mono.empty();
    }
    return begin(request.get());
  }

  /** Media came; completes once more is wanted. */
  Mono<Void> onMedia(byte[] media) {
    heardAt = System.nanoTime();
    Broadcast running = broadcast;
    if (ended.get() != null) {
      return Mono.empty();
    }
    synchronized (this) {
      budget -= media.length;
    }
    if (running == null || budget < 0) {
      end(running == null ? StreamEnd.BAD_REQUEST : StreamEnd.TOO_MUCH);
      return Mono.empty();
    }
    return running.offer(media);
  }

  /** Once a second: tells the page how it is doing. */
  void look() {
    if (ended.get() != null) {
      return;
    }
    if (silentFor().compareTo(around.limits().silentFor()) > 0) {
      end(StreamEnd.SILENT);
      return;
    }
    if (!isListenedTo()) {
      heardAt = System.nanoTime();
    }
    Broadcast running = broadcast;
    if (running != null) {
      earn();
      long sent = running.sent();
      long bits = (sent - sentBefore) * Byte.SIZE;
      sentBefore = sent;
      StreamState state = running.look();
      say(
          Map.of(
              "type", "state", "state", state, "bitsPerSecond", bits, "losses", running.losses()));
    }
  }

  /** Whoever is not listened to is not silent. */
  @Override
  public Duration silentFor() {
    return isListenedTo() ? Duration.ofNanos(System.nanoTime() - heardAt) : Duration.ZERO;
  }

  private boolean isListenedTo() {
    Broadcast running = broadcast;
    return running == null || running.wantsMedia();
  }

  /** Ends it; does nothing when it is over. */
  @Override
  public void end(StreamEnd why) {
    if (!ended.compareAndSet(null, why)) {
      return;
    }
    Broadcast running = broadcast;
    if (running != null) {
      running.end(why);
    }
    Streams.Place held = place;
    if (held != null) {
      held.leave(why);
    }
    log.debug("a stream ended: {}", why.wireName());
    say(Map.of("type", "ended", "reason", why));
    synchronized (words) {
      words.tryEmitComplete();
    }
    over.tryEmitEmpty();
  }

  /** Completes when it is over. */
  Mono<Void> over() {
    return over.asMono();
  }

  private synchronized void earn() {
    long second = around.limits().perSecond().toBytes();
    budget = Math.min(budget + second, second * BURST_SECONDS);
  }

  private Mono<Void> begin(StreamRequest request) {
    Optional<Target> target = Target.of(request.address(), request.key(), around.limits().ports());
    Ffmpeg ffmpeg = around.program().ffmpeg();
    if (ffmpeg == null || !ffmpeg.takes(request.media())) {
      end(StreamEnd.UNAVAILABLE);
      return Mono.empty();
    }
    if (target.isEmpty()) {
      end(StreamEnd.BAD_ADDRESS);
      return Mono.empty();
    }
    say(Map.of("type", "state", "state", StreamState.CONNECTING));
    StreamingRights rights = around.rights();
    // Who has no room costs neither a permit nor a look-up.
    return rights
        .refusal(who)
        .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(noRoom(request.media()))))
        .switchIfEmpty(Mono.defer(() -> rights.tooOften(who)))
        .doOnNext(this::end)
        .hasElement()
        .filter(refused -> !refused && ended.get() == null)
        .flatMap(permitted -> resolve(target.get()))
        .doOnNext(ingest -> begin(ffmpeg, request.media(), ingest))
        .then();
  }

  /** Takes room for the stream; why there is none, or empty. */
  private Optional<StreamEnd> noRoom(Media media) {
    return switch (around.streams().admit(who.wallet(), media.needsTranscoding(), this)) {
      case Streams.Full full -> Optional.of(full.why());
      case Streams.Place admitted -> {
        place = admitted;
        StreamEnd already = ended.get();
        if (already != null) {
          admitted.leave(already);
        }
        yield Optional.empty();
      }
    };
  }

  /** Looks the name up off the event loop; ends it here when it leads where it must not. */
  private Mono<Ingest> resolve(Target target) {
    return Mono.fromCallable(() -> lookUp(target))
        .subscribeOn(around.names())
        .timeout(around.limits().connectWithin())
        .onErrorResume(
            error -> {
              end(StreamEnd.UNREACHABLE);
              return Mono.empty();
            })
        .filter(
            ingest -> {
              if (ingest.addresses().isEmpty()) {
                end(StreamEnd.FORBIDDEN_ADDRESS);
              }
              return !ingest.addresses().isEmpty();
            });
  }

  private Ingest lookUp(Target target) throws IOException {
    List<InetAddress> addresses = around.addresses().of(target.host());
    return new Ingest(target, addresses, around.tls(), around.limits().connectWithin());
  }

  private void begin(Ffmpeg ffmpeg, Media media, Ingest ingest) {
    var running = new Broadcast(ffmpeg, media, ingest, around.limits(), this::end);
    broadcast = running;
    heardAt = System.nanoTime();
    running.start();
    StreamEnd already = ended.get();
    if (already != null) {
      running.end(already);
    }
  }

  private void say(Map<String, Object> message) {
    synchronized (words) {
      words.tryEmitNext(JSON.writeValueAsString(message));
    }
  }
}
