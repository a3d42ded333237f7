package dev.passerby.wallet;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only our own pages open sockets and change anything. Browsers do not ask before they open a
 * socket to another site, cookies included, so its {@code Origin} must be checked here.
 */
final class OriginFilter implements WebFilter {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Origins origins;
  private final JsonResponses responses;

  OriginFilter(Origins origins, JsonResponses responses) {
    this.origins = origins;
    this.responses = responses;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    boolean safe =
        SAFE.contains(exchange.getRequest().getMethod())
            && !exchange.getRequest().getPath().value().startsWith("/api/socket");
    return safe || origins.sender(exchange).isPresent()
        ? chain.filter(exchange)
        : responses.write(exchange, Refusals.ORIGIN);
  }
}
