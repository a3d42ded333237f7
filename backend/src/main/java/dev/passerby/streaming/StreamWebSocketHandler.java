package dev.passerby.streaming;

import dev.passerby.wallet.WalletAuthentication;
import dev.passerby.wallet.WalletSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The socket over which a page streams. A frame is read when the one before it has found room, so
 * that a slow ingest is felt by the browser, as TCP's own back-pressure.
 */
@Component
final class StreamWebSocketHandler implements WebSocketHandler {

  private static final Logger log = LoggerFactory.getLogger(StreamWebSocketHandler.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** Time for the page to read why it is over, and to close. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final CloseStatus TOO_MANY =
      CloseStatus.SERVICE_OVERLOAD.withReason("too many streams of this wallet");

  private final StreamPage.Surroundings around;
  private final StreamingRights rights;

  StreamWebSocketHandler(StreamPage.Surroundings around) {
    this.around = around;
    this.rights = around.rights();
  }

  @Override
  public Mono<Void> handle(WebSocketSession session) {
    return session
        .getHandshakeInfo()
        .getPrincipal()
        .cast(WalletAuthentication.class)
        .flatMap(who -> serve(session, who.getPrincipal()));
  }

  private Mono<Void> serve(WebSocketSession session, WalletSession who) {
    Streams streams = around.streams();
    if (!streams.opened(who.wallet())) {
      return session.close(TOO_MANY);
    }
    return stream(session, who).doFinally(signal -> streams.closed(who.wallet()));
  }

  private Mono<Void> stream(WebSocketSession session, WalletSession who) {
    var page = new StreamPage(who, around);
    Mono<Void> heard =
        session
            .receive()
            // Copied at once: Netty takes the message back before the one before it is through.
            .map(Frame::of)
            .concatMap(frame -> hear(page, frame), 1)
            .then()
            .onErrorResume(
                error -> {
                  log.debug("a stream's connection broke: {}", error.toString());
                  return Mono.empty();
                });
    // Media that is on its way meanwhile is read, and dropped: a connection that is closed with
    // bytes unread is reset, and the page would not learn why.
    Mono<Void> told =
        session
            .send(page.words().map(session::textMessage))
            .then(Mono.delay(FAREWELL))
            .then(session.close(CloseStatus.NORMAL));
    Mono<Void> looked =
        Flux.interval(LOOK_EVERY).onBackpressureDrop().doOnNext(tick -> page.look()).then();
    Mono<Void> lost = rights.lost(who).doOnNext(page::end).then(Mono.never());
    return Mono.firstWithSignal(heard, told, looked, lost)
        .doFinally(signal -> page.end(StreamEnd.STOPPED));
  }

  private static Mono<Void> hear(StreamPage page, Frame frame) {
    return switch (frame.type()) {
      case TEXT -> page.onText(new String(frame.bytes(), StandardCharsets.UTF_8));
      case BINARY -> page.onMedia(frame.bytes());
      // Browsers send none. Whoever does is not answered, but let go of.
      case PING -> Mono.fromRunnable(() -> page.end(StreamEnd.BAD_REQUEST));
      case PONG -> Mono.empty();
    };
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Frame(WebSocketMessage.Type type, byte[] bytes) {

    static Frame of(WebSocketMessage message) {
      DataBuffer payload = message.getPayload();
      byte[] bytes = new byte[payload.readableByteCount()];
      payload.read(bytes);
      return new Frame(message.getType(), bytes);
    }
  }
}
