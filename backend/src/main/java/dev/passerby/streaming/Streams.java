package dev.passerby.streaming;

import dev.passerby.chain.Address;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The streams of this node, of which there are only so many. */
final class Streams {

  private final StreamingProperties limits;
  private final MeterRegistry registry;
  private final Map<Address, Integer> byWallet = new HashMap<>();
  private final Map<Address, Integer> sockets = new HashMap<>();
  private final Set<Place> places = new HashSet<>();
  private boolean shut;

  Streams(StreamingProperties limits, MeterRegistry registry) {
    this.limits = limits;
    this.registry = registry;
    Gauge.builder("passerby.streams", this, Streams::count)
        .description("streams that run")
        .register(registry);
  }

  /** Whose room it is. */
  interface Tenant {

    /** How long its page has sent nothing, although it was listened to. */
    Duration silentFor();

    /** Ends it; its room is free after that. */
    void end(StreamEnd why);
  }

  /** Whether there is room for another stream, and if so, that room. */
  sealed interface Admission {}

  record Full(StreamEnd why) implements Admission {}

  /** One stream's room, to be {@linkplain #leave left} at its end. */
  final class Place implements Admission {

    private final Address wallet;
    private final boolean transcodes;
    private final Tenant tenant;

    private Place(Address wallet, boolean transcodes, Tenant tenant) {
      this.wallet = wallet;
      this.transcodes = transcodes;
      this.tenant = tenant;
    }

    void leave(StreamEnd why) {
      synchronized (Streams.this) {
        if (!places.remove(this)) {
          return;
        }
        oneLess(byWallet, wallet);
      }
      Counter.builder("passerby.streams.ended")
          .description("streams that have ended, by reason")
          .tag("reason", why.wireName())
          .register(registry)
          .increment();
    }
  }

  /**
   * Asks for room. A stream of the same wallet whose page has been silent for a while makes way: a
   * page that has lost its way here begins anew before the loss is noticed here.
   */
  Admission admit(Address wallet, boolean transcodes, Tenant tenant) {
    Tenant silent = silentOf(wallet);
    if (silent != null) {
      silent.end(StreamEnd.SILENT);
    }
    return admitNow(wallet, transcodes, tenant);
  }

  private synchronized @Nullable Tenant silentOf(Address wallet) {
    if (byWallet.getOrDefault(wallet, 0) < limits.streamsPerWallet()) {
      return null;
    }
    return places.stream()
        .filter(place -> place.wallet.equals(wallet))
        .map(place -> place.tenant)
        .filter(other -> other.silentFor().compareTo(limits.makesWayAfter()) >= 0)
        .findFirst()
        .orElse(null);
  }

  private synchronized Admission admitNow(Address wallet, boolean transcodes, Tenant tenant) {
    if (byWallet.getOrDefault(wallet, 0) >= limits.streamsPerWallet()) {
      return new Full(StreamEnd.ALREADY_STREAMING);
    }
    boolean tooMany = places.size() >= limits.streams();
    long encoding = places.stream().filter(place -> place.transcodes).count();
    if (shut || tooMany || (transcodes && encoding >= limits.transcodes())) {
      return new Full(shut ? StreamEnd.RESTART : StreamEnd.NODE_FULL);
    }
    var place = new Place(wallet, transcodes, tenant);
    places.add(place);
    byWallet.merge(wallet, 1, Integer::sum);
    return place;
  }

  /**
   * A socket was opened, to be {@linkplain #closed closed}; false when the wallet has enough: one
   * for each stream, and one more for a page that begins anew.
   */
  synchronized boolean opened(Address wallet) {
    if (sockets.getOrDefault(wallet, 0) > limits.streamsPerWallet()) {
      return false;
    }
    sockets.merge(wallet, 1, Integer::sum);
    return true;
  }

  /** A socket that was opened is gone. */
  synchronized void closed(Address wallet) {
    oneLess(sockets, wallet);
  }

  /** How many sockets this wallet has open. */
  synchronized int sockets(Address wallet) {
    return sockets.getOrDefault(wallet, 0);
  }

  /** Ends all of them; no more are let in. */
  void shut() {
    List<Place> open;
    synchronized (this) {
      shut = true;
      open = List.copyOf(places);
    }
    open.forEach(place -> place.tenant.end(StreamEnd.RESTART));
  }

  synchronized int count() {
    return places.size();
  }

  private static void oneLess(Map<Address, Integer> counts, Address wallet) {
    counts.computeIfPresent(wallet, (key, count) -> count > 1 ? count - 1 : null);
  }
}
