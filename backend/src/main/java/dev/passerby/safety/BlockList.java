package dev.passerby.safety;

import dev.passerby.store.Pseudonym;
import java.util.Set;

/**
 * Whom somebody has blocked, and who they are to others' lists.
 *
 * @param blocked by this person; who has blocked them is in the others' lists
 */
public record BlockList(Pseudonym self, Set<Pseudonym> blocked) {

  public BlockList {
    blocked = Set.copyOf(blocked);
  }

  /** Whether the two are never to meet: either has blocked the other. */
  public boolean separates(BlockList other) {
    return blocked.contains(other.self) || other.blocked.contains(self);
  }

  /** Only how many. */
  @Override
  public String toString() {
    return "BlockList[" + blocked.size() + "]";
  }
}
