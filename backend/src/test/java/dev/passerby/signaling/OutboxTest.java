package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.protocol.MessageCodec;
import dev.passerby.protocol.Payload;
import dev.passerby.protocol.ServerMessage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCounted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final byte[] LARGE = new byte[60 * 1024];

  private final StuckReader reader = new StuckReader();
  private final AtomicInteger overflows = new AtomicInteger();
  private final EmbeddedChannel channel = new EmbeddedChannel(reader);
  private final Outbox outbox =
      new Outbox(channel.eventLoop(), new MessageCodec(), overflows::incrementAndGet);

  OutboxTest() {
    outbox.open(channel);
  }

  @Test
  void holdsSixtyFourMessagesAndNoMore() {
    for (int i = 0; i < Outbox.MAX_MESSAGES; i++) {
      offer(new ServerMessage.Waiting(i, false));
    }
    assertThat(overflows).hasValue(0);
    offer(new ServerMessage.Waiting(64, false));
    assertThat(overflows).hasValue(1);
    assertThat(reader.stuck).hasSize(Outbox.MAX_MESSAGES);
  }

  @Test
  void holdsSoManyBytesAndNoMore() {
    for (int i = 0; i < 4; i++) {
      offer(signal(LARGE));
    }
    assertThat(overflows).hasValue(0);
    offer(signal(LARGE));
    assertThat(overflows).hasValue(1);
  }

  @Test
  void hasRoomAgainWhenTheReaderReads() {
    for (int i = 0; i < 10 * Outbox.MAX_MESSAGES; i++) {
      offer(new ServerMessage.Waiting(i, false));
      reader.read();
    }
    assertThat(overflows).hasValue(0);
  }

  @Test
  void isStalledWhenNothingOfWhatWaitsIsRead() {
    offer(new ServerMessage.Waiting(1, false));
    offer(new ServerMessage.Waiting(2, false));
    reader.readOne();
    assertThat(outbox.isStalled()).isFalse();
    assertThat(outbox.isStalled()).isTrue();
  }

  @Test
  void countsWhatHasNotReachedTheLineYet() {
    for (int i = 0; i <= Outbox.MAX_MESSAGES; i++) {
      outbox.offer(new ServerMessage.Waiting(i, false));
    }
    channel.runPendingTasks();
    assertThat(overflows).hasValue(1);
  }

  @Test
  void sendsWhatWasMissedBehindTheAnswerAndInOrder() {
    for (int i = 1; i <= 3; i++) {
      offer(new ServerMessage.Waiting(i, false));
    }
    outbox.shut();
    for (int i = 4; i <= 5; i++) {
      offer(new ServerMessage.Waiting(i, false));
    }
    var other = new StuckReader();
    assertThat(outbox.reachesBackTo(2)).isTrue();
    outbox.open(new EmbeddedChannel(other), new ServerMessage.Resumed(7), 2);
    offer(new ServerMessage.Waiting(6, false));
    assertThat(other.texts())
        .containsExactly(
            "{\"type\":\"resumed\",\"received\":7}",
            waiting(3),
            waiting(4),
            waiting(5),
            waiting(6));
  }

  @Test
  void holdsSixtyFourMessagesForWhoIsAway() {
    outbox.shut();
    for (int i = 0; i < Outbox.MAX_MESSAGES; i++) {
      offer(new ServerMessage.Waiting(i, false));
    }
    assertThat(overflows).hasValue(0);
    offer(new ServerMessage.Waiting(64, false));
    assertThat(overflows).hasValue(1);
  }

  @Test
  void holdsSoManyBytesForWhoIsAway() {
    outbox.shut();
    for (int i = 0; i < 4; i++) {
      offer(signal(LARGE));
    }
    assertThat(overflows).hasValue(0);
    offer(signal(LARGE));
    assertThat(overflows).hasValue(1);
  }

  @Test
  void cannotSendAgainWhatIsTooLongAgoOrWasNeverSent() {
    for (int i = 0; i <= Outbox.MAX_MESSAGES; i++) {
      offer(new ServerMessage.Waiting(i, false));
      reader.read();
    }
    assertThat(outbox.reachesBackTo(0)).isFalse();
    assertThat(outbox.reachesBackTo(1)).isTrue();
    assertThat(outbox.reachesBackTo(Outbox.MAX_MESSAGES + 1)).isTrue();
    assertThat(outbox.reachesBackTo(Outbox.MAX_MESSAGES + 2)).isFalse();
  }

  @Test
  void letsGoOfWhatArrivedALookAgo() {
    offer(new ServerMessage.Waiting(1, false));
    outbox.ping();
    assertThat(outbox.isUnproven()).isTrue();
    outbox.pongReceived(1);
    assertThat(outbox.isUnproven()).isFalse();
    offer(new ServerMessage.Waiting(2, false));
    assertThat(outbox.isUnproven()).isTrue();
    outbox.forgetArrived();
    assertThat(outbox.reachesBackTo(0)).isTrue();
    outbox.forgetArrived();
    assertThat(outbox.reachesBackTo(0)).isFalse();
    assertThat(outbox.reachesBackTo(1)).isTrue();
  }

  private void offer(ServerMessage message) {
    outbox.offer(message);
    channel.runPendingTasks();
  }

  private static String waiting(int others) {
    return "{\"type\":\"waiting\",\"others\":" + others + ",\"widened\":false}";
  }

  private static ServerMessage signal(byte[] bytes) {
    return new ServerMessage.Signal("e", "s", new Payload(bytes, 0, bytes.length));
  }

  /** Lets nothing through to the kernel until it reads. */
  private static final class StuckReader extends ChannelOutboundHandlerAdapter {

    private record Write(Object message, ChannelPromise promise) {}

    private final Deque<Write> stuck = new ArrayDeque<>();

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      stuck.add(new Write(message, promise));
    }

    void read() {
      while (!stuck.isEmpty()) {
        readOne();
      }
    }

    void readOne() {
      Write write = stuck.remove();
      ((ReferenceCounted) write.message).release();
      write.promise.setSuccess();
    }

    List<String> texts() {
      return stuck.stream().map(write -> ((TextWebSocketFrame) write.message).text()).toList();
    }
  }
}
