package dev.passerby.encounter;

import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ReportCategory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted about encounters; no name of anybody in it. */
final class EncounterMetrics {

  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger paused = new AtomicInteger();
  private final Counter matched;
  private final Counter relayed;
  private final Counter blocked;
  private final Counter cooledDown;
  private final Map<ReportCategory, Counter> reported = new EnumMap<>(ReportCategory.class);
  private final Map<EndReason, Counter> ended = new EnumMap<>(EndReason.class);

  EncounterMetrics(MeterRegistry registry, Lobby lobby) {
    Gauge.builder("passerby.waiting", lobby, Lobby::waiting)
        .description("people who wait for a partner")
        .register(registry);
    Gauge.builder("passerby.live", live, AtomicInteger::get)
        .description("encounters in a round, whether its clock runs or stands")
        .register(registry);
    Gauge.builder("passerby.paused", paused, AtomicInteger::get)
        .description("encounters whose clock stands, as somebody does not see the other")
        .register(registry);
    matched = Counter.builder("passerby.matched").description("pairs made").register(registry);
    relayed =
        Counter.builder("passerby.relayed")
            .description("signals passed from peer to peer")
            .register(registry);
    blocked = Counter.builder("passerby.blocked").description("blocks made").register(registry);
    cooledDown =
        Counter.builder("passerby.cooldowns")
            .description("cooldowns that reports have begun")
            .register(registry);
    for (ReportCategory category : ReportCategory.values()) {
      reported.put(
          category,
          Counter.builder("passerby.reported")
              .description("reports stored, by category")
              .tag("category", category.wire())
              .register(registry));
    }
    for (EndReason reason : EndReason.values()) {
      ended.put(
          reason,
          Counter.builder("passerby.ended")
              .description("ends told, by reason; two for an encounter unless a side was lost")
              .tag("reason", reason.wire())
              .register(registry));
    }
  }

  void matched() {
    matched.increment();
  }

  void relayed() {
    relayed.increment();
  }

  void blocked() {
    blocked.increment();
  }

  void cooledDown() {
    cooledDown.increment();
  }

  void reported(ReportCategory category) {
    Counter counter = reported.get(category);
    if (counter != null) {
      counter.increment();
    }
  }

  void live(int change) {
    live.addAndGet(change);
  }

  void paused(int change) {
    paused.addAndGet(change);
  }

  void ended(EndReason reason) {
    Counter counter = ended.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }
}
