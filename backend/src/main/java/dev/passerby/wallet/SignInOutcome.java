package dev.passerby.wallet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers a sign-in and counts it: {@code passerby.sign.in} by outcome, an error's code if any. */
@Component
final class SignInOutcome
    implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {

  private final JsonResponses responses;
  private final MeterRegistry metrics;

  SignInOutcome(JsonResponses responses, MeterRegistry metrics) {
    this.responses = responses;
    this.metrics = metrics;
    // All from the start, so that the first of its kind is seen as a rise from zero.
    counter("accepted");
    for (SignInError error : SignInError.values()) {
      counter(error.code());
    }
  }

  @Override
  public Mono<Void> onAuthenticationSuccess(
      WebFilterExchange exchange, Authentication authentication) {
    counter("accepted").increment();
    return authentication instanceof WalletAuthentication wallet
        ? responses.write(
            exchange.getExchange(), HttpStatus.OK, SessionView.of(wallet.getPrincipal()))
        : Mono.error(new IllegalStateException("only wallets sign in"));
  }

  @Override
  public Mono<Void> onAuthenticationFailure(
      WebFilterExchange exchange, AuthenticationException failure) {
    if (!(failure instanceof SignInRefused refused)) {
      return Mono.error(failure);
    }
    counter(refused.error().code()).increment();
    return responses.write(exchange.getExchange(), refused.problem());
  }

  private Counter counter(String outcome) {
    return Counter.builder("passerby.sign.in")
        .description("Sign-ins by outcome")
        .tag("outcome", outcome)
        .register(metrics);
  }
}
