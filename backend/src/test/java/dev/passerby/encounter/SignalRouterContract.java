package dev.passerby.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.protocol.ServerMessage;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every router must do, however many nodes it spans. */
abstract class SignalRouterContract {

  abstract SignalRouter router();

  @Test
  void deliversInOrderToThatConnectionOnly() {
    SignalRouter router = router();
    Queue<ServerMessage> one = new ConcurrentLinkedQueue<>();
    Queue<ServerMessage> other = new ConcurrentLinkedQueue<>();
    router.attach("one", one::add);
    router.attach("other", other::add);
    List<ServerMessage> sent =
        IntStream.range(0, 100).<ServerMessage>mapToObj(SignalRouterContract::message).toList();
    sent.forEach(message -> assertThat(router.send("one", message)).isTrue());
    await().untilAsserted(() -> assertThat(one).containsExactlyElementsOf(sent));
    assertThat(other).isEmpty();
  }

  @Test
  void saysSoWhenTheConnectionIsGone() {
    SignalRouter router = router();
    router.attach("one", message -> {});
    router.detach("one");
    assertThat(router.send("one", message(1))).isFalse();
    assertThat(router.send("never there", message(1))).isFalse();
  }

  private static ServerMessage message(int number) {
    return new ServerMessage.Waiting(number, false);
  }
}
