package dev.passerby.encounter;

import dev.passerby.chain.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A lobby in memory, indexed by what people accept.
 *
 * <p>Somebody open to anyone who shares <i>jazz</i> stands under the key <i>jazz</i>; who asks for
 * a language as well stands under <i>jazz and English</i>. Whoever arrives looks under each key
 * that they have themselves: at most (8 + 1) × (4 + 1). Two who stand under one key accept each
 * other, so they would have been paired on arrival unless they were partners the last time, or one
 * has blocked the other. As everybody has one last partner and at most b blocked, n people rule out
 * at most n (1 + b) pairs among them; n (n − 1) / 2 ≤ n (1 + b) means that at most 2 b + 3 stand
 * under any key, however many wait and whatever they have in common. So the cost of a join does not
 * depend on the number of people waiting. It takes a crowd of people who have all met and blocked
 * each other to make a look longer than three.
 */
final class InProcessLobby implements Lobby {

  /** What two have in common; null where it does not matter. */
  private record Key(@Nullable String interest, @Nullable String language) {}

  /**
   * @param order smaller goes first; those at the front count from the far end
   */
  private record Place(Waiter waiter, long order) {}

  private static final Key ANYONE = new Key(null, null);

  private final Map<String, Place> byTicket = new HashMap<>();
  private final Map<Address, Place> byWallet = new HashMap<>();
  private final Map<Key, List<Place>> accepting = new HashMap<>();
  private long arrivals;
  private volatile int waiting;
  private volatile Consumer<Pairing> listener = pairing -> {};

  @Override
  public void onPaired(Consumer<Pairing> listener) {
    this.listener = listener;
  }

  @Override
  public void join(Waiter waiter) {
    Pairing pairing;
    synchronized (this) {
      if (byWallet.containsKey(waiter.wallet())) {
        return;
      }
      long arrival = arrivals++;
      pairing = pairOrStay(new Place(waiter, waiter.front() ? Long.MIN_VALUE + arrival : arrival));
    }
    tell(pairing);
  }

  @Override
  public void widen(String ticket, Openness openness) {
    Pairing pairing;
    synchronized (this) {
      Place place = byTicket.get(ticket);
      if (place == null) {
        return;
      }
      remove(place);
      pairing = pairOrStay(new Place(place.waiter.with(openness), place.order));
    }
    tell(pairing);
  }

  @Override
  public synchronized void leave(String ticket) {
    Place place = byTicket.get(ticket);
    if (place != null) {
      remove(place);
    }
  }

  @Override
  public int waiting() {
    return waiting;
  }

  /** Outside the lock: the listener may come straight back. */
  private void tell(@Nullable Pairing pairing) {
    if (pairing != null) {
      listener.accept(pairing);
    }
  }

  private @Nullable Pairing pairOrStay(Place newcomer) {
    Place partner = bestFor(newcomer.waiter);
    if (partner == null) {
      add(newcomer);
      return null;
    }
    remove(partner);
    return new Pairing(partner.waiter, newcomer.waiter);
  }

  private @Nullable Place bestFor(Waiter newcomer) {
    Place best = null;
    for (Key key : offered(newcomer)) {
      for (Place place : accepting.getOrDefault(key, List.of())) {
        Waiter waiter = place.waiter;
        if (newcomer.accepts(waiter)
            && !newcomer.excludes(waiter)
            && (best == null || isBetter(place, best, newcomer))) {
          best = place;
        }
      }
    }
    return best;
  }

  private static boolean isBetter(Place place, Place best, Waiter newcomer) {
    if (place.waiter.front() != best.waiter.front()) {
      return place.waiter.front();
    }
    int affinity = newcomer.affinity(place.waiter) - newcomer.affinity(best.waiter);
    return affinity != 0 ? affinity > 0 : place.order < best.order;
  }

  private void add(Place place) {
    Waiter waiter = place.waiter;
    byTicket.put(waiter.ticket(), place);
    byWallet.put(waiter.wallet(), place);
    for (Key key : accepted(waiter)) {
      accepting.computeIfAbsent(key, none -> new ArrayList<>(1)).add(place);
    }
    waiting = byTicket.size();
  }

  private void remove(Place place) {
    Waiter waiter = place.waiter;
    byTicket.remove(waiter.ticket());
    byWallet.remove(waiter.wallet());
    for (Key key : accepted(waiter)) {
      List<Place> places = accepting.get(key);
      if (places != null && places.remove(place) && places.isEmpty()) {
        accepting.remove(key);
      }
    }
    waiting = byTicket.size();
  }

  /** Everything that the person is, for others to look for. */
  private static Collection<Key> offered(Waiter waiter) {
    List<Key> keys = new ArrayList<>();
    pairs(waiter, keys);
    singles(waiter, keys);
    keys.add(ANYONE);
    return keys;
  }

  /** What the person looks for in others; must mirror {@link Waiter#accepts}. */
  private static Collection<Key> accepted(Waiter waiter) {
    boolean statedBoth = !waiter.interests().isEmpty() && !waiter.languages().isEmpty();
    boolean statedNone = waiter.interests().isEmpty() && waiter.languages().isEmpty();
    if (statedNone || waiter.openness() == Openness.ANYONE) {
      return List.of(ANYONE);
    }
    List<Key> keys = new ArrayList<>();
    if (statedBoth && waiter.openness() == Openness.BOTH) {
      pairs(waiter, keys);
    } else {
      singles(waiter, keys);
    }
    return keys;
  }

  private static void pairs(Waiter waiter, List<Key> keys) {
    for (String interest : waiter.interests()) {
      for (String language : waiter.languages()) {
        keys.add(new Key(interest, language));
      }
    }
  }

  private static void singles(Waiter waiter, List<Key> keys) {
    for (String interest : waiter.interests()) {
      keys.add(new Key(interest, null));
    }
    for (String language : waiter.languages()) {
      keys.add(new Key(null, language));
    }
  }
}
