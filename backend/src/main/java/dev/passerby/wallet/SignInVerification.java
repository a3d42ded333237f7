package dev.passerby.wallet;

import dev.passerby.chain.Address;
import dev.passerby.chain.ChainReader;
import java.time.Clock;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;

/**
 * Decides whether a sign-in is good, cheapest question first. The nonce is used up before the
 * signature is looked at: each one gives one try, whatever comes of it.
 */
final class SignInVerification implements ReactiveAuthenticationManager {

  private final Challenges challenges;
  private final SignatureVerifier signatures;
  private final WalletSessions sessions;
  private final ChainReader chain;
  private final Clock clock;

  SignInVerification(
      Challenges challenges,
      SignatureVerifier signatures,
      WalletSessions sessions,
      ChainReader chain,
      Clock clock) {
    this.challenges = challenges;
    this.signatures = signatures;
    this.sessions = sessions;
    this.chain = chain;
    this.clock = clock;
  }

  @Override
  public Mono<Authentication> authenticate(Authentication authentication) {
    return authentication instanceof SignInAttempt attempt
        ? Mono.defer(() -> verify(attempt))
        : Mono.empty();
  }

  private Mono<Authentication> verify(SignInAttempt attempt) {
    SignInMessage message = SignInMessageParser.parse(attempt.message());
    SignInRules.check(message, attempt.origin(), chain.chainId(), clock.instant());
    return challenges
        .redeem(attempt.browser(), message.nonce())
        .then(
            Mono.defer(
                () -> signatures.verify(message.address(), attempt.message(), attempt.signature())))
        .then(Mono.defer(() -> open(message.address())));
  }

  private Mono<Authentication> open(Address wallet) {
    return Mono.justOrEmpty(sessions.open(wallet))
        .switchIfEmpty(
            Mono.error(() -> new SignInRefused(SignInError.BUSY, "too many sessions are open")))
        .flatMap(sessions::keep)
        .map(opened -> new WalletAuthentication(opened.session(), opened.token()));
  }
}
