package dev.passerby.signaling;

import dev.passerby.protocol.MessageCodec;
import dev.passerby.protocol.ServerMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one page and not yet with the kernel: at most 64 messages and 256 KB.
 * Whoever sends never waits; when the reader is too slow, or away for too much, it is the reader
 * that goes.
 *
 * <p>A message goes out in two steps: any thread offers it, and the line's event loop numbers and
 * writes it. So there is one order of messages, and a line can change its connection between two of
 * them. Everything but {@link #offer} is for that event loop alone.
 */
final class Outbox {

  static final int MAX_MESSAGES = 64;
  static final int MAX_BYTES = 256 * 1024;

  private final EventLoop home;
  private final MessageCodec codec;
  private final Runnable overflow;
  private final SentMessages sent = new SentMessages();
  private volatile Backlog backlog = new Backlog();
  private @Nullable Channel channel;
  private boolean closed;

  /** Since when nobody reads, and how much has come since. */
  private long unreadFrom;

  private int unreadBytes;

  /** What the page has proved to have received, now and when we last looked. */
  private long arrived;

  private long arrivedBefore;
  private long writtenBefore;

  /**
   * @param overflow called on the line's event loop when the reader is too slow, perhaps repeatedly
   */
  Outbox(EventLoop home, MessageCodec codec, Runnable overflow) {
    this.home = home;
    this.codec = codec;
    this.overflow = overflow;
  }

  /** Sends the message, from any thread; after the end it is dropped. */
  void offer(ServerMessage message) {
    Delivery delivery = new Delivery(message, SentMessages.size(message), backlog);
    if (delivery.backlog.add(delivery.size)) {
      home.execute(delivery);
    } else {
      delivery.backlog.remove(delivery.size);
      home.execute(overflow);
    }
  }

  /** Writes to this channel from now on. */
  void open(Channel next) {
    channel = next;
    backlog = new Backlog();
    writtenBefore = 0;
  }

  /**
   * Writes to this channel from now on: first an answer, then what the page has not received. That
   * is bounded by what was kept, and is not counted as waiting for a slow reader.
   *
   * @param received how many messages the page has; {@link #reachesBackTo} them
   */
  void open(Channel next, ServerMessage answer, long received) {
    open(next);
    arrived = Math.max(arrived, received);
    sent.forget(arrived);
    var _ = next.write(encode(answer, next));
    writeAfter(received, next);
  }

  /** Writes to the channel again that nobody else has written to since {@link #shut}. */
  void openAgain(Channel same) {
    open(same);
    writeAfter(unreadFrom, same);
  }

  private void writeAfter(long received, Channel to) {
    for (ServerMessage message : sent.after(received)) {
      var _ = to.write(encode(message, to));
    }
    to.flush();
  }

  /** Nobody reads for now. */
  void shut() {
    channel = null;
    unreadFrom = sent.count();
    unreadBytes = 0;
  }

  /** Nothing more is sent. */
  void close() {
    closed = true;
    channel = null;
  }

  /** Whether everything behind the first so many can be sent again. */
  boolean reachesBackTo(long received) {
    return sent.reachBackTo(received);
  }

  /** Asks the page for a sign of life, which will also tell how much has arrived. */
  void ping() {
    if (channel != null) {
      ByteBuf count = channel.alloc().directBuffer(Long.BYTES).writeLong(sent.count());
      control(channel, new PingWebSocketFrame(count));
    }
  }

  /** Answers a ping; takes over its content. */
  void pong(ByteBuf content) {
    if (channel == null) {
      content.release();
    } else {
      control(channel, new PongWebSocketFrame(content));
    }
  }

  /**
   * A pong came.
   *
   * @param received how many messages had been written before its ping, as that had said
   */
  void pongReceived(long received) {
    if (received <= sent.count()) {
      arrived = Math.max(arrived, received);
    }
  }

  /**
   * Lets go of what had arrived when this was last called. Not of what arrived since: the browser
   * has it, but its page may not have read it yet.
   */
  void forgetArrived() {
    sent.forget(arrivedBefore);
    arrivedBefore = arrived;
  }

  /** Whether something was sent that may not have arrived. */
  boolean isUnproven() {
    return arrived < sent.count();
  }

  /** Whether something waits for the reader, and nothing was read since the last look. */
  boolean isStalled() {
    long written = backlog.written.get();
    boolean stalled = backlog.messages.get() > 0 && written == writtenBefore;
    writtenBefore = written;
    return stalled;
  }

  private void send(Delivery delivery) {
    ServerMessage message = delivery.message;
    if (closed) {
      delivery.backlog.remove(delivery.size);
      return;
    }
    if (!(message instanceof ServerMessage.Welcome)) {
      sent.add(message);
    }
    if (channel != null) {
      var _ = channel.writeAndFlush(encode(message, channel)).addListener(delivery);
      return;
    }
    delivery.backlog.remove(delivery.size);
    unreadBytes += delivery.size;
    if (sent.count() - unreadFrom > MAX_MESSAGES || unreadBytes > MAX_BYTES) {
      overflow.run();
    }
  }

  private void control(Channel to, WebSocketFrame frame) {
    int size = frame.content().readableBytes();
    Backlog now = backlog;
    if (now.add(size)) {
      var _ = to.writeAndFlush(frame).addListener(written -> now.written(size));
    } else {
      frame.release();
      now.remove(size);
      overflow.run();
    }
  }

  private WebSocketFrame encode(ServerMessage message, Channel to) {
    ByteBuf content = to.alloc().directBuffer(SentMessages.size(message));
    try {
      codec.encode(message, content);
      return new TextWebSocketFrame(content);
    } catch (RuntimeException e) {
      content.release();
      throw e;
    }
  }

  /** What has been offered for one connection and has not reached the kernel. */
  private static final class Backlog {

    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicInteger bytes = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();

    /** Both counters go up first, so that racing senders cannot slip past the bound together. */
    boolean add(int size) {
      boolean fits = messages.incrementAndGet() <= MAX_MESSAGES;
      return bytes.addAndGet(size) <= MAX_BYTES && fits;
    }

    void remove(int size) {
      messages.decrementAndGet();
      bytes.addAndGet(-size);
    }

    void written(int size) {
      remove(size);
      written.incrementAndGet();
    }
  }

  /** A message on its way: first to the line's event loop, then to the kernel. */
  private final class Delivery implements Runnable, ChannelFutureListener {

    private final ServerMessage message;
    private final int size;
    private final Backlog backlog;

    Delivery(ServerMessage message, int size, Backlog backlog) {
      this.message = message;
      this.size = size;
      this.backlog = backlog;
    }

    @Override
    public void run() {
      send(this);
    }

    @Override
    public void operationComplete(ChannelFuture future) {
      backlog.written(size);
    }
  }
}
