package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * The signed-in sessions of this process, found by the cookie's token. Bounded: a full store
 * refuses new sign-ins rather than ending somebody else's session.
 */
public final class WalletSessions {

  private final Clock clock;
  private final Scheduler timer;
  private final Duration lifetime;
  private final int capacity;
  private final Map<String, Entry> byTokenHash = new ConcurrentHashMap<>();
  private final Map<String, Entry> byId = new ConcurrentHashMap<>();

  /**
   * @param timer where expiry is waited for; it does no other work there
   * @param lifetime from sign-in to expiry; use does not prolong it
   * @param capacity how many sessions may be open at once
   */
  public WalletSessions(Clock clock, Scheduler timer, Duration lifetime, int capacity) {
    this.clock = clock;
    this.timer = timer;
    this.lifetime = lifetime;
    this.capacity = capacity;
  }

  /** Opens a session under a fresh token; empty when the store is full. */
  public Optional<Opened> open(Address wallet) {
    SecretToken token = SecretToken.random();
    Instant expiresAt = clock.instant().plus(lifetime);
    WalletSession session = new WalletSession(SecretToken.randomId(), wallet, expiresAt);
    synchronized (this) {
      if (byTokenHash.size() >= capacity) {
        return Optional.empty();
      }
      Entry entry = new Entry(session, token.hash(), Sinks.one(), expiry(session));
      byTokenHash.put(entry.tokenHash, entry);
      byId.put(session.id(), entry);
    }
    return Optional.of(new Opened(session, token));
  }

  /** The session that a cookie's token opens, unless it is over. */
  public Optional<WalletSession> find(String token) {
    return Optional.ofNullable(byTokenHash.get(SecretToken.hash(token)))
        .map(Entry::session)
        .filter(session -> clock.instant().isBefore(session.expiresAt()));
  }

  /** Ends the session because the person wants it so; does nothing when it is already over. */
  public void signOut(WalletSession session) {
    end(session, SessionEnd.SIGNED_OUT);
  }

  /** Completes with the reason once the session is over, at once when it already is. */
  public Mono<SessionEnd> ended(WalletSession session) {
    Entry entry = byId.get(session.id());
    if (entry != null) {
      return entry.ended.asMono();
    }
    boolean expired = !clock.instant().isBefore(session.expiresAt());
    return Mono.just(expired ? SessionEnd.EXPIRED : SessionEnd.SIGNED_OUT);
  }

  private Disposable expiry(WalletSession session) {
    return timer.schedule(
        () -> end(session, SessionEnd.EXPIRED), lifetime.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void end(WalletSession session, SessionEnd reason) {
    Entry entry;
    synchronized (this) {
      entry = byId.remove(session.id());
      if (entry == null) {
        return;
      }
      byTokenHash.remove(entry.tokenHash);
    }
    entry.expiry.dispose();
    // Outside the lock: whoever listens closes sockets on this thread.
    entry.ended.tryEmitValue(reason).orThrow();
  }

  /**
   * A session just opened.
   *
   * @param token the only copy of the secret that goes into the cookie
   */
  public record Opened(WalletSession session, SecretToken token) {}

  private record Entry(
      WalletSession session, String tokenHash, Sinks.One<SessionEnd> ended, Disposable expiry) {}
}
