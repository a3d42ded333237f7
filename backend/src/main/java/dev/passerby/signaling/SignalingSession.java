package dev.passerby.signaling;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Encounters;
import dev.passerby.encounter.Participant;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.CloseCode;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.Inbound;
import dev.passerby.protocol.MessageCodec;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.wallet.SessionEnd;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: what comes in is decoded and handed on, what goes out passes its {@link Outbox}.
 * Frames come on the channel's event loop alone; everything else may be called from any thread.
 */
final class SignalingSession {

  private static final Logger log = LoggerFactory.getLogger(SignalingSession.class);

  /** What all connections share. */
  record Surroundings(
      Encounters encounters,
      MessageCodec codec,
      SignalingMetrics metrics,
      SignalingProperties properties) {}

  private final String id;
  private final Address wallet;
  private final NettySocket socket;
  private final Surroundings around;
  private final Participant participant;
  private final Outbox outbox;
  private final TokenBucket budget;
  private final TokenBucket patience;
  private final AtomicBoolean closing = new AtomicBoolean();
  private @Nullable Future<?> heartbeat;
  private long heardAt = System.nanoTime();
  private long writtenBefore;

  SignalingSession(String id, Address wallet, NettySocket socket, Surroundings around) {
    SignalingProperties limits = around.properties();
    long now = System.nanoTime();
    this.id = id;
    this.wallet = wallet;
    this.socket = socket;
    this.around = around;
    this.participant = around.encounters().arrive(id, wallet);
    this.outbox =
        new Outbox(socket.channel(), around.codec(), () -> close(CloseCode.OUTBOX_OVERFLOW));
    this.budget =
        new TokenBucket(limits.messagesPerSecond(), Duration.ofSeconds(1), limits.burst(), now);
    this.patience =
        new TokenBucket(limits.errorsPerMinute(), Duration.ofMinutes(1), limits.errors(), now);
  }

  String id() {
    return id;
  }

  Address wallet() {
    return wallet;
  }

  void startHeartbeat() {
    long period = around.properties().pingEvery().toMillis();
    // Sockets that came together, after a restart say, are not to be asked together ever after.
    long first = ThreadLocalRandom.current().nextLong(period) + 1;
    heartbeat =
        socket
            .channel()
            .eventLoop()
            .scheduleAtFixedRate(this::beat, first, period, TimeUnit.MILLISECONDS);
  }

  /** A frame came. What comes behind our goodbye is not heard. */
  void on(WebSocketFrame frame) {
    heardAt = System.nanoTime();
    if (closing.get()) {
      return;
    }
    if (frame.rsv() != 0) {
      // Netty lets them pass for the sake of extensions, of which we have none.
      close(CloseCode.PROTOCOL_ERROR);
    } else if (frame instanceof TextWebSocketFrame text) {
      if (isWithinBudget()) {
        on(text.content());
      }
    } else if (frame instanceof PingWebSocketFrame ping) {
      if (isWithinBudget()) {
        outbox.pong(ping.content().retain());
      }
    } else if (frame instanceof BinaryWebSocketFrame) {
      close(CloseCode.UNSUPPORTED_DATA);
    }
  }

  private void on(ByteBuf content) {
    Encounters encounters = around.encounters();
    switch (around.codec().decode(ByteBufUtil.getBytes(content))) {
      case ClientMessage.Signal signal -> encounters.relay(participant, signal);
      case ClientMessage.Join join -> encounters.join(participant, join);
      case ClientMessage.Leave() -> encounters.leave(participant);
      case ClientMessage.Next next -> encounters.next(participant, next);
      case ClientMessage.Decoded decoded -> encounters.decoded(participant, decoded);
      case ClientMessage.Again again -> encounters.again(participant, again);
      case ClientMessage.Report report -> encounters.report(participant, report);
      case ClientMessage.Block block -> encounters.block(participant, block);
      case Inbound.Rejected(ErrorCode code, String detail) ->
          deliver(new ServerMessage.Problem(code, detail));
      case Inbound.NotUtf8() -> close(CloseCode.INVALID_UTF8);
    }
  }

  /** Something for this connection; whoever makes too many mistakes is not told forever. */
  void deliver(ServerMessage message) {
    if (message instanceof ServerMessage.Problem(ErrorCode code, _, _)) {
      around.metrics().error(code);
      if (code.strike() && !forgives()) {
        close(code.closeCode());
        return;
      }
    }
    outbox.offer(message);
  }

  private boolean isWithinBudget() {
    if (budget.tryTake(System.nanoTime())) {
      return true;
    }
    deliver(ServerMessage.Problem.of(ErrorCode.RATE_LIMITED));
    return false;
  }

  private boolean forgives() {
    synchronized (patience) {
      return patience.tryTake(System.nanoTime());
    }
  }

  /** The person's session ended. */
  void signedOut(SessionEnd end) {
    around.encounters().signedOut(participant);
    close(
        switch (end) {
          case SIGNED_OUT -> CloseCode.SIGNED_OUT;
          case EXPIRED -> CloseCode.SESSION_EXPIRED;
        });
  }

  /** The service stops. */
  void goAway(Duration reconnectWithin) {
    around.encounters().goingAway(participant);
    outbox.offer(new ServerMessage.GoingAway(reconnectWithin.toMillis()));
    close(CloseCode.RESTART);
  }

  /** Says why and closes; does nothing more after the first time. */
  void close(CloseCode code) {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    outbox.close();
    around.metrics().closed(code);
    log.debug("connection {} closed: {}", id, code.status());
    socket.close(code);
  }

  /** The socket is gone. */
  void gone() {
    outbox.close();
    if (heartbeat != null) {
      heartbeat.cancel(false);
    }
    around.encounters().lost(participant);
  }

  /**
   * A peer that reads nothing or says nothing is cut off without a word: it would not read that,
   * either.
   */
  private void beat() {
    boolean stalled = outbox.isPending() && outbox.written() == writtenBefore;
    boolean silent = System.nanoTime() - heardAt > around.properties().silentFor().toNanos();
    if (stalled || silent) {
      log.debug("connection {} cut off: {}", id, stalled ? "not reading" : "silent");
      outbox.close();
      var _ = socket.channel().close();
      return;
    }
    writtenBefore = outbox.written();
    outbox.ping();
  }
}
