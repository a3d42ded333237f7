package dev.passerby.encounter;

import dev.passerby.ice.Allocations;
import dev.passerby.ice.IceServer;
import dev.passerby.ice.IceServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A TURN server that only remembers, as {@code encounter.round}, what it is asked. */
final class FakeRelay implements IceServers, Allocations {

  final List<String> given = new ArrayList<>();
  final List<String> closed = new ArrayList<>();
  Instant until = Instant.MIN;
  boolean relay = true;

  @Override
  public List<IceServer> forRound(String encounter, int round, Instant validUntil) {
    String name = encounter + "." + round;
    given.add(name);
    until = validUntil;
    return List.of(new IceServer(List.of("turn:relay"), name, "key"));
  }

  @Override
  public boolean hasRelay() {
    return relay;
  }

  @Override
  public void close(String encounter, int round, Instant until) {
    closed.add(encounter + "." + round);
  }
}
