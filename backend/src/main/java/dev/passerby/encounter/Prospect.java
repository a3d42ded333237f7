package dev.passerby.encounter;

import dev.passerby.protocol.ServerMessage;

/** What comes of asking whether somebody may meet somebody in particular now. */
public sealed interface Prospect {

  /** Both may. */
  record Open() implements Prospect {}

  /** The other is in an encounter. */
  record Engaged() implements Prospect {}

  /** The other may meet nobody now; why is not for anybody else. */
  record Unavailable() implements Prospect {}

  /** One of the two has blocked the other, and nobody is to find out. */
  record Parted() implements Prospect {}

  /** The one who asks may meet nobody now, and is told why. */
  record Refused(ServerMessage why) implements Prospect {}
}
