package dev.passerby.signaling;

import dev.passerby.protocol.MessageCodec;
import dev.passerby.protocol.ServerMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is on its way to one connection and not yet with the kernel: at most 64 messages and 256 KB.
 * Whoever sends never waits; when the reader is too slow, it is the reader that goes.
 */
final class Outbox {

  static final int MAX_MESSAGES = 64;
  static final int MAX_BYTES = 256 * 1024;

  /** Room for any message but a description, so that hardly any buffer has to grow. */
  private static final int USUAL_BYTES = 512;

  private final Channel channel;
  private final MessageCodec codec;
  private final Runnable overflow;
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicInteger bytes = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();
  private volatile boolean closed;

  /**
   * @param overflow called once, on any thread, when the reader is too slow
   */
  Outbox(Channel channel, MessageCodec codec, Runnable overflow) {
    this.channel = channel;
    this.codec = codec;
    this.overflow = overflow;
  }

  /** Sends the message, from any thread; after the end it is dropped. */
  void offer(ServerMessage message) {
    if (closed) {
      return;
    }
    int size =
        message instanceof ServerMessage.Signal signal
            ? signal.payload().length() + USUAL_BYTES / 2
            : USUAL_BYTES;
    ByteBuf content = channel.alloc().directBuffer(size);
    try {
      codec.encode(message, content);
    } catch (RuntimeException e) {
      content.release();
      throw e;
    }
    write(new TextWebSocketFrame(content));
  }

  /** Asks the peer for a sign of life. */
  void ping() {
    write(new PingWebSocketFrame());
  }

  /** Answers a ping; takes over its content. */
  void pong(ByteBuf content) {
    write(new PongWebSocketFrame(content));
  }

  /** Nothing more is sent. */
  void close() {
    closed = true;
  }

  /** Whether something is waiting for the reader. */
  boolean isPending() {
    return messages.get() > 0;
  }

  /** How many frames have reached the kernel so far. */
  long written() {
    return written.get();
  }

  private void write(WebSocketFrame frame) {
    int size = frame.content().readableBytes();
    // Both counters go up first and are never taken back but by the write's end, so that racing
    // senders cannot slip past the bound together.
    boolean fits = messages.incrementAndGet() <= MAX_MESSAGES;
    fits &= bytes.addAndGet(size) <= MAX_BYTES;
    if (!fits || closed) {
      frame.release();
      messages.decrementAndGet();
      bytes.addAndGet(-size);
      if (!closed) {
        closed = true;
        overflow.run();
      }
      return;
    }
    var _ = channel.writeAndFlush(frame).addListener(new Written(size));
  }

  private final class Written implements ChannelFutureListener {

    private final int size;

    Written(int size) {
      this.size = size;
    }

    @Override
    public void operationComplete(ChannelFuture future) {
      messages.decrementAndGet();
      bytes.addAndGet(-size);
      written.incrementAndGet();
    }
  }
}
