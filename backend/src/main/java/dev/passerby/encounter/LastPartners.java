package dev.passerby.encounter;

import dev.passerby.chain.Address;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom each wallet met last; bounded, forgetting those first who have not met anybody longest. */
final class LastPartners {

  private final Map<Address, Address> partners;

  LastPartners(int capacity) {
    this.partners =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Address, Address> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized void met(Address one, Address other) {
    // Removed first, so that the order is that of the meetings.
    partners.remove(one);
    partners.put(one, other);
    partners.remove(other);
    partners.put(other, one);
  }

  synchronized @Nullable Address of(Address wallet) {
    return partners.get(wallet);
  }
}
