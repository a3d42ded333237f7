package dev.passerby.signaling;

import dev.passerby.chain.ChainReader;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.protocol.CloseCode;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.signaling.Connection.Farewell;
import dev.passerby.wallet.WalletAuthentication;
import dev.passerby.wallet.WalletSession;
import dev.passerby.wallet.WalletSessions;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** A socket's life, from the upgrade that Spring Security has let pass to its end. */
@Component
final class SignalingWebSocketHandler implements WebSocketHandler {

  private static final Logger log = LoggerFactory.getLogger(SignalingWebSocketHandler.class);

  /** The welcome goes out without an entitlement rather than late. */
  private static final Duration WELCOME_WITHIN = Duration.ofSeconds(2);

  private final SignalingSession.Surroundings around;
  private final WalletSessions walletSessions;
  private final Entitlements entitlements;
  private final ChainReader chain;

  SignalingWebSocketHandler(
      SignalingSession.Surroundings around,
      WalletSessions walletSessions,
      Entitlements entitlements,
      ChainReader chain) {
    this.around = around;
    this.walletSessions = walletSessions;
    this.entitlements = entitlements;
    this.chain = chain;
  }

  @Override
  public Mono<Void> handle(WebSocketSession session) {
    NettySocket socket = (NettySocket) session;
    return session
        .getHandshakeInfo()
        .getPrincipal()
        .cast(WalletAuthentication.class)
        .flatMap(who -> serve(socket, who.getPrincipal()));
  }

  private Mono<Void> serve(NettySocket socket, WalletSession who) {
    var session = new SignalingSession(who, socket.channel().eventLoop(), around);
    var connection = new Connection(socket, session.line(), around.properties(), around.metrics());
    if (!around.connections().add(session)) {
      connection.close(CloseCode.POLICY);
      return frames(socket, connection);
    }
    around.connections().opened();
    session.begin(connection, walletSessions.ended(who));
    // Nothing is read before the welcome is out, so that it is always the first message.
    return welcome(session)
        .then(Mono.fromRunnable(() -> turnBackLatecomer(session)))
        .then(frames(socket, connection))
        .doFinally(
            signal -> {
              around.connections().closed();
              connection.gone();
            });
  }

  private void turnBackLatecomer(SignalingSession session) {
    if (around.connections().isShut()) {
      session.goAway(around.properties().drainWithin());
    }
  }

  private Mono<Void> welcome(SignalingSession session) {
    return entitlements
        .of(session.wallet())
        .timeout(WELCOME_WITHIN)
        .map(SignalingWebSocketHandler::rights)
        .onErrorReturn(Optional.empty())
        .doOnNext(
            rights ->
                session.deliver(
                    new ServerMessage.Welcome(
                        session.id(),
                        session.line().token(),
                        chain.sessionLimit().toSeconds(),
                        rights.orElse(null))))
        .then();
  }

  private static Optional<ServerMessage.Rights> rights(EntitlementResult result) {
    return switch (result) {
      case EntitlementResult.Known known -> Optional.of(Rights.of(known.entitlement()));
      case EntitlementResult.ChainStale _,
          EntitlementResult.ChainDown _,
          EntitlementResult.ChainDisputed _ ->
          Optional.empty();
    };
  }

  private static Mono<Void> frames(NettySocket socket, Connection connection) {
    return socket
        .frames()
        .doOnNext(connection::on)
        .then(Mono.defer(socket::closeStatus))
        .doOnNext(status -> connection.left(Farewell.of(status)))
        .then()
        .onErrorResume(
            error -> {
              if (error instanceof TooLongFrameException) {
                connection.line().end(CloseCode.TOO_BIG);
                return Mono.never();
              }
              if (error instanceof CorruptedWebSocketFrameException) {
                // Netty has answered with a close frame already.
                connection.left(Farewell.VIOLATION);
              }
              log.debug("a connection broke: {}", error.toString());
              return Mono.empty();
            });
  }
}
