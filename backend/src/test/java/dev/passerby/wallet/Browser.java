package dev.passerby.wallet;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser does around requests: keeps cookies, names the origin, sends the CSRF token back.
 */
final class Browser {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final WebTestClient client;
  private final String origin;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  /**
   * @param port where the service listens on this machine
   * @param origin where the page is, which may be another name for it
   */
  Browser(int port, String origin) {
    this.client =
        // Answers are looked at as they came, and not unpacked.
        WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.create()))
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(30))
            .build();
    this.origin = origin;
    get("/api/config");
  }

  Map<String, String> cookies() {
    return cookies;
  }

  Answer get(String path) {
    return send(HttpMethod.GET, path, null, Map.of());
  }

  Answer post(String path, String body) {
    return post(
        path, body, Map.of(HttpHeaders.ORIGIN, origin, "X-XSRF-TOKEN", cookies.get("XSRF-TOKEN")));
  }

  Answer post(String path, String body, Map<String, String> headers) {
    return send(HttpMethod.POST, path, body, headers);
  }

  /** As the page does it, with what else the request states. */
  Answer change(HttpMethod method, String path, @Nullable String body, Map<String, String> states) {
    Map<String, String> headers = new HashMap<>(states);
    headers.put(HttpHeaders.ORIGIN, origin);
    headers.put("X-XSRF-TOKEN", String.valueOf(cookies.get("XSRF-TOKEN")));
    return send(method, path, body, headers);
  }

  String challenge() {
    return post("/api/sign-in/challenge", "").body().get("nonce").asString();
  }

  Answer signIn(String message, String signature) {
    return post("/api/sign-in", signInBody(message, signature));
  }

  static String signInBody(String message, String signature) {
    return JSON.writeValueAsString(Map.of("message", message, "signature", signature));
  }

  Answer send(HttpMethod method, String path, @Nullable String body, Map<String, String> headers) {
    WebTestClient.RequestBodySpec request =
        client.method(method).uri(path).header(HttpHeaders.HOST, origin.replaceFirst("^.*://", ""));
    request.headers(all -> all.setContentType(MediaType.APPLICATION_JSON));
    headers.forEach((name, value) -> request.headers(all -> all.set(name, value)));
    cookies.forEach(request::cookie);
    WebTestClient.ResponseSpec response =
        (body == null ? request : request.bodyValue(body)).exchange();
    EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
    result.getResponseCookies().values().stream().flatMap(List::stream).forEach(this::keep);
    return new Answer(result);
  }

  private void keep(ResponseCookie cookie) {
    if (cookie.getMaxAge().isZero()) {
      cookies.remove(cookie.getName());
    } else {
      cookies.put(cookie.getName(), cookie.getValue());
    }
  }

  record Answer(EntityExchangeResult<byte[]> result) {

    int status() {
      return result.getStatus().value();
    }

    JsonNode body() {
      byte[] bytes = result.getResponseBody();
      return JSON.readTree(bytes == null ? new byte[0] : bytes);
    }

    /** Status and code, such as {@code 401 signed-out}. */
    String refusal() {
      return status() + " " + body().path("code").asString("");
    }

    String header(String name) {
      return String.valueOf(result.getResponseHeaders().getFirst(name));
    }

    ResponseCookie cookie(String name) {
      ResponseCookie cookie = result.getResponseCookies().getFirst(name);
      if (cookie == null) {
        throw new AssertionError("no cookie " + name + " in " + result);
      }
      return cookie;
    }
  }
}
