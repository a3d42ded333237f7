package dev.passerby.safety;

import dev.passerby.store.Pseudonym;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Blocks of this run, known from the moment at which they were asked for: the database learns of
 * them a little later, and somebody may wait for a partner meanwhile. Bounded, forgetting those
 * first who have not blocked anybody longest, and who are in the database by then.
 */
final class RecentBlocks {

  private static final int PEOPLE = 10_000;

  private final Map<Pseudonym, Set<Pseudonym>> byBlocker =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pseudonym, Set<Pseudonym>> eldest) {
          return size() > PEOPLE;
        }
      };

  synchronized void add(Pseudonym blocker, Pseudonym blocked) {
    // Removed first, so that the order is that of the blocks.
    Set<Pseudonym> all = byBlocker.remove(blocker);
    Set<Pseudonym> more = all == null ? new HashSet<>() : all;
    more.add(blocked);
    byBlocker.put(blocker, more);
  }

  synchronized void remove(Pseudonym blocker) {
    byBlocker.remove(blocker);
  }

  synchronized Set<Pseudonym> of(Pseudonym blocker) {
    return Set.copyOf(byBlocker.getOrDefault(blocker, Set.of()));
  }

  /** Whether either has blocked the other. */
  synchronized boolean separate(Pseudonym one, Pseudonym other) {
    return byBlocker.getOrDefault(one, Set.of()).contains(other)
        || byBlocker.getOrDefault(other, Set.of()).contains(one);
  }
}
