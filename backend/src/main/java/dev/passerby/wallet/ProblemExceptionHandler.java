package dev.passerby.wallet;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * Turns whatever goes wrong in a request into a problem, before Spring Boot's own handler (-1)
 * does. An {@link ErrorResponse} may bring its {@code code} as a property of its problem detail.
 */
@Component
@Order(-2)
final class ProblemExceptionHandler implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);

  private final JsonResponses responses;

  ProblemExceptionHandler(JsonResponses responses) {
    this.responses = responses;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()
        || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return Mono.error(failure);
    }
    if (failure instanceof ErrorResponse response) {
      exchange.getResponse().getHeaders().putAll(response.getHeaders());
    }
    return responses.write(exchange, problem(failure));
  }

  private static Problem problem(Throwable failure) {
    if (failure instanceof SignInRefused refused) {
      return refused.problem();
    }
    if (failure instanceof ErrorResponse response) {
      HttpStatusCode status = response.getStatusCode();
      ProblemDetail body = response.getBody();
      return new Problem(
          status,
          code(failure, status, body),
          Objects.requireNonNullElse(body.getTitle(), "Error"),
          Objects.requireNonNullElse(body.getDetail(), ""));
    }
    log.error("A request failed", failure);
    return new Problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "Something went wrong here",
        "it is in this service's log");
  }

  private static String code(Throwable failure, HttpStatusCode status, ProblemDetail body) {
    Object own = Optional.ofNullable(body.getProperties()).orElse(Map.of()).get("code");
    if (own instanceof String code) {
      return code;
    }
    if (failure.getCause() instanceof DecodingException) {
      return SignInError.BODY_MALFORMED.code();
    }
    HttpStatus known = HttpStatus.resolve(status.value());
    return switch (known) {
      case CONTENT_TOO_LARGE -> SignInError.TOO_LARGE.code();
      case UNSUPPORTED_MEDIA_TYPE -> SignInError.MEDIA_TYPE_UNSUPPORTED.code();
      case null -> "error";
      default -> known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
