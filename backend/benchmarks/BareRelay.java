import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * The least a WebSocket relay can be on Reactor Netty: {@code /relay/<pair>/<a|b>} hands every text
 * frame's bytes, unread, to the other end of its pair. It has no limits, no checks and no bound on
 * what it queues; it is what this service's cost is compared with.
 */
public final class BareRelay {

  private final Map<String, Sinks.Many<ByteBuf>> outboxes = new ConcurrentHashMap<>();

  private BareRelay() {}

  /**
   * Serves until it is killed.
   *
   * @param args the port on 127.0.0.1
   */
  public static void main(String[] args) {
    var relay = new BareRelay();
    HttpServer.create()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .route(
            routes ->
                routes.get(
                    "/relay/{pair}/{end}",
                    (request, response) -> {
                      String pair = request.param("pair");
                      String end = request.param("end");
                      return response.sendWebsocket((in, out) -> relay.serve(pair, end, in, out));
                    }))
        .bindNow()
        .onDispose()
        .block();
  }

  private Publisher<Void> serve(
      String pair, String end, WebsocketInbound in, WebsocketOutbound out) {
    String peer = pair + ("a".equals(end) ? "b" : "a");
    Sinks.Many<ByteBuf> outbox = Sinks.many().unicast().onBackpressureBuffer();
    outboxes.put(pair + end, outbox);
    Flux<ByteBuf> incoming = in.aggregateFrames().receive().doOnNext(frame -> relay(peer, frame));
    return out.sendObject(outbox.asFlux().map(TextWebSocketFrame::new), frame -> true)
        .then()
        .and(incoming.then())
        .doFinally(signal -> outboxes.remove(pair + end));
  }

  private void relay(String peer, ByteBuf frame) {
    Sinks.Many<ByteBuf> outbox = outboxes.get(peer);
    if (outbox != null) {
      outbox.tryEmitNext(frame.retain());
    }
  }
}
