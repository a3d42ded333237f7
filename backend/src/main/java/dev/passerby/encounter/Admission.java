package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.protocol.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Who may meet somebody now. Not knowing lets nobody in. */
final class Admission {

  private static final Logger log = LoggerFactory.getLogger(Admission.class);

  private final Entitlements entitlements;
  private final Duration timeout;

  Admission(Entitlements entitlements, Duration timeout) {
    this.entitlements = entitlements;
    this.timeout = timeout;
  }

  /** Why the wallet may not, or empty when it may; never an error signal. */
  Mono<Optional<ErrorCode>> refusal(Address wallet) {
    return entitlements
        .of(wallet)
        .timeout(timeout)
        .map(Admission::refusal)
        .onErrorResume(
            error -> {
              log.warn("entitlement unknown: {}", error.getClass().getSimpleName());
              return Mono.just(Optional.of(ErrorCode.CHAIN_DOWN));
            });
  }

  private static Optional<ErrorCode> refusal(EntitlementResult result) {
    return switch (result) {
      case EntitlementResult.Known known ->
          known.entitlement().mayMeet()
              ? Optional.empty()
              : Optional.of(ErrorCode.ENTITLEMENT_REQUIRED);
      case EntitlementResult.ChainStale _ -> Optional.of(ErrorCode.CHAIN_STALE);
      case EntitlementResult.ChainDown _ -> Optional.of(ErrorCode.CHAIN_DOWN);
      case EntitlementResult.ChainDisputed _ -> Optional.of(ErrorCode.CHAIN_DISPUTED);
    };
  }
}
