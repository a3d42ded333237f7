package dev.passerby.signaling;

import dev.passerby.protocol.CloseCode;
import dev.passerby.protocol.MessageCodec;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.adapter.ReactorNettyWebSocketSession;
import reactor.core.publisher.Flux;
import reactor.netty.NettyPipeline;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * A socket with its channel at hand. Signals are written to the channel itself, from the sender's
 * thread: a stream per connection in between would queue without a bound that we set, and would
 * cost more than the message.
 */
final class NettySocket extends ReactorNettyWebSocketSession {

  private final Channel channel;

  NettySocket(
      WebsocketInbound in,
      WebsocketOutbound out,
      Channel channel,
      HandshakeInfo info,
      NettyDataBufferFactory buffers) {
    super(in, out, info, buffers, MessageCodec.MAX_FRAME_BYTES);
    this.channel = channel;
  }

  Channel channel() {
    return channel;
  }

  /** Whole messages as they come, each to be read before the next is asked for. */
  Flux<WebSocketFrame> frames() {
    return getDelegate().getInbound().aggregateFrames(MessageCodec.MAX_FRAME_BYTES).receiveFrames();
  }

  /** Says goodbye behind what is already on its way, and closes once the peer has heard it. */
  void close(CloseCode code) {
    channel.eventLoop().execute(() -> sayGoodbye(code));
  }

  private void sayGoodbye(CloseCode code) {
    boolean first = channel.pipeline().get(ClosingHandshake.class) == null;
    if (channel.isActive() && first) {
      var _ =
          channel
              .pipeline()
              .addBefore(NettyPipeline.ReactiveBridge, "closing-handshake", new ClosingHandshake());
      var _ =
          channel
              .writeAndFlush(new CloseWebSocketFrame(code.status(), code.reason()))
              .addListener(written -> channel.read());
    }
  }
}
