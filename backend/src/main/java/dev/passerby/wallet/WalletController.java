package dev.passerby.wallet;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What surrounds signing in; {@code POST /api/sign-in} itself is Spring Security's. */
@RestController
@RequestMapping("/api")
final class WalletController {

  private final Challenges challenges;
  private final AttemptLimit limit;
  private final SessionCookies cookies;
  private final WalletSessions sessions;
  private final Clock clock;

  WalletController(
      Challenges challenges,
      AttemptLimit limit,
      SessionCookies cookies,
      WalletSessions sessions,
      Clock clock) {
    this.challenges = challenges;
    this.limit = limit;
    this.cookies = cookies;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A nonce for this browser. One that is signing in twice (two tabs) keeps its secret. */
  @PostMapping("/sign-in/challenge")
  Mono<Challenge> challenge(ServerWebExchange exchange) {
    return limit
        .permit(exchange)
        .then(
            Mono.defer(
                () -> {
                  String browser =
                      cookies
                          .browser(exchange)
                          .filter(Challenges::isBrowser)
                          .orElseGet(Challenges::newBrowser);
                  cookies.writeBrowser(exchange, browser, challenges.lifetime());
                  return challenges.issue(browser);
                }))
        .map(nonce -> new Challenge(nonce, challenges.lifetime().toSeconds(), clock.instant()));
  }

  @GetMapping("/session")
  SessionView session(@AuthenticationPrincipal WalletSession session) {
    return SessionView.of(session);
  }

  /** Signing out twice is no error. */
  @PostMapping("/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> signOut(
      ServerWebExchange exchange, @AuthenticationPrincipal @Nullable WalletSession session) {
    cookies.removeSession(exchange);
    return session == null ? Mono.empty() : sessions.signOut(session);
  }

  /**
   * What to put into the message.
   *
   * @param now this service's clock, for pages on a machine whose own is wrong
   */
  record Challenge(String nonce, long expiresInSeconds, Instant now) {}
}
