package dev.passerby.wallet;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers from filters and handlers, which stand outside Spring's message codecs. */
@Component
final class JsonResponses {

  private final JsonMapper json;

  JsonResponses(JsonMapper json) {
    this.json = json;
  }

  Mono<Void> write(ServerWebExchange exchange, HttpStatusCode status, Object body) {
    return write(exchange, status, MediaType.APPLICATION_JSON, body);
  }

  Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    return write(exchange, problem.status(), MediaType.APPLICATION_PROBLEM_JSON, problem.body());
  }

  private Mono<Void> write(
      ServerWebExchange exchange, HttpStatusCode status, MediaType type, Object body) {
    return Mono.defer(
        () -> {
          ServerHttpResponse response = exchange.getResponse();
          response.setStatusCode(status);
          response.getHeaders().setContentType(type);
          byte[] bytes = json.writeValueAsBytes(body);
          response.getHeaders().setContentLength(bytes.length);
          return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
        });
  }
}
