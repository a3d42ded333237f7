package dev.passerby.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A clock that stands still until it is moved, and deadlines that go by it. */
final class ManualTime extends Clock implements Deadlines {

  private final Map<String, Instant> alarms = new LinkedHashMap<>();
  private final Map<String, Consumer<String>> listeners = new HashMap<>();
  private Instant now = Instant.parse("2026-11-21T18:00:00Z");

  /** Moves on, firing whatever comes due on the way at its own time. */
  void pass(Duration duration) {
    Instant end = now.plus(duration);
    while (true) {
      var due =
          alarms.entrySet().stream()
              .filter(alarm -> !alarm.getValue().isAfter(end))
              .min(Comparator.comparing(alarm -> alarm.getValue()));
      if (due.isEmpty()) {
        now = end;
        return;
      }
      String name = due.get().getKey();
      Instant at = due.get().getValue();
      now = at.isAfter(now) ? at : now;
      alarms.remove(name);
      int rest = name.indexOf(':') + 1;
      requireNonNull(listeners.get(name.substring(0, rest))).accept(name.substring(rest));
    }
  }

  /** As if the process that had set them were gone. */
  void forgetAlarms() {
    alarms.clear();
  }

  int alarms() {
    return alarms.size();
  }

  @Override
  public void onDue(String kind, Consumer<String> listener) {
    listeners.put(kind, listener);
  }

  @Override
  public void set(String name, Instant at) {
    // Of alarms at one time, those go first that were set first.
    alarms.remove(name);
    alarms.put(name, at);
  }

  @Override
  public void cancel(String name) {
    alarms.remove(name);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
