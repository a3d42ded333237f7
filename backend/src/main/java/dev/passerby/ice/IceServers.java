package dev.passerby.ice;

import java.time.Instant;
import java.util.List;

/** The servers through which two peers find each other; given to matched peers only. */
public interface IceServers {

  /**
   * The servers for one round of an encounter, credentials included. Those of another round are
   * other credentials, so that each can be cut by itself.
   *
   * @param round the first is 1
   * @param validUntil when the TURN credential runs out
   */
  List<IceServer> forRound(String encounter, int round, Instant validUntil);

  /** Whether there is a relay among them, without which nobody can hide their address. */
  boolean hasRelay();
}
