package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a page sends is bounded by what the ingest takes. */
@Timeout(10)
class MediaQueueTest {

  private static final Duration A_WHILE = Duration.ofMillis(50);

  private final MediaQueue queue = new MediaQueue(10);

  @Test
  void aPageGoesOnAtOnceWhileThereIsRoom() {
    StepVerifier.create(queue.offer(new byte[9])).verifyComplete();
    assertThat(queue.isFull()).isFalse();
  }

  @Test
  void aPageWaitsUntilThereIsRoomAgain() throws Exception {
    Mono<Void> room = queue.offer(new byte[12]);
    assertThat(queue.isFull()).isTrue();
    StepVerifier.create(room).expectSubscription().expectNoEvent(A_WHILE).thenCancel().verify();
    assertThat(queue.take()).hasSize(12);
    StepVerifier.create(room).verifyComplete();
  }

  @Test
  void mediaComesOutInOrderAndThenItsEnd() throws Exception {
    queue.offer(new byte[] {1}).block();
    queue.offer(new byte[] {2}).block();
    queue.end();
    assertThat(queue.take()).containsExactly(1);
    assertThat(queue.take()).containsExactly(2);
    assertThat(queue.take()).isNull();
  }

  @Test
  void whoWaitsForMediaIsWokenByItAndByTheEnd() throws Exception {
    var taken = Mono.fromCallable(() -> queue.take()).cache();
    Thread waiting = Thread.ofVirtual().start(taken::block);
    queue.offer(new byte[] {7}).block();
    waiting.join();
    assertThat(taken.block()).containsExactly(7);
    Thread another = Thread.ofVirtual().start(() -> assertThatNothingComes());
    queue.abandon();
    another.join();
  }

  @Test
  void whatIsAbandonedIsForgottenAndNobodyWaitsForRoom() throws Exception {
    Mono<Void> room = queue.offer(new byte[20]);
    queue.abandon();
    StepVerifier.create(room).verifyComplete();
    StepVerifier.create(queue.offer(new byte[20])).verifyComplete();
    assertThat(queue.take()).isNull();
    assertThat(queue.isFull()).isFalse();
  }

  private void assertThatNothingComes() {
    try {
      assertThat(queue.take()).isNull();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
