package dev.passerby.wallet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a sign-in request, bounded in size, time and rate. */
@Component
final class SignInConverter implements ServerAuthenticationConverter {

  /** A message of 4 KiB and a signature of 4 KiB in hex, with room for JSON's escapes. */
  private static final int MAX_BODY_BYTES = 32 * 1024;

  /** Contracts that verify many owners or a passkey have signatures far longer than 65 bytes. */
  private static final int MAX_SIGNATURE_BYTES = 4096;

  private static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

  private final Origins origins;
  private final SessionCookies cookies;
  private final AttemptLimit limit;
  private final JsonMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  SignInConverter(Origins origins, SessionCookies cookies, AttemptLimit limit) {
    this.origins = origins;
    this.cookies = cookies;
    this.limit = limit;
  }

  @Override
  public Mono<Authentication> convert(ServerWebExchange exchange) {
    return limit
        .permit(exchange)
        .then(Mono.defer(() -> body(exchange.getRequest())))
        .map(body -> attempt(exchange, body));
  }

  private Authentication attempt(ServerWebExchange exchange, byte[] body) {
    Request request = request(body);
    Origin origin =
        origins
            .sender(exchange)
            .orElseThrow(() -> new IllegalStateException("the origin is checked before"));
    return new SignInAttempt(
        utf8(request.message),
        signature(request.signature),
        origin,
        cookies.browser(exchange).orElse(""));
  }

  private static Mono<byte[]> body(ServerHttpRequest request) {
    if (!isJson(request)) {
      return Mono.error(
          new SignInRefused(SignInError.MEDIA_TYPE_UNSUPPORTED, "send application/json"));
    }
    return DataBufferUtils.join(request.getBody(), MAX_BODY_BYTES)
        .map(SignInConverter::bytes)
        .switchIfEmpty(Mono.error(() -> malformed("the body is empty")))
        .timeout(BODY_TIMEOUT)
        .onErrorMap(
            DataBufferLimitException.class,
            e -> new SignInRefused(SignInError.TOO_LARGE, "the body has over 32 KiB"))
        .onErrorMap(
            TimeoutException.class,
            e -> new SignInRefused(SignInError.BODY_LATE, "the body took over 10 seconds"));
  }

  private static boolean isJson(ServerHttpRequest request) {
    try {
      return MediaType.APPLICATION_JSON.isCompatibleWith(request.getHeaders().getContentType());
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private Request request(byte[] body) {
    try {
      Unchecked read = json.readValue(body, Unchecked.class);
      if (read != null && read.message != null && read.signature != null) {
        return new Request(read.message, read.signature);
      }
    } catch (JacksonException e) {
      throw malformed("the body is not the JSON object that is expected");
    }
    throw malformed("\"message\" and \"signature\" are required");
  }

  /** JSON can name half a character, which UTF-8 cannot: no wallet has signed that. */
  private static byte[] utf8(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new SignInRefused(SignInError.MESSAGE_MALFORMED, "it is not Unicode");
    }
  }

  private static byte[] signature(String hex) {
    if (hex.length() > 2 + 2 * MAX_SIGNATURE_BYTES) {
      throw new SignInRefused(SignInError.TOO_LARGE, "a signature has at most 4096 bytes");
    }
    if (!hex.startsWith("0x")) {
      throw new SignInRefused(SignInError.SIGNATURE_INVALID, "it does not start with 0x");
    }
    try {
      return HexFormat.of().parseHex(hex, 2, hex.length());
    } catch (IllegalArgumentException e) {
      throw new SignInRefused(SignInError.SIGNATURE_INVALID, "it is not hex");
    }
  }

  private static SignInRefused malformed(String detail) {
    return new SignInRefused(SignInError.BODY_MALFORMED, detail);
  }

  private record Unchecked(@Nullable String message, @Nullable String signature) {}

  private record Request(String message, String signature) {}
}
