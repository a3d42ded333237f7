package dev.passerby.wallet;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The two cookies that no script can read: one holds a session's token; the other, during sign-in,
 * binds a nonce to the browser that asked for it. On https their names carry the {@code __Host-}
 * prefix, which keeps other hosts and plain http from setting them; on this machine's plain http
 * browsers would refuse that prefix.
 */
@Component
final class SessionCookies {

  private static final String SESSION = "passerby";
  private static final String BROWSER = "passerby-browser";

  private final Origins origins;

  SessionCookies(Origins origins) {
    this.origins = origins;
  }

  Optional<String> sessionToken(ServerWebExchange exchange) {
    return read(exchange, SESSION);
  }

  void writeSession(ServerWebExchange exchange, SecretToken token, Duration lifetime) {
    write(exchange, SESSION, token.value(), lifetime);
  }

  void removeSession(ServerWebExchange exchange) {
    write(exchange, SESSION, "", Duration.ZERO);
  }

  Optional<String> browser(ServerWebExchange exchange) {
    return read(exchange, BROWSER);
  }

  void writeBrowser(ServerWebExchange exchange, String browser, Duration lifetime) {
    write(exchange, BROWSER, browser, lifetime);
  }

  private Optional<String> read(ServerWebExchange exchange, String name) {
    boolean secure = origins.secure(exchange);
    return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name(name, secure)))
        .map(HttpCookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  private void write(ServerWebExchange exchange, String name, String value, Duration lifetime) {
    boolean secure = origins.secure(exchange);
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(name(name, secure), value)
                .path("/")
                .maxAge(lifetime)
                .secure(secure)
                .httpOnly(true)
                .sameSite("Strict")
                .build());
  }

  private static String name(String name, boolean secure) {
    return secure ? "__Host-" + name : name;
  }
}
