package dev.passerby.signaling;

import dev.passerby.chain.ChainReader;
import dev.passerby.encounter.RandomNames;
import dev.passerby.encounter.SignalRouter;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.ice.IceServers;
import dev.passerby.protocol.CloseCode;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.wallet.WalletAuthentication;
import dev.passerby.wallet.WalletSession;
import dev.passerby.wallet.WalletSessions;
import io.netty.handler.codec.TooLongFrameException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A socket's life, from the upgrade that Spring Security has let pass to its end. */
@Component
final class SignalingWebSocketHandler implements WebSocketHandler {

  private static final Logger log = LoggerFactory.getLogger(SignalingWebSocketHandler.class);

  /** The welcome goes out without an entitlement rather than late. */
  private static final Duration WELCOME_WITHIN = Duration.ofSeconds(2);

  private final Connections connections;
  private final SignalRouter router;
  private final SignalingSession.Surroundings around;
  private final WalletSessions walletSessions;
  private final Entitlements entitlements;
  private final ChainReader chain;
  private final IceServers iceServers;

  SignalingWebSocketHandler(
      Connections connections,
      SignalRouter router,
      SignalingSession.Surroundings around,
      WalletSessions walletSessions,
      Entitlements entitlements,
      ChainReader chain,
      IceServers iceServers) {
    this.connections = connections;
    this.router = router;
    this.around = around;
    this.walletSessions = walletSessions;
    this.entitlements = entitlements;
    this.chain = chain;
    this.iceServers = iceServers;
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
    SignalingSession session =
        new SignalingSession(RandomNames.connection(), who.wallet(), socket, around);
    if (!connections.add(session)) {
      session.close(CloseCode.POLICY);
      return frames(socket, session);
    }
    router.attach(session.id(), session::deliver);
    session.startHeartbeat();
    Disposable untilSignedOut =
        walletSessions
            .ended(who)
            .subscribe(
                session::signedOut,
                error -> log.error("connection {} outlives its session", session.id(), error));
    // Nothing is read before the welcome is out, so that it is always the first message.
    return welcome(session)
        .then(Mono.fromRunnable(() -> turnBackLatecomer(session)))
        .then(frames(socket, session))
        .doFinally(
            signal -> {
              untilSignedOut.dispose();
              router.detach(session.id());
              connections.remove(session);
              session.gone();
            });
  }

  private void turnBackLatecomer(SignalingSession session) {
    if (connections.isShut()) {
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
                        chain.sessionLimit().toSeconds(),
                        iceServers.hasRelay(),
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

  private static Mono<Void> frames(NettySocket socket, SignalingSession session) {
    return socket
        .frames()
        .doOnNext(session::on)
        .then()
        .onErrorResume(
            error -> {
              if (error instanceof TooLongFrameException) {
                session.close(CloseCode.TOO_BIG);
                return Mono.never();
              }
              // Netty has answered protocol violations with a close frame already.
              log.debug("connection {} broke: {}", session.id(), error.toString());
              return Mono.empty();
            });
  }
}
