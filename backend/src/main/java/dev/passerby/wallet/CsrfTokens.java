package dev.passerby.wallet;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The CSRF token in a cookie that the page reads and sends back as a header. Spring's repository
 * with the cookie marked {@code Secure} where the page is.
 */
final class CsrfTokens implements ServerCsrfTokenRepository {

  private final Origins origins;
  private final CookieServerCsrfTokenRepository secure = repository(true);
  private final CookieServerCsrfTokenRepository plain = repository(false);

  CsrfTokens(Origins origins) {
    this.origins = origins;
  }

  private static CookieServerCsrfTokenRepository repository(boolean secure) {
    CookieServerCsrfTokenRepository repository =
        CookieServerCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Strict"));
    return repository;
  }

  @Override
  public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
    return plain.generateToken(exchange);
  }

  @Override
  public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
    return (origins.secure(exchange) ? secure : plain).saveToken(exchange, token);
  }

  @Override
  public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
    return plain.loadToken(exchange);
  }

  /**
   * Spring Security makes a token only when somebody asks for it. Here every page and API answer
   * asks, so that the page has it before its first POST; the files that caches share do not.
   */
  static final class Cookie implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
      boolean wanted =
          HttpMethod.GET.equals(exchange.getRequest().getMethod())
              && !exchange.getRequest().getPath().value().startsWith("/assets/")
              && !exchange.getRequest().getPath().value().startsWith("/actuator/");
      return wanted && token != null ? token.then(chain.filter(exchange)) : chain.filter(exchange);
    }
  }
}
