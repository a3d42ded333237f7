package dev.passerby.signaling;

import dev.passerby.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;

/**
 * One socket of a page. What its frames say is for the line that it carries: its own at first, an
 * earlier one once that is resumed. Frames come on the channel's event loop.
 */
final class Connection {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  /** What may wait for a line whose event loop is another one; a polite page stays far below. */
  private static final int MAX_UNHEARD = 256;

  /** How the page left. */
  enum Farewell {
    /** The network did. */
    NONE,
    /** A close frame said that it will not come back. */
    SAID,
    /** It broke RFC 6455, and Netty has closed the connection over it. */
    VIOLATION;

    /** By the page's close frame; 1000 and 1001 are what closing and leaving a page say. */
    static Farewell of(CloseStatus status) {
      int code = status.getCode();
      boolean meant =
          code == CloseStatus.NORMAL.getCode() || code == CloseStatus.GOING_AWAY.getCode();
      return meant ? SAID : NONE;
    }
  }

  private final NettySocket socket;
  private final SignalingMetrics metrics;
  private final TokenBucket budget;
  private final AtomicInteger unheard = new AtomicInteger();
  private volatile Line line;
  private volatile Farewell farewell = Farewell.NONE;
  private volatile boolean deaf;
  private volatile boolean gone;
  private volatile long heardAt = System.nanoTime();

  Connection(NettySocket socket, Line line, SignalingProperties limits, SignalingMetrics metrics) {
    this.socket = socket;
    this.line = line;
    this.metrics = metrics;
    this.budget =
        new TokenBucket(limits.messagesPerSecond(), Duration.ofSeconds(1), limits.burst(), heardAt);
  }

  Channel channel() {
    return socket.channel();
  }

  Line line() {
    return line;
  }

  /** From now on it speaks and listens for this line. */
  void carry(Line other) {
    line = other;
  }

  /** A frame came. What comes behind our goodbye is not heard. */
  void on(WebSocketFrame frame) {
    long now = System.nanoTime();
    heardAt = now;
    if (deaf) {
      return;
    }
    Line to = line;
    if (frame.rsv() != 0) {
      // Netty lets them pass for the sake of extensions, of which we have none.
      to.end(CloseCode.PROTOCOL_ERROR);
    } else if (frame instanceof TextWebSocketFrame text) {
      byte[] content = ByteBufUtil.getBytes(text.content());
      boolean permitted = budget.tryTake(now);
      tell(to, () -> to.heard(this, content, permitted));
    } else if (frame instanceof PingWebSocketFrame ping) {
      ping(to, ping.content(), budget.tryTake(now));
    } else if (frame instanceof PongWebSocketFrame pong) {
      if (pong.content().readableBytes() == Long.BYTES) {
        long received = pong.content().getLong(pong.content().readerIndex());
        tell(to, () -> to.pongReceived(this, received));
      }
    } else if (frame instanceof BinaryWebSocketFrame) {
      to.end(CloseCode.UNSUPPORTED_DATA);
    }
  }

  private void ping(Line to, ByteBuf content, boolean permitted) {
    ByteBuf kept = content.retain();
    tell(to, () -> to.pinged(this, kept, permitted));
  }

  /** In order, and on the line's event loop, which is this one unless the line was resumed. */
  private void tell(Line to, Runnable what) {
    if (to.isAtHome()) {
      what.run();
    } else if (unheard.incrementAndGet() > MAX_UNHEARD) {
      to.end(CloseCode.POLICY);
    } else {
      to.post(
          () -> {
            unheard.decrementAndGet();
            what.run();
          });
    }
  }

  boolean isSilentFor(Duration duration) {
    return System.nanoTime() - heardAt > duration.toNanos();
  }

  /** Nothing that comes is heard any more. */
  void stopListening() {
    deaf = true;
  }

  /** Says why and closes. */
  void close(CloseCode code) {
    deaf = true;
    metrics.closed(code);
    log.debug("connection {} closed: {}", socket.getId(), code.status());
    socket.close(code);
  }

  /** Ends it without a word. */
  void cut(String why) {
    log.debug("connection {} cut off: {}", socket.getId(), why);
    var _ = socket.channel().close();
  }

  void left(Farewell how) {
    farewell = how;
  }

  Farewell farewell() {
    return farewell;
  }

  /** The socket is gone. */
  void gone() {
    // First of all, so that a line that is being handed over finds out, too.
    gone = true;
    Line to = line;
    to.post(() -> to.gone(this));
  }

  boolean isGone() {
    return gone;
  }
}
