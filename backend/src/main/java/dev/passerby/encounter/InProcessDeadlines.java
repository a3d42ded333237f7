package dev.passerby.encounter;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Deadlines of this process alone, on a timer wheel: setting and cancelling cost O(1). */
final class InProcessDeadlines implements Deadlines, AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(50);

  private final Clock clock;
  private final HashedWheelTimer wheel =
      new HashedWheelTimer(
          new DefaultThreadFactory("deadlines", true), TICK.toMillis(), TimeUnit.MILLISECONDS);
  private final Map<String, Timeout> alarms = new ConcurrentHashMap<>();
  private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();

  InProcessDeadlines(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void onDue(String kind, Consumer<String> listener) {
    listeners.put(kind, listener);
  }

  @Override
  public void set(String name, Instant at) {
    long millis = Math.max(0, Duration.between(clock.instant(), at).toMillis());
    // Within compute, an alarm that fires at once waits until it is in the map.
    alarms.compute(
        name,
        (key, earlier) -> {
          if (earlier != null) {
            earlier.cancel();
          }
          return wheel.newTimeout(alarm -> fire(name, alarm), millis, TimeUnit.MILLISECONDS);
        });
  }

  @Override
  public void cancel(String name) {
    Timeout alarm = alarms.remove(name);
    if (alarm != null) {
      alarm.cancel();
    }
  }

  private void fire(String name, Timeout alarm) {
    if (alarms.remove(name, alarm)) {
      int rest = name.indexOf(':') + 1;
      listeners.getOrDefault(name.substring(0, rest), none -> {}).accept(name.substring(rest));
    }
  }

  @Override
  public void close() {
    wheel.stop();
  }
}
