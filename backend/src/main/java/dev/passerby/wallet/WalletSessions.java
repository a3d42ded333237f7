package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * The signed-in sessions, found by the cookie's token without asking anybody. They are in memory,
 * and written through to where they outlive the process. Bounded: when there are too many, new
 * sign-ins are refused rather than somebody else's session ended.
 */
public final class WalletSessions {

  private final Clock clock;
  private final Scheduler timer;
  private final Duration lifetime;
  private final int capacity;
  private final KeptSessions kept;
  private final Map<String, Entry> byTokenHash = new ConcurrentHashMap<>();
  private final Map<String, Entry> byId = new ConcurrentHashMap<>();

  /** Of an earlier run, by their tokens' hashes: whose they are only their tokens will tell. */
  private final Map<String, KeptSession> asleep = new ConcurrentHashMap<>();

  /**
   * Sessions that end with the process.
   *
   * @param timer where expiry is waited for; it does no other work there
   * @param lifetime from sign-in to expiry; use does not prolong it
   * @param capacity how many sessions may be open at once
   */
  public WalletSessions(Clock clock, Scheduler timer, Duration lifetime, int capacity) {
    this(clock, timer, lifetime, capacity, KeptSessions.NOWHERE);
  }

  /**
   * Sessions that outlive the process; see the other one.
   *
   * @param kept where they are written to
   */
  WalletSessions(Clock clock, Scheduler timer, Duration lifetime, int capacity, KeptSessions kept) {
    this.clock = clock;
    this.timer = timer;
    this.lifetime = lifetime;
    this.capacity = capacity;
    this.kept = kept;
  }

  /** Takes sessions of an earlier run in; to be called before anybody is looked for. */
  void restore(List<KeptSession> earlier) {
    earlier.forEach(session -> asleep.put(session.tokenHash(), session));
  }

  /**
   * Opens a session under a fresh token; empty when there are too many. It is in memory only until
   * it is {@linkplain #keep kept}.
   */
  public Optional<Opened> open(Address wallet) {
    SecretToken token = SecretToken.random();
    // As a database keeps it, so that it is the same after a restart.
    Instant expiresAt = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.MILLIS);
    WalletSession session = new WalletSession(SecretToken.randomId(), wallet, expiresAt);
    synchronized (this) {
      if (byTokenHash.size() + asleep.size() >= capacity) {
        return Optional.empty();
      }
      add(session, token.hash());
    }
    return Optional.of(new Opened(session, token));
  }

  /** Lets the session outlive the process; to be awaited before anybody is told of it. */
  Mono<Opened> keep(Opened opened) {
    return Mono.defer(() -> kept.add(KeptSession.of(opened.session(), opened.token())))
        .thenReturn(opened);
  }

  /** The session that a cookie's token opens, unless it is over. */
  public Optional<WalletSession> find(String token) {
    String hash = SecretToken.hash(token);
    Entry entry = byTokenHash.get(hash);
    if (entry == null && asleep.containsKey(hash)) {
      entry = wake(hash, token);
    }
    return Optional.ofNullable(entry)
        .map(Entry::session)
        .filter(session -> clock.instant().isBefore(session.expiresAt()));
  }

  /**
   * Ends the session because the person wants it so; does nothing when it is already over. It is
   * over at once; this completes when a restart will not bring it back, either.
   */
  public Mono<Void> signOut(WalletSession session) {
    return Mono.defer(
        () -> {
          Entry ended = end(session, SessionEnd.SIGNED_OUT);
          return ended == null ? Mono.empty() : kept.remove(ended.tokenHash);
        });
  }

  /** Lets go of those of an earlier run that nobody has come back to in time. */
  void forgetExpired() {
    Instant now = clock.instant();
    asleep.values().removeIf(session -> !now.isBefore(session.expiresAt()));
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

  private synchronized @Nullable Entry wake(String hash, String token) {
    KeptSession session = asleep.remove(hash);
    return session == null
        ? byTokenHash.get(hash) // another request has been faster
        : session.open(token).map(opened -> add(opened, hash)).orElse(null);
  }

  private Entry add(WalletSession session, String tokenHash) {
    Entry entry = new Entry(session, tokenHash, Sinks.one(), expiry(session));
    byTokenHash.put(tokenHash, entry);
    byId.put(session.id(), entry);
    return entry;
  }

  private Disposable expiry(WalletSession session) {
    Duration left = Duration.between(clock.instant(), session.expiresAt());
    long millis = left.plusNanos(999_999).toMillis(); // never early
    return timer.schedule(
        () -> {
          Entry _ = end(session, SessionEnd.EXPIRED);
        },
        Math.max(0, millis),
        TimeUnit.MILLISECONDS);
  }

  private @Nullable Entry end(WalletSession session, SessionEnd reason) {
    Entry entry;
    synchronized (this) {
      entry = byId.remove(session.id());
      if (entry == null) {
        return null;
      }
      byTokenHash.remove(entry.tokenHash);
    }
    entry.expiry.dispose();
    // Outside the lock: whoever listens closes sockets on this thread.
    entry.ended.tryEmitValue(reason).orThrow();
    return entry;
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
