package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.protocol.MessageCodec;
import dev.passerby.protocol.Payload;
import dev.passerby.protocol.ServerMessage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCounted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private final StuckReader reader = new StuckReader();
  private final AtomicInteger overflows = new AtomicInteger();
  private final Outbox outbox =
      new Outbox(
          new EmbeddedChannel(reader), new MessageCodec(), () -> overflows.incrementAndGet());

  @Test
  void holdsSixtyFourMessagesAndNoMore() {
    for (int i = 0; i < Outbox.MAX_MESSAGES; i++) {
      outbox.offer(new ServerMessage.Waiting(i, false));
    }
    assertThat(overflows).hasValue(0);
    outbox.offer(new ServerMessage.Waiting(64, false));
    outbox.offer(new ServerMessage.Waiting(65, false));
    assertThat(overflows).hasValue(1);
    assertThat(reader.stuck).hasSize(Outbox.MAX_MESSAGES);
  }

  @Test
  void holdsSoManyBytesAndNoMore() {
    byte[] large = new byte[60 * 1024];
    for (int i = 0; i < 4; i++) {
      outbox.offer(signal(large));
    }
    assertThat(overflows).hasValue(0);
    outbox.offer(signal(large));
    assertThat(overflows).hasValue(1);
  }

  @Test
  void hasRoomAgainWhenTheReaderReads() {
    for (int i = 0; i < 10 * Outbox.MAX_MESSAGES; i++) {
      outbox.offer(new ServerMessage.Waiting(i, false));
      reader.read();
    }
    assertThat(overflows).hasValue(0);
    assertThat(outbox.isPending()).isFalse();
    assertThat(outbox.written()).isEqualTo(10L * Outbox.MAX_MESSAGES);
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
      for (Write write = stuck.poll(); write != null; write = stuck.poll()) {
        ((ReferenceCounted) write.message).release();
        write.promise.setSuccess();
      }
    }
  }
}
