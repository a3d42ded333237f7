package dev.passerby.streaming;

import dev.passerby.chain.Address;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The streams of this node, of which there are only so many. */
final class Streams {

  private final StreamingProperties limits;
  private final MeterRegistry registry;
  private final Map<Address, Integer> byWallet = new HashMap<>();
  private final Set<Place> places = new HashSet<>();
  private boolean shut;

  Streams(StreamingProperties limits, MeterRegistry registry) {
    this.limits = limits;
    this.registry = registry;
    Gauge.builder("passerby.streams", this, Streams::count)
        .description("streams that run")
        .register(registry);
  }

  /** Whether there is room for another stream, and if so, that room. */
  sealed interface Admission {}

  record Full(StreamEnd why) implements Admission {}

  /** One stream's room, to be {@linkplain #leave left} at its end. */
  final class Place implements Admission {

    private final Address wallet;
    private final boolean transcodes;
    private final Runnable evict;

    private Place(Address wallet, boolean transcodes, Runnable evict) {
      this.wallet = wallet;
      this.transcodes = transcodes;
      this.evict = evict;
    }

    void leave(StreamEnd why) {
      synchronized (Streams.this) {
        if (!places.remove(this)) {
          return;
        }
        byWallet.computeIfPresent(wallet, (key, count) -> count > 1 ? count - 1 : null);
      }
      Counter.builder("passerby.streams.ended")
          .description("streams that have ended, by reason")
          .tag("reason", why.wireName())
          .register(registry)
          .increment();
    }
  }

  /**
   * Asks for room.
   *
   * @param evict called when the service stops
   */
  synchronized Admission admit(Address wallet, boolean transcodes, Runnable evict) {
    if (byWallet.getOrDefault(wallet, 0) >= limits.streamsPerWallet()) {
      return new Full(StreamEnd.ALREADY_STREAMING);
    }
    boolean tooMany = places.size() >= limits.streams();
    long encoding = places.stream().filter(place -> place.transcodes).count();
    if (shut || tooMany || (transcodes && encoding >= limits.transcodes())) {
      return new Full(shut ? StreamEnd.RESTART : StreamEnd.NODE_FULL);
    }
    var place = new Place(wallet, transcodes, evict);
    places.add(place);
    byWallet.merge(wallet, 1, Integer::sum);
    return place;
  }

  /** Ends all of them; no more are let in. */
  void shut() {
    List<Place> open;
    synchronized (this) {
      shut = true;
      open = List.copyOf(places);
    }
    open.forEach(place -> place.evict.run());
  }

  synchronized int count() {
    return places.size();
  }
}
