package dev.passerby.signaling;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes connections whose request head does not arrive in time, however it trickles in: from the
 * connection's start, and from the first byte of each further request.
 */
final class HeaderDeadline extends ChannelInboundHandlerAdapter {

  private static final String BYTES = "passerby.header-deadline";
  private static final String HEAD = "passerby.header-complete";

  private final Duration within;
  private @Nullable Future<?> alarm;

  private HeaderDeadline(Duration within) {
    this.within = within;
  }

  static void addTo(Channel channel, Duration within) {
    var pipeline = channel.pipeline();
    if (pipeline.get(NettyPipeline.HttpCodec) == null) {
      return;
    }
    var deadline = new HeaderDeadline(within);
    pipeline.addBefore(NettyPipeline.HttpCodec, BYTES, deadline);
    pipeline.addAfter(NettyPipeline.HttpCodec, HEAD, deadline.new Head());
    if (channel.isActive()) {
      deadline.arm(pipeline.context(deadline));
    }
  }

  /** Once it has become a socket there are no more heads. */
  static void remove(Channel channel) {
    var pipeline = channel.pipeline();
    if (pipeline.get(BYTES) != null) {
      pipeline.remove(BYTES);
      pipeline.remove(HEAD);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    arm(context);
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    arm(context);
    context.fireChannelRead(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    disarm();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    disarm();
  }

  private void arm(ChannelHandlerContext context) {
    if (alarm == null) {
      alarm =
          context
              .executor()
              .schedule(() -> close(context), within.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static void close(ChannelHandlerContext context) {
    var _ = context.close();
  }

  private void disarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  /**
   * Sees what the codec makes of the bytes; every part of a request's body shows it is past its
   * head.
   */
  private final class Head extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest || message instanceof HttpContent) {
        disarm();
      }
      context.fireChannelRead(message);
    }
  }
}
