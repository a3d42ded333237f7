package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Who gets in from where: origins, CSRF, the socket, and requests that no page sends. */
@WalletServerTest
class DoorTest {

  private static final String BODY = Browser.signInBody("hello", "0x12");

  @LocalServerPort int port;
  @Autowired TestClock clock;
  private String origin;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    origin = "http://localhost:" + port;
    browser = new Browser(port, origin);
  }

  private void signIn() {
    String text = new Message(origin, ADA.address(), browser.challenge(), clock.instant()).text();
    assertThat(browser.signIn(text, ADA.sign(text)).status()).isEqualTo(200);
  }

  private List<String> foreignOrigins() {
    return List.of(
        "null",
        "",
        "http://evil.example",
        "http://localhost",
        "http://localhost:" + (port + 1),
        "https://localhost:" + port,
        "http://localhost:" + port + ".evil.example",
        "http://localhost:" + port + "/",
        "http://LOCALHOST:" + port,
        "http://evil.example, " + origin);
  }

  @Test
  void refusesToOpenASocketForAForeignMissingOrNullOrigin() {
    signIn();
    for (String foreign : foreignOrigins()) {
      assertThat(socket(Map.of(HttpHeaders.ORIGIN, foreign)))
          .as(foreign)
          .isEqualTo("403 origin-refused");
    }
    assertThat(socket(Map.of())).isEqualTo("403 origin-refused");
  }

  @Test
  void refusesToOpenASocketForTheSignedOut() {
    assertThat(socket(Map.of(HttpHeaders.ORIGIN, origin))).isEqualTo("401 signed-out");
  }

  private String socket(Map<String, String> headers) {
    return browser.send(HttpMethod.GET, "/api/socket", null, headers).refusal();
  }

  @Test
  void refusesToChangeAnythingForAForeignMissingOrNullOrigin() {
    signIn();
    String token = browser.cookies().get("XSRF-TOKEN");
    for (String foreign : foreignOrigins()) {
      assertThat(
              browser
                  .post(
                      "/api/sign-out",
                      "",
                      Map.of(HttpHeaders.ORIGIN, foreign, "X-XSRF-TOKEN", token))
                  .refusal())
          .as(foreign)
          .isEqualTo("403 origin-refused");
    }
    assertThat(browser.post("/api/sign-out", "", Map.of("X-XSRF-TOKEN", token)).refusal())
        .isEqualTo("403 origin-refused");
    assertThat(browser.get("/api/session").status()).isEqualTo(200);
  }

  @Test
  void refusesAPostWithoutTheCsrfToken() {
    Map<String, String> without = Map.of(HttpHeaders.ORIGIN, origin);
    Map<String, String> wrong = Map.of(HttpHeaders.ORIGIN, origin, "X-XSRF-TOKEN", "wrong");
    for (String path : List.of("/api/sign-in/challenge", "/api/sign-in", "/api/sign-out")) {
      assertThat(browser.post(path, BODY, without).refusal()).isEqualTo("403 csrf-refused");
      assertThat(browser.post(path, BODY, wrong).refusal()).isEqualTo("403 csrf-refused");
    }
  }

  @Test
  void refusesAPostOfABrowserThatNeverLoadedThePage() {
    String token = browser.cookies().get("XSRF-TOKEN");
    browser.cookies().clear();
    Map<String, String> headers = Map.of(HttpHeaders.ORIGIN, origin, "X-XSRF-TOKEN", token);

    assertThat(browser.post("/api/sign-in", BODY, headers).refusal()).isEqualTo("403 csrf-refused");
  }

  @Test
  void givesTheCsrfTokenWithPageAndSessionInACookieThatThePageCanRead() {
    for (String path : List.of("/", "/meet", "/api/session")) {
      browser.cookies().clear();
      var cookie = browser.get(path).cookie("XSRF-TOKEN");
      assertThat(cookie.isHttpOnly()).isFalse();
      assertThat(cookie.getSameSite()).isEqualTo("Strict");
    }
  }

  @Test
  void opensTheSocketForTheSignedInAndEndsItWithTheSession() {
    signIn();
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.ORIGIN, origin);
    headers.set(HttpHeaders.COOKIE, "passerby=" + browser.cookies().get("passerby"));
    List<String> received = new ArrayList<>();
    Sinks.One<String> greeted = Sinks.one();
    Mono<Void> closed =
        new ReactorNettyWebSocketClient()
            .execute(
                URI.create("ws://localhost:" + port + "/api/socket"),
                headers,
                socket ->
                    socket
                        .receive()
                        .map(WebSocketMessage::getPayloadAsText)
                        .doOnNext(received::add)
                        .doOnNext(greeted::tryEmitValue)
                        .then());
    Mono<Integer> signedOut =
        greeted
            .asMono()
            .publishOn(Schedulers.boundedElastic())
            .map(greeting -> browser.post("/api/sign-out", "").status());

    Mono.when(closed, signedOut).block(Duration.ofSeconds(10));

    assertThat(received).containsExactly(ADA.address().value());
  }

  @Test
  void saysWhatIsWrongWithABody() {
    assertThat(post("")).isEqualTo("400 body-malformed");
    assertThat(post("{")).isEqualTo("400 body-malformed");
    assertThat(post("null")).isEqualTo("400 body-malformed");
    assertThat(post("[]")).isEqualTo("400 body-malformed");
    assertThat(post("{}")).isEqualTo("400 body-malformed");
    assertThat(post("{\"message\":\"x\"}")).isEqualTo("400 body-malformed");
    assertThat(post("{\"message\":null,\"signature\":null}")).isEqualTo("400 body-malformed");
    assertThat(post("{\"message\":{},\"signature\":\"0x\"}")).isEqualTo("400 body-malformed");
    assertThat(post(BODY + BODY)).isEqualTo("400 body-malformed");
    assertThat(post(BODY.replace("{", "{\"message\":\"x\","))).isEqualTo("400 body-malformed");
    assertThat(post("[".repeat(10_000))).isEqualTo("400 body-malformed");
    assertThat(post(" ".repeat(32 * 1024) + BODY)).isEqualTo("413 too-large");
    assertThat(post(BODY)).isEqualTo("400 message-malformed");
  }

  @Test
  void refusesHalfACharacterInTheMessage() {
    assertThat(post("{\"message\":\"\\ud800\",\"signature\":\"0x12\"}"))
        .isEqualTo("400 message-malformed");
  }

  private String post(String body) {
    return browser.post("/api/sign-in", body).refusal();
  }

  @Test
  void readsJsonOnly() {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "text/json")) {
      Map<String, String> headers =
          Map.of(
              HttpHeaders.ORIGIN,
              origin,
              "X-XSRF-TOKEN",
              browser.cookies().get("XSRF-TOKEN"),
              HttpHeaders.CONTENT_TYPE,
              type);
      assertThat(browser.post("/api/sign-in", BODY, headers).refusal())
          .as(type)
          .isEqualTo("415 media-type-unsupported");
    }
  }

  @Test
  void answersEveryOtherMistakeWithAProblemToo() {
    signIn();
    Browser.Answer unknown = browser.get("/api/unknown");
    assertThat(unknown.refusal()).isEqualTo("404 not-found");
    assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(unknown.body().get("type").asString()).isEqualTo("about:blank");
    assertThat(unknown.body().get("status").asInt()).isEqualTo(404);
    assertThat(browser.get("/api/sign-out").refusal()).isEqualTo("405 method-not-allowed");
    assertThat(browser.get("/api/session;x=1").refusal()).isEqualTo("400 bad-request");
    assertThat(browser.get("/no-such-file.png").refusal()).isEqualTo("404 not-found");
  }

  @Test
  void showsHealthAndMetricsAndNoOtherActuator() {
    for (String path : List.of("health/liveness", "health/readiness", "prometheus")) {
      assertThat(browser.get("/actuator/" + path).status()).as(path).isEqualTo(200);
    }
    assertThat(browser.get("/actuator/env").status()).isEqualTo(401);
    String metrics =
        new String(
            browser.get("/actuator/prometheus").result().getResponseBodyContent(),
            StandardCharsets.UTF_8);
    assertThat(metrics).contains("passerby_sign_in_total{outcome=\"accepted\"");
    assertThat(metrics).doesNotContain("0x");
  }
}
