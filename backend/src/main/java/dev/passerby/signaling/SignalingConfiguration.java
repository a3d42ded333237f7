package dev.passerby.signaling;

import dev.passerby.encounter.Encounters;
import dev.passerby.encounter.SignalRouter;
import dev.passerby.presence.Calls;
import dev.passerby.presence.Presence;
import dev.passerby.protocol.MessageCodec;
import java.util.Map;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;

/** Puts the socket at its address. */
@Configuration(proxyBeanMethods = false)
class SignalingConfiguration {

  static final String PATH = "/api/socket";

  @Bean
  HandlerMapping socketMapping(SignalingWebSocketHandler handler) {
    // Before the mapping of the page's files, which takes every path.
    return new SimpleUrlHandlerMapping(Map.of(PATH, handler), -1);
  }

  @Bean
  WebSocketHandlerAdapter socketAdapter() {
    return new WebSocketHandlerAdapter(new HandshakeWebSocketService(new SocketUpgrade()));
  }

  @Bean
  MessageCodec messageCodec() {
    return new MessageCodec();
  }

  @Bean
  Connections connections(SignalingProperties properties, SignalingMetrics metrics) {
    var connections = new Connections(properties.connectionsPerWallet());
    metrics.watch(connections);
    return connections;
  }

  @Bean
  SignalingSession.Surroundings signalingSurroundings(
      Encounters encounters,
      Presence presence,
      Calls calls,
      Connections connections,
      SignalRouter router,
      MessageCodec codec,
      SignalingMetrics metrics,
      SignalingProperties properties) {
    return new SignalingSession.Surroundings(
        encounters, presence, calls, connections, router, codec, metrics, properties);
  }

  @Bean
  NettyServerCustomizer headerDeadline(SignalingProperties properties) {
    return server ->
        server.doOnChannelInit(
            (observer, channel, address) ->
                HeaderDeadline.addTo(channel, properties.headerWithin()));
  }
}
