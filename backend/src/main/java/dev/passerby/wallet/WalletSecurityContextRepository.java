package dev.passerby.wallet;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds the session by the request's cookie, and after a sign-in gives the browser its cookie. */
@Component
final class WalletSecurityContextRepository implements ServerSecurityContextRepository {

  private final WalletSessions sessions;
  private final SessionCookies cookies;
  private final Clock clock;

  WalletSecurityContextRepository(WalletSessions sessions, SessionCookies cookies, Clock clock) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.clock = clock;
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return Mono.fromSupplier(
        () ->
            cookies
                .sessionToken(exchange)
                .flatMap(sessions::find)
                .map(session -> new SecurityContextImpl(new WalletAuthentication(session)))
                .orElse(null));
  }

  /** A sign-in always gets a new token; what the browser held before is over (no fixation). */
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return Mono.defer(
        () -> {
          if (context != null
              && context.getAuthentication() instanceof WalletAuthentication authentication
              && authentication.getCredentials() != null) {
            SecretToken token = authentication.getCredentials();
            authentication.eraseCredentials();
            return give(exchange, authentication.getPrincipal(), token);
          }
          return Mono.empty();
        });
  }

  private Mono<Void> give(ServerWebExchange exchange, WalletSession session, SecretToken token) {
    cookies.writeSession(exchange, token, Duration.between(clock.instant(), session.expiresAt()));
    return Mono.justOrEmpty(cookies.sessionToken(exchange).flatMap(sessions::find))
        .flatMap(sessions::signOut);
  }
}
