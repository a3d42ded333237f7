package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final long SECOND = 1_000_000_000L;

  private final TokenBucket bucket = new TokenBucket(20, Duration.ofSeconds(1), 100, 0);

  @Test
  void allowsABurstAndThenTheRate() {
    assertThat(taken(0, 1_000)).isEqualTo(100);
    assertThat(taken(SECOND, 1_000)).isEqualTo(20);
  }

  @Test
  void savesNoMoreThanOneBurst() {
    assertThat(taken(3_600 * SECOND, 1_000)).isEqualTo(100);
  }

  @Test
  void survivesTheTurnOfTheNanosecondClock() {
    var late = new TokenBucket(20, Duration.ofSeconds(1), 100, Long.MAX_VALUE - 1);
    assertThat(late.tryTake(Long.MAX_VALUE)).isTrue();
    assertThat(late.tryTake(Long.MIN_VALUE + SECOND)).isTrue();
  }

  private int taken(long now, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += bucket.tryTake(now) ? 1 : 0;
    }
    return taken;
  }
}
