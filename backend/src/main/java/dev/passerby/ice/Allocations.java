package dev.passerby.ice;

import java.time.Instant;

/** What the TURN servers hold for the encounters, and the end of it. */
@FunctionalInterface
public interface Allocations {

  /**
   * Closes what was allocated for the encounter, and whatever a page that does not obey allocates
   * anew. Returns at once.
   *
   * @param round credentials of this and earlier rounds end; those of a later one do not
   * @param until when the last of these credentials has run out
   */
  void close(String encounter, int round, Instant until);
}
