package dev.passerby.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all deadlines must do, wherever they are kept. They run on the machine's clock. */
abstract class DeadlinesContract {

  private final Queue<String> fired = new ConcurrentLinkedQueue<>();
  private Deadlines deadlines = noDeadlines();

  abstract Deadlines noDeadlines();

  @BeforeEach
  void listen() {
    deadlines = noDeadlines();
    deadlines.onDue("test:", fired::add);
    deadlines.onDue("other:", name -> fired.add("other " + name));
  }

  @Test
  void firesInTheOrderOfTheirTimes() {
    deadlines.set("test:later", Instant.now().plusMillis(400));
    deadlines.set("test:sooner", Instant.now().plusMillis(100));
    deadlines.set("test:overdue", Instant.now().minusSeconds(1));
    await().untilAsserted(() -> assertThat(fired).containsExactly("overdue", "sooner", "later"));
  }

  @Test
  void neverFiresBeforeItsTime() {
    Instant at = Instant.now().plusMillis(300);
    deadlines.set("test:one", at);
    await().until(() -> !fired.isEmpty());
    // The wheel counts whole milliseconds.
    assertThat(Instant.now().plusMillis(1)).isAfterOrEqualTo(at);
  }

  @Test
  void firesOnceThoughSetTwice() {
    deadlines.set("test:one", Instant.now().plusMillis(100));
    deadlines.set("test:one", Instant.now().plusMillis(200));
    deadlines.set("test:end", Instant.now().plusMillis(500));
    await().until(() -> fired.contains("end"));
    assertThat(fired).containsExactly("one", "end");
  }

  @Test
  void doesNotFireWhatWasCancelled() {
    deadlines.set("test:one", Instant.now().plusMillis(100));
    deadlines.set("test:end", Instant.now().plusMillis(400));
    deadlines.cancel("test:one");
    deadlines.cancel("test:never set");
    await().until(() -> fired.contains("end"));
    assertThat(fired).containsExactly("end");
  }

  @Test
  void tellsWhoeverIsConcerned() {
    deadlines.set("nobody:one", Instant.now());
    deadlines.set("other:one", Instant.now().plusMillis(100));
    deadlines.set("test:one", Instant.now().plusMillis(300));
    await().untilAsserted(() -> assertThat(fired).containsExactly("other one", "one"));
  }
}
