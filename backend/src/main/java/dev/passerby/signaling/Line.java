package dev.passerby.signaling;

import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.CloseCode;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.Inbound;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.signaling.Connection.Farewell;
import dev.passerby.wallet.WalletSession;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A page's line to the service, which outlives its {@link Connection}: if that breaks while there
 * is something to lose, the line waits a while for the page to come back on another one, and goes
 * on there with nothing lost and nothing doubled.
 *
 * <p>It lives on one event loop for good, that of its first connection. Whatever happens to it
 * happens there, one after the other; {@link #send}, {@link #end} and {@link #post} may be called
 * from any thread.
 */
final class Line {

  /** Whose line it is; called on the line's event loop. */
  interface Owner {

    /** A message came. */
    void on(Inbound message);

    /** Nothing would be lost with the connection. */
    boolean isIdle();

    /** The page cannot be reached for now. */
    void away();

    /** The page can be reached again. */
    void back();

    /** The page said that it will not come back. */
    void left();

    /** The line is over, whatever the reason. */
    void over();
  }

  private final String token;
  private final WalletSession who;
  private final EventLoop home;
  private final Owner owner;
  private final SignalingSession.Surroundings around;
  private final Outbox outbox;

  /** Null while the page is away, or while another line tries the connection. */
  private volatile @Nullable Connection connection;

  private volatile boolean away;
  private boolean fresh = true;
  private long received;
  private @Nullable Future<?> heartbeat;
  private @Nullable Future<?> grace;
  private boolean over;

  /** What a connection is told that comes back to this line when it is over. */
  private CloseCode lastWord = CloseCode.TAKEN_OVER;

  /**
   * @param token opens the line to another connection of the same wallet session
   * @param home the event loop of the first connection
   */
  Line(
      String token,
      WalletSession who,
      EventLoop home,
      Owner owner,
      SignalingSession.Surroundings around) {
    this.token = token;
    this.who = who;
    this.home = home;
    this.owner = owner;
    this.around = around;
    this.outbox = new Outbox(home, around.codec(), () -> endNow(CloseCode.OUTBOX_OVERFLOW));
  }

  String token() {
    return token;
  }

  /** Whether this person may resume it with this token. */
  boolean isOpenTo(WalletSession person, String with) {
    return who.id().equals(person.id())
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.US_ASCII), with.getBytes(StandardCharsets.UTF_8));
  }

  boolean isAway() {
    return away;
  }

  boolean isAtHome() {
    return home.inEventLoop();
  }

  void post(Runnable what) {
    home.execute(what);
  }

  /** Sends behind what has been sent before; to a page that is away, when it is back. */
  void send(ServerMessage message) {
    outbox.offer(message);
  }

  /** Ends it behind what has been sent, and its connection with the reason. */
  void end(CloseCode code) {
    Connection now = connection;
    if (now != null) {
      now.stopListening();
    }
    home.execute(() -> endNow(code));
  }

  /** Begins with its first connection, before anything of that is heard. */
  void begin(Connection first) {
    if (isAtHome()) {
      outbox.open(first.channel());
      serve(first);
    } else {
      home.execute(() -> begin(first));
    }
  }

  private void serve(Connection now) {
    connection = now;
    long period = around.properties().pingEvery().toMillis();
    // Sockets that came together, after a restart say, are not to be asked together ever after.
    long first = ThreadLocalRandom.current().nextLong(period) + 1;
    heartbeat = home.scheduleAtFixedRate(this::beat, first, period, TimeUnit.MILLISECONDS);
    if (now.isGone()) {
      gone(now);
    }
  }

  /** A text came. It counts as received, whatever is in it, unless it is a resume. */
  void heard(Connection from, byte[] frame, boolean permitted) {
    if (from != connection) {
      return;
    }
    Inbound message =
        permitted
            ? around.codec().decode(frame)
            : new Inbound.Rejected(ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.detail());
    boolean first = fresh;
    fresh = false;
    if (first && message instanceof ClientMessage.Resume resume) {
      resume(from, resume);
    } else {
      received++;
      owner.on(message);
    }
  }

  void pinged(Connection from, ByteBuf content, boolean permitted) {
    if (from != connection || !permitted) {
      content.release();
    } else {
      outbox.pong(content);
    }
    if (!permitted) {
      owner.on(new Inbound.Rejected(ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.detail()));
    }
  }

  /** A pong came, with what its ping had said. */
  void pongReceived(Connection from, long count) {
    if (from == connection) {
      outbox.pongReceived(count);
    }
  }

  /** The page wants to go on with an earlier line on this connection. */
  private void resume(Connection from, ClientMessage.Resume resume) {
    Line earlier = around.connections().find(who, resume.token());
    if (earlier == null || earlier == this) {
      unknown();
      return;
    }
    letGo();
    from.carry(earlier);
    earlier.post(() -> earlier.takeOver(from, resume.received(), this));
  }

  /** The page is on this connection now, whatever became of the one before. */
  private void takeOver(Connection next, long pageReceived, Line instead) {
    if (over || !outbox.reachesBackTo(pageReceived)) {
      next.carry(instead);
      instead.post(() -> instead.takeBack(next));
      endNow(CloseCode.TAKEN_OVER);
      return;
    }
    instead.end(CloseCode.TAKEN_OVER);
    Connection before = connection;
    boolean wasAway = away;
    letGo();
    away = false;
    fresh = false;
    outbox.open(next.channel(), new ServerMessage.Resumed(received), pageReceived);
    if (before != null) {
      before.close(CloseCode.TAKEN_OVER);
    }
    if (wasAway) {
      around.connections().back();
      owner.back();
    }
    serve(next);
    around.metrics().resumed();
  }

  /** What was to be resumed is not there: the connection goes on with this line. */
  private void takeBack(Connection mine) {
    if (over || connection != null) {
      mine.close(lastWord);
      return;
    }
    outbox.openAgain(mine.channel());
    serve(mine);
    unknown();
  }

  private void unknown() {
    owner.on(new Inbound.Rejected(ErrorCode.RESUME_UNKNOWN, ErrorCode.RESUME_UNKNOWN.detail()));
  }

  /** The socket is gone: so is the line, unless there is something to come back for. */
  void gone(Connection from) {
    if (from != connection) {
      return;
    }
    letGo();
    if (from.farewell() == Farewell.SAID) {
      owner.left();
    }
    boolean idle = owner.isIdle();
    if (from.farewell() != Farewell.NONE || (idle && !outbox.isUnproven())) {
      finish();
      return;
    }
    away = true;
    if (!around.connections().away(who.wallet()) && idle) {
      finish();
      return;
    }
    owner.away();
    long millis = around.properties().resumeWithin().toMillis();
    grace = home.schedule(this::finish, millis, TimeUnit.MILLISECONDS);
  }

  private void letGo() {
    connection = null;
    outbox.shut();
    cancel(heartbeat);
    cancel(grace);
  }

  private void endNow(CloseCode code) {
    if (over) {
      return;
    }
    Connection last = connection;
    lastWord = code;
    finish();
    if (last != null) {
      last.close(code);
    }
  }

  private void finish() {
    if (over) {
      return;
    }
    over = true;
    letGo();
    outbox.close();
    owner.over();
  }

  /**
   * A peer that reads nothing or says nothing is cut off without a word: it would not read that,
   * either.
   */
  private void beat() {
    Connection now = connection;
    if (now == null) {
      return;
    }
    boolean stalled = outbox.isStalled();
    if (stalled || now.isSilentFor(around.properties().silentFor())) {
      now.cut(stalled ? "not reading" : "silent");
      return;
    }
    outbox.forgetArrived();
    outbox.ping();
  }

  private static void cancel(@Nullable Future<?> timer) {
    if (timer != null) {
      timer.cancel(false);
    }
  }
}
