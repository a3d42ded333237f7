package dev.passerby.ice;

import java.time.Instant;
import java.util.List;

/** The servers through which two peers find each other; given to matched peers only. */
@FunctionalInterface
public interface IceServers {

  /**
   * The servers of one match, credentials included.
   *
   * @param validUntil when the TURN credential runs out
   */
  List<IceServer> forMatch(String encounterId, Instant validUntil);
}
