package dev.passerby.signaling;

import dev.passerby.chain.Address;
import dev.passerby.wallet.WalletSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of this node, of which a wallet has only so many connected and so many away. */
final class Connections {

  private final Map<Address, List<SignalingSession>> byWallet = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger away = new AtomicInteger();
  private final int perWallet;
  private volatile boolean shut;

  Connections(int perWallet) {
    this.perWallet = perWallet;
  }

  /** Takes the page in; false when the wallet has enough of them. */
  boolean add(SignalingSession session) {
    List<SignalingSession> of =
        byWallet.compute(
            session.wallet(),
            (wallet, pages) -> {
              if (pages == null) {
                return List.of(session);
              }
              long connected = pages.stream().filter(page -> !page.line().isAway()).count();
              return connected < perWallet ? with(pages, session) : pages;
            });
    return of.contains(session);
  }

  /** The page's line is over. */
  void remove(SignalingSession session) {
    if (session.line().isAway()) {
      away.decrementAndGet();
    }
    byWallet.computeIfPresent(
        session.wallet(),
        (wallet, pages) -> {
          List<SignalingSession> left = pages.stream().filter(page -> page != session).toList();
          return left.isEmpty() ? null : left;
        });
  }

  /** A socket was opened. */
  void opened() {
    open.incrementAndGet();
  }

  /** A socket is gone. */
  void closed() {
    open.decrementAndGet();
  }

  /**
   * A page of this wallet is away.
   *
   * @return whether there is room for one that has little to come back for
   */
  boolean away(Address wallet) {
    away.incrementAndGet();
    return of(wallet).stream().filter(page -> page.line().isAway()).count() <= perWallet;
  }

  /** A page is back. */
  void back() {
    away.decrementAndGet();
  }

  /** The line of this person that the token opens. */
  @Nullable Line find(WalletSession who, String token) {
    for (SignalingSession page : of(who.wallet())) {
      if (page.line().isOpenTo(who, token)) {
        return page.line();
      }
    }
    return null;
  }

  /**
   * Nobody is to come any more: those who are here. Whoever slips in meanwhile finds {@link
   * #isShut} true.
   */
  Collection<SignalingSession> shut() {
    shut = true;
    return byWallet.values().stream().flatMap(List::stream).toList();
  }

  boolean isShut() {
    return shut;
  }

  List<SignalingSession> of(Address wallet) {
    return byWallet.getOrDefault(wallet, List.of());
  }

  /** How many sockets are open. */
  int count() {
    return open.get();
  }

  /** How many lines wait for their page to come back. */
  int countAway() {
    return away.get();
  }

  private static List<SignalingSession> with(
      List<SignalingSession> pages, SignalingSession session) {
    return Stream.concat(pages.stream(), Stream.of(session)).toList();
  }
}
