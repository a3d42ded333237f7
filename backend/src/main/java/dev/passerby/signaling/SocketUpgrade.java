package dev.passerby.signaling;

import dev.passerby.protocol.MessageCodec;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** Turns a request into a {@link NettySocket} with our limits. */
final class SocketUpgrade implements RequestUpgradeStrategy {

  /** Pings come to us, as answering them without counting would let a peer fill our memory. */
  private static final WebsocketServerSpec SPEC =
      WebsocketServerSpec.builder()
          .maxFramePayloadLength(MessageCodec.MAX_FRAME_BYTES)
          .handlePing(true)
          .compress(false)
          .build();

  @Override
  public Mono<Void> upgrade(
      ServerWebExchange exchange,
      WebSocketHandler handler,
      @Nullable String subProtocol,
      Supplier<HandshakeInfo> handshake) {
    ServerHttpResponse response = exchange.getResponse();
    HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
    HandshakeInfo info = handshake.get();
    var buffers = (NettyDataBufferFactory) response.bufferFactory();
    // Completing first lets the filters write their headers.
    return response
        .setComplete()
        .then(
            Mono.defer(
                () ->
                    netty.sendWebsocket(
                        (in, out) -> handler.handle(socket(in, out, info, buffers)), SPEC)));
  }

  private static NettySocket socket(
      WebsocketInbound in,
      WebsocketOutbound out,
      HandshakeInfo info,
      NettyDataBufferFactory buffers) {
    Connection[] connection = new Connection[1];
    in.withConnection(found -> connection[0] = found);
    HeaderDeadline.remove(connection[0].channel());
    return new NettySocket(in, out, connection[0].channel(), info, buffers);
  }
}
