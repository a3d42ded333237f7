package dev.passerby.wallet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The allowed origins, and which of them a request belongs to. */
@Component
final class Origins {

  private volatile Set<Origin> allowed;

  Origins(OriginProperties properties) {
    this.allowed = properties.origins().stream().map(Origin::of).collect(Collectors.toSet());
  }

  /** With nothing configured, the port is known only now (it may have been 0). */
  @EventListener
  void listening(ReactiveWebServerInitializedEvent event) {
    boolean page = event.getApplicationContext().getServerNamespace() == null;
    if (page && allowed.isEmpty()) {
      String port =
          event.getWebServer().getPort() == 80 ? "" : ":" + event.getWebServer().getPort();
      allowed =
          Stream.of("http://localhost" + port, "http://127.0.0.1" + port)
              .map(Origin::of)
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  Set<Origin> allowed() {
    return allowed;
  }

  /**
   * The origin of the page that sent a request which browsers mark with {@code Origin}; empty when
   * the mark is missing, repeated, {@code null} or foreign.
   */
  Optional<Origin> sender(ServerWebExchange exchange) {
    List<String> values = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ORIGIN);
    return values.size() == 1 ? find(Origin::value, values.getFirst()) : Optional.empty();
  }

  /**
   * Whether the page is served by https, so that its cookies must be, too: by the origin that sent
   * the request or, where browsers name none, by the host it was sent to. In doubt it is.
   */
  boolean secure(ServerWebExchange exchange) {
    return sender(exchange).or(() -> addressee(exchange)).map(Origin::secure).orElse(true);
  }

  private Optional<Origin> addressee(ServerWebExchange exchange) {
    String host = exchange.getRequest().getHeaders().getFirst(HttpHeaders.HOST);
    return host == null ? Optional.empty() : find(Origin::authority, host);
  }

  private Optional<Origin> find(Function<Origin, String> part, String value) {
    return allowed.stream().filter(origin -> part.apply(origin).equals(value)).findFirst();
  }
}
