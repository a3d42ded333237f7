package dev.passerby.signaling;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Encounters;
import dev.passerby.encounter.Participant;
import dev.passerby.encounter.RandomNames;
import dev.passerby.encounter.SignalRouter;
import dev.passerby.presence.Calls;
import dev.passerby.presence.Presence;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.CloseCode;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.Inbound;
import dev.passerby.protocol.MessageCodec;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.wallet.SessionEnd;
import dev.passerby.wallet.WalletSession;
import io.netty.channel.EventLoop;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * A page at its {@link Line}: what it says is handed on, by one exhaustive switch. Messages come on
 * the line's event loop; everything else may be called from any thread.
 */
final class SignalingSession implements Line.Owner {

  private static final Logger log = LoggerFactory.getLogger(SignalingSession.class);

  /** What all of them share. */
  record Surroundings(
      Encounters encounters,
      Presence presence,
      Calls calls,
      Connections connections,
      SignalRouter router,
      MessageCodec codec,
      SignalingMetrics metrics,
      SignalingProperties properties) {}

  private final String id;
  private final Address wallet;
  private final Surroundings around;
  private final Participant participant;
  private final Line line;
  private final TokenBucket patience;
  private final TokenBucket calls;
  private final TokenBucket presences;
  private final Disposable.Swap untilSignedOut = Disposables.swap();

  /**
   * @param home the event loop of the page's first connection
   */
  SignalingSession(WalletSession who, EventLoop home, Surroundings around) {
    SignalingProperties limits = around.properties();
    this.id = RandomNames.connection();
    this.wallet = who.wallet();
    this.around = around;
    this.participant = around.encounters().arrive(id, wallet);
    this.line = new Line(RandomNames.longName(), who, home, this, around);
    this.patience = aMinute(limits.errorsPerMinute(), limits.errors());
    this.calls = aMinute(limits.callsPerMinute(), limits.callsPerMinute());
    this.presences = aMinute(limits.presencesPerMinute(), limits.presencesPerMinute());
  }

  private static TokenBucket aMinute(int permits, int burst) {
    return new TokenBucket(permits, Duration.ofMinutes(1), burst, System.nanoTime());
  }

  String id() {
    return id;
  }

  Address wallet() {
    return wallet;
  }

  Line line() {
    return line;
  }

  /** Begins with its first connection, and ends with the wallet's session. */
  void begin(Connection first, Mono<SessionEnd> ended) {
    around.router().attach(id, this::deliver);
    line.begin(first);
    untilSignedOut.update(
        ended.subscribe(
            this::signedOut, error -> log.error("line {} outlives its session", id, error)));
  }

  @Override
  public void on(Inbound message) {
    Encounters encounters = around.encounters();
    switch (message) {
      case ClientMessage.Signal signal -> encounters.relay(participant, signal);
      case ClientMessage.Join join -> encounters.join(participant, join);
      case ClientMessage.Ping() -> deliver(new ServerMessage.Pong());
      case ClientMessage.Leave() -> encounters.leave(participant);
      case ClientMessage.Next next -> encounters.next(participant, next);
      case ClientMessage.Decoded decoded -> encounters.decoded(participant, decoded);
      case ClientMessage.Stalled stalled -> encounters.stalled(participant, stalled);
      case ClientMessage.Again again -> encounters.again(participant, again);
      case ClientMessage.Resume _ -> deliver(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
      case ClientMessage.Revive revive -> encounters.revive(participant, revive);
      case ClientMessage.Report report -> encounters.report(participant, report);
      case ClientMessage.Block block ->
          encounters
              .block(participant, block)
              .ifPresent(other -> around.presence().part(wallet, other));
      case ClientMessage.Presence stated -> {
        if (permits(presences)) {
          around.presence().state(participant, stated);
        }
      }
      case ClientMessage.Call call -> {
        if (permits(calls)) {
          around.calls().call(participant, call);
        }
      }
      case ClientMessage.Accept accept -> around.calls().accept(participant, accept);
      case ClientMessage.Decline decline -> around.calls().decline(participant, decline);
      case ClientMessage.Cancel cancel -> around.calls().cancel(participant, cancel);
      case Inbound.Rejected(ErrorCode code, String detail) ->
          deliver(new ServerMessage.Problem(code, detail));
      case Inbound.NotUtf8() -> line.end(CloseCode.INVALID_UTF8);
    }
  }

  /** Something for this page; whoever makes too many mistakes is not told forever. */
  void deliver(ServerMessage message) {
    if (message instanceof ServerMessage.Problem(ErrorCode code, _, _)) {
      around.metrics().error(code);
      if (code.strike() && !forgives()) {
        line.end(code.closeCode());
        return;
      }
    }
    line.send(message);
  }

  /** On the line's event loop; whoever asks for too much is told. */
  private boolean permits(TokenBucket budget) {
    boolean permitted = budget.tryTake(System.nanoTime());
    if (!permitted) {
      deliver(ServerMessage.Problem.of(ErrorCode.RATE_LIMITED));
    }
    return permitted;
  }

  private boolean forgives() {
    synchronized (patience) {
      return patience.tryTake(System.nanoTime());
    }
  }

  @Override
  public boolean isIdle() {
    return around.encounters().isIdle(participant) && !around.calls().isInCall(participant);
  }

  @Override
  public void away() {
    log.debug("line {} is away", id);
    around.encounters().away(participant);
  }

  @Override
  public void back() {
    log.debug("line {} is back", id);
    around.encounters().back(participant);
  }

  @Override
  public void left() {
    around.encounters().leave(participant);
  }

  @Override
  public void over() {
    around.connections().remove(this);
    around.router().detach(id);
    untilSignedOut.dispose();
    around.presence().gone(participant);
    around.calls().gone(participant);
    around.encounters().lost(participant);
  }

  /** The person's session ended. */
  private void signedOut(SessionEnd end) {
    around.encounters().signedOut(participant);
    line.end(
        switch (end) {
          case SIGNED_OUT -> CloseCode.SIGNED_OUT;
          case EXPIRED -> CloseCode.SESSION_EXPIRED;
        });
  }

  /** The service stops. */
  void goAway(Duration reconnectWithin) {
    around.encounters().goingAway(participant);
    line.send(new ServerMessage.GoingAway(reconnectWithin.toMillis()));
    line.end(CloseCode.RESTART);
  }
}
