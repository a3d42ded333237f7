package dev.passerby.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class InProcessEphemeralTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = new TestClock();
  private final Ephemeral ephemeral = new InProcessEphemeral(clock, 3);

  private static boolean yes(Mono<Boolean> answer) {
    return Objects.requireNonNull(answer.block(Duration.ofSeconds(5)));
  }

  private int permits(String key) {
    int permits = 0;
    while (permits < 100 && yes(ephemeral.permit(key, 6, MINUTE))) {
      permits++;
    }
    return permits;
  }

  @Test
  void givesAKeyToOneTakerOnly() {
    assertThat(yes(ephemeral.keep("a", MINUTE))).isTrue();

    assertThat(yes(ephemeral.take("b"))).isFalse();
    assertThat(yes(ephemeral.take("a"))).isTrue();
    assertThat(yes(ephemeral.take("a"))).isFalse();
  }

  @Test
  void givesNothingAfterItsTime() {
    assertThat(yes(ephemeral.keep("a", MINUTE))).isTrue();
    clock.advance(MINUTE);

    assertThat(yes(ephemeral.take("a"))).isFalse();
  }

  @Test
  void keepsNoMoreThanItHasRoomForUntilTimeMakesSome() {
    for (String key : new String[] {"a", "b", "c"}) {
      assertThat(yes(ephemeral.keep(key, MINUTE))).isTrue();
    }
    assertThat(yes(ephemeral.keep("d", MINUTE))).isFalse();
    assertThat(yes(ephemeral.take("a"))).isTrue();

    clock.advance(MINUTE);
    assertThat(yes(ephemeral.keep("d", MINUTE))).isTrue();
    assertThat(yes(ephemeral.take("d"))).isTrue();
  }

  @Test
  void permitsABurstAndThenAnEvenRate() {
    assertThat(permits("a")).isEqualTo(6);
    clock.advance(Duration.ofSeconds(10));
    assertThat(permits("a")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(35));
    assertThat(permits("a")).isEqualTo(3);
    clock.advance(Duration.ofHours(1));
    assertThat(permits("a")).isEqualTo(6);
  }

  @Test
  void countsEachKeyByItself() {
    assertThat(permits("a")).isEqualTo(6);
    assertThat(permits("b")).isEqualTo(6);
  }

  @Test
  void permitsNothingToNewKeysWhileItIsFull() {
    for (String key : new String[] {"a", "b", "c"}) {
      assertThat(permits(key)).isEqualTo(6);
    }
    assertThat(permits("d")).isZero();

    clock.advance(MINUTE);
    assertThat(permits("d")).isEqualTo(6);
  }
}
