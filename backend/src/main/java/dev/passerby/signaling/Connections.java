package dev.passerby.signaling;

import dev.passerby.chain.Address;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The open sockets of this node, of which a wallet has only so many. */
final class Connections {

  private final Map<String, SignalingSession> byId = new ConcurrentHashMap<>();
  private final Map<Address, List<SignalingSession>> byWallet = new ConcurrentHashMap<>();
  private final int perWallet;
  private volatile boolean shut;

  Connections(int perWallet) {
    this.perWallet = perWallet;
  }

  /** Takes the connection in; false when the wallet has enough of them. */
  boolean add(SignalingSession session) {
    List<SignalingSession> of =
        byWallet.compute(
            session.wallet(),
            (wallet, open) -> {
              if (open == null) {
                return List.of(session);
              }
              return open.size() < perWallet ? with(open, session) : open;
            });
    if (!of.contains(session)) {
      return false;
    }
    byId.put(session.id(), session);
    return true;
  }

  void remove(SignalingSession session) {
    byId.remove(session.id());
    byWallet.computeIfPresent(
        session.wallet(),
        (wallet, open) -> {
          List<SignalingSession> left = open.stream().filter(other -> other != session).toList();
          return left.isEmpty() ? null : left;
        });
  }

  /**
   * Nobody is to come any more: those who are here. Whoever slips in meanwhile finds {@link
   * #isShut} true.
   */
  Collection<SignalingSession> shut() {
    shut = true;
    return List.copyOf(byId.values());
  }

  boolean isShut() {
    return shut;
  }

  List<SignalingSession> of(Address wallet) {
    return byWallet.getOrDefault(wallet, List.of());
  }

  int count() {
    return byId.size();
  }

  private static List<SignalingSession> with(
      List<SignalingSession> open, SignalingSession session) {
    return Stream.concat(open.stream(), Stream.of(session)).toList();
  }
}
