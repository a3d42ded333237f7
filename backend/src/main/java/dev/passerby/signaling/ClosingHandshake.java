package dev.passerby.signaling;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Goes on reading, and drops what it reads, until the peer has answered our close frame. Closing at
 * once with bytes unread would make the kernel reset the connection, and the peer might never see
 * why (RFC 6455 §7.1.1).
 */
final class ClosingHandshake extends ChannelInboundHandlerAdapter {

  private static final long PATIENCE_SECONDS = 2;

  private @Nullable Future<?> patience;

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    patience =
        context.executor().schedule(() -> close(context), PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object frame) {
    boolean answered = frame instanceof CloseWebSocketFrame;
    ReferenceCountUtil.release(frame);
    if (answered) {
      close(context);
    } else {
      context.read();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (patience != null) {
      patience.cancel(false);
    }
    context.fireChannelInactive();
  }

  private static void close(ChannelHandlerContext context) {
    var _ = context.close();
  }
}
