package dev.passerby.ice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Allocations on any number of coturns. A credential works until it expires, and coturn lets an
 * allocation live on after that, so an ended encounter is remembered until its credentials have run
 * out, and a name that has run out is over even when nobody remembers its encounter: after a
 * restart of the service, say.
 */
final class CoturnAllocations implements Allocations, AllocationCloser.Encounters, AutoCloseable {

  /**
   * Some five hundred ends a second; allocations of those beyond are closed when their name
   * expires.
   */
  private static final int MAX_REMEMBERED = 200_000;

  /** How far the clocks of the services that share a coturn may be apart. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

  /** An end, and whether anything was closed since. */
  private record End(int round, Instant at, Instant until, AtomicBoolean closed) {}

  private final Map<String, End> ends = new ConcurrentHashMap<>();
  private final List<AllocationCloser> closers;
  private final Clock clock;
  private final Counter closed;
  private final Counter closedAgain;
  private final Timer delay;

  CoturnAllocations(List<AllocationCloser.Console> coturns, MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.closers = coturns.stream().map(coturn -> new AllocationCloser(coturn, this)).toList();
    this.closed = counter(registry, "passerby.turn.closed", "allocations closed");
    this.closedAgain =
        counter(
            registry,
            "passerby.turn.closed.again",
            "of these, made anew by a page that did not obey");
    this.delay =
        Timer.builder("passerby.turn.close.delay")
            .description("from the end of a round to the end of its allocations")
            .register(registry);
    Gauge.builder("passerby.turn.ended", ends, Map::size)
        .description("ended encounters whose credentials may not have run out")
        .register(registry);
    closers.forEach(closer -> watch(closer, registry));
  }

  void start() {
    closers.forEach(AllocationCloser::start);
  }

  List<AllocationCloser> closers() {
    return closers;
  }

  @Override
  public void close(String encounter, int round, Instant until) {
    if (closers.isEmpty()) {
      return;
    }
    if (ends.size() < MAX_REMEMBERED || ends.containsKey(encounter)) {
      End end = new End(round, clock.instant(), until, new AtomicBoolean());
      ends.merge(encounter, end, (old, now) -> now.round > old.round ? now : old);
    }
    closers.forEach(closer -> closer.close(encounter));
  }

  @Override
  public void looked() {
    Instant now = clock.instant();
    ends.values().removeIf(end -> end.until.isBefore(now));
  }

  @Override
  public boolean isOver(TurnUsername name) {
    Instant now = clock.instant();
    if (now.minus(CLOCK_SKEW).getEpochSecond() > name.expiry()) {
      return true;
    }
    End end = ends.get(name.encounter());
    return end != null && name.round() <= end.round;
  }

  @Override
  public void closed(String encounter, int allocations) {
    closed.increment(allocations);
    End end = ends.get(encounter);
    if (end == null) {
      return;
    }
    if (end.closed.compareAndSet(false, true)) {
      delay.record(Duration.between(end.at, clock.instant()));
    } else {
      closedAgain.increment(allocations);
    }
  }

  @Override
  public void close() {
    closers.forEach(AllocationCloser::close);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private static void watch(AllocationCloser closer, MeterRegistry registry) {
    Gauge.builder("passerby.turn.reached", closer, one -> one.isReached() ? 1 : 0)
        .description("1 while coturn's console answers")
        .tag("server", closer.name())
        .register(registry);
    FunctionCounter.builder("passerby.turn.failures", closer, AllocationCloser::failures)
        .description("times that coturn's console did not answer")
        .tag("server", closer.name())
        .register(registry);
  }
}
