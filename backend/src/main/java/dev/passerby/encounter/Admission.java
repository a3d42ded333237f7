package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.safety.BlockList;
import dev.passerby.safety.Clearance;
import dev.passerby.safety.Cooldown;
import dev.passerby.safety.Safety;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Who may meet somebody now. Not knowing lets nobody in: neither what the chain says, nor whom they
 * must not meet.
 */
final class Admission {

  private static final Logger log = LoggerFactory.getLogger(Admission.class);

  /** What comes of asking. */
  sealed interface Verdict {

    /**
     * They may.
     *
     * @param blocks whom not to meet
     */
    record Admitted(BlockList blocks) implements Verdict {}

    /** They may not, and are told so. */
    record Refused(ServerMessage why) implements Verdict {}
  }

  private final Entitlements entitlements;
  private final Safety safety;
  private final Duration timeout;

  Admission(Entitlements entitlements, Safety safety, Duration timeout) {
    this.entitlements = entitlements;
    this.safety = safety;
    this.timeout = timeout;
  }

  /** Whether the wallet may wait for somebody; never an error signal. */
  Mono<Verdict> verdict(Address wallet) {
    return entitlementRefusal(wallet)
        .flatMap(
            refusal ->
                refusal
                    .<Mono<Verdict>>map(why -> Mono.just(new Verdict.Refused(why)))
                    .orElseGet(() -> clearance(wallet)));
  }

  /**
   * Why somebody who has met somebody may not go on to another round, or empty when they may; never
   * an error signal. Who cannot be looked up in the database goes on, since they were let in.
   */
  Mono<Optional<ServerMessage>> endOfRounds(Address wallet) {
    return entitlementRefusal(wallet)
        .flatMap(refusal -> refusal.isPresent() ? Mono.just(refusal) : cooldown(wallet));
  }

  /** The entitlement's part of it; never an error signal. */
  Mono<Optional<ServerMessage>> entitlementRefusal(Address wallet) {
    return entitlements
        .of(wallet)
        .timeout(timeout)
        .map(Admission::refusal)
        .onErrorResume(
            error -> {
              log.warn("entitlement unknown: {}", error.getClass().getSimpleName());
              return Mono.just(Optional.of(ErrorCode.CHAIN_DOWN));
            })
        .map(refusal -> refusal.map(ServerMessage.Problem::of));
  }

  /** The cooldown that runs, if the database tells of one; never an error signal. */
  Mono<Optional<ServerMessage>> cooldown(Address wallet) {
    return safety
        .clearance(wallet)
        .map(clearance -> clearance.cooldown().map(Admission::told))
        .onErrorResume(
            error -> {
              log.warn("no cooldown known: {}", error.getMessage());
              return Mono.just(Optional.empty());
            });
  }

  private Mono<Verdict> clearance(Address wallet) {
    return safety
        .clearance(wallet)
        .map(Admission::verdict)
        .onErrorResume(
            error -> {
              log.warn("nobody is let in, the database does not answer: {}", error.getMessage());
              return Mono.just(new Verdict.Refused(ServerMessage.Problem.of(ErrorCode.STORE_DOWN)));
            });
  }

  private static Verdict verdict(Clearance clearance) {
    return clearance
        .cooldown()
        .<Verdict>map(cooldown -> new Verdict.Refused(told(cooldown)))
        .orElseGet(() -> new Verdict.Admitted(clearance.blocks()));
  }

  private static ServerMessage told(Cooldown cooldown) {
    return new ServerMessage.Cooldown(cooldown.until(), cooldown.reason());
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
