package dev.passerby.streaming;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.entitlement.Feature;
import dev.passerby.wallet.Ephemeral;
import dev.passerby.wallet.WalletSession;
import dev.passerby.wallet.WalletSessions;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who may stream, and for how long. */
final class StreamingRights {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  /** Besides whenever the chain says that something changed. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Entitlements entitlements;
  private final WalletSessions sessions;
  private final Ephemeral ephemeral;
  private final StreamingProperties limits;

  StreamingRights(
      Entitlements entitlements,
      WalletSessions sessions,
      Ephemeral ephemeral,
      StreamingProperties limits) {
    this.entitlements = entitlements;
    this.sessions = sessions;
    this.ephemeral = ephemeral;
    this.limits = limits;
  }

  /** Why this person may not begin to stream now; empty when they may. */
  Mono<StreamEnd> refusal(WalletSession who) {
    return entitlements
        .of(who.wallet())
        .timeout(ANSWER_WITHIN)
        .onErrorComplete()
        .ofType(EntitlementResult.Known.class)
        .map(StreamingRights::unlocks)
        .map(unlocked -> unlocked ? Mono.<StreamEnd>empty() : Mono.just(StreamEnd.LOCKED))
        .defaultIfEmpty(Mono.just(StreamEnd.CHAIN_UNAVAILABLE))
        .flatMap(refusal -> refusal);
  }

  private static boolean unlocks(EntitlementResult.Known known) {
    return known.entitlement().features().contains(Feature.STREAMING);
  }

  /** Takes one of the permits to begin a stream; why not, or empty. */
  Mono<StreamEnd> tooOften(WalletSession who) {
    return ephemeral
        .permit("stream:" + who.wallet().value(), limits.startsPerMinute(), PERIOD)
        .filter(permitted -> !permitted)
        .map(refused -> StreamEnd.RATE_LIMITED);
  }

  /** Why a stream of this person has to end, as soon as it has to. */
  Mono<StreamEnd> lost(WalletSession who) {
    Address wallet = who.wallet();
    Mono<StreamEnd> sold =
        Flux.merge(entitlements.changed().filter(wallet::equals), Flux.interval(LOOK_EVERY))
            .onBackpressureLatest()
            .concatMap(change -> known(wallet), 1)
            .filter(known -> !unlocks(known))
            .next()
            .map(known -> StreamEnd.PASS_LOST);
    return Mono.firstWithSignal(sold, sessions.ended(who).map(end -> StreamEnd.SIGNED_OUT));
  }

  /** Nothing while that cannot be known: streams that run go on, as encounters do. */
  private Mono<EntitlementResult.Known> known(Address wallet) {
    return entitlements
        .of(wallet)
        .timeout(ANSWER_WITHIN)
        .onErrorComplete()
        .ofType(EntitlementResult.Known.class);
  }
}
