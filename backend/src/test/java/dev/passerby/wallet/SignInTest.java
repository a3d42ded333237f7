package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static dev.passerby.wallet.TestWallet.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.wallet.Browser.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;

@WalletServerTest
class SignInTest {

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired MeterRegistry metrics;
  private String origin;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    origin = "http://localhost:" + port;
    browser = new Browser(port, origin);
  }

  private Answer signIn(Browser browser, TestWallet wallet) {
    String message =
        new Message(origin, wallet.address(), browser.challenge(), clock.instant()).text();
    return browser.signIn(message, wallet.sign(message));
  }

  @Test
  void signsAWalletIn() {
    Answer answer = signIn(browser, ADA);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("address").asString()).isEqualTo(ADA.address().value());
    assertThat(answer.body().get("expiresAt").asString())
        .isEqualTo(clock.instant().plus(Duration.ofHours(12)).toString());
    assertThat(browser.get("/api/session").body()).isEqualTo(answer.body());
  }

  @Test
  void givesTheSessionInACookieThatNoScriptAndNoOtherSiteCanUse() {
    ResponseCookie cookie = signIn(browser, ADA).cookie("passerby");

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Strict");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookie.isSecure()).isFalse(); // plain http on this machine
    assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofHours(12));
    assertThat(cookie.getValue()).hasSize(43);
  }

  @Test
  void acceptsAMessageWithoutAStatementAndWithEveryOptionalField() {
    Message message = new Message(origin, ADA.address(), browser.challenge(), clock.instant());
    message.domain = "http://" + message.domain;
    message.fields.put("Not Before", clock.instant().toString());
    message.fields.put("Request ID", "abc%20~1");
    String text =
        message.text().replace("Sign in to Passerby.\n", "")
            + "\nResources:\n- https://example.org/terms\n- ipfs://bafy/";

    assertThat(browser.signIn(text, ADA.sign(text)).status()).isEqualTo(200);
  }

  @Test
  void saysSignedOutWhereNobodyIsSignedIn() {
    assertThat(browser.get("/api/session").refusal()).isEqualTo("401 signed-out");
    assertThat(browser.get("/api/entitlement").refusal()).isEqualTo("401 signed-out");
  }

  @Test
  void neverTakesATokenFromTheUrlOrAHeader() {
    String token = signIn(browser, ADA).cookie("passerby").getValue();
    Browser other = new Browser(port, origin);

    assertThat(other.get("/api/session?passerby=" + token + "&token=" + token).refusal())
        .isEqualTo("401 signed-out");
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);
    assertThat(other.send(HttpMethod.GET, "/api/session", null, bearer).refusal())
        .isEqualTo("401 signed-out");
  }

  @Test
  void neverAdoptsATokenThatTheBrowserBrought() {
    String planted = "A".repeat(43);
    browser.cookies().put("passerby", planted);

    assertThat(signIn(browser, ADA).cookie("passerby").getValue()).isNotEqualTo(planted);
  }

  @Test
  void endsTheFormerSessionWhenTheSameBrowserSignsInAgain() {
    String former = signIn(browser, ADA).cookie("passerby").getValue();
    String present = signIn(browser, BOB).cookie("passerby").getValue();
    Browser thief = new Browser(port, origin);
    thief.cookies().put("passerby", former);

    assertThat(present).isNotEqualTo(former);
    assertThat(thief.get("/api/session").refusal()).isEqualTo("401 signed-out");
    assertThat(browser.get("/api/session").body().get("address").asString())
        .isEqualTo(BOB.address().value());
  }

  @Test
  void keepsTwoBrowsersOfOneWalletApart() {
    Browser second = new Browser(port, origin);
    signIn(browser, ADA);
    signIn(second, ADA);

    assertThat(browser.post("/api/sign-out", "").status()).isEqualTo(204);
    assertThat(second.get("/api/session").status()).isEqualTo(200);
  }

  @Test
  void signsOutForGood() {
    String token = signIn(browser, ADA).cookie("passerby").getValue();

    assertThat(browser.post("/api/sign-out", "").status()).isEqualTo(204);
    assertThat(browser.cookies()).doesNotContainKey("passerby");
    browser.cookies().put("passerby", token);
    assertThat(browser.get("/api/session").refusal()).isEqualTo("401 signed-out");
    assertThat(browser.post("/api/sign-out", "").status()).isEqualTo(204);
  }

  @Test
  void refusesASessionWhoseTimeIsOver() {
    signIn(browser, ADA);
    clock.advance(Duration.ofHours(12));

    assertThat(browser.get("/api/session").refusal()).isEqualTo("401 signed-out");
  }

  @Test
  void letsExactlyOneOfFiftyAtOnceUseANonce() throws Exception {
    String message =
        new Message(origin, ADA.address(), browser.challenge(), clock.instant()).text();
    String signature = ADA.sign(message);
    try (ExecutorService racers = Executors.newFixedThreadPool(50)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 50)
              .mapToObj(i -> racers.submit(() -> browser.signIn(message, signature).status()))
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
    }
  }

  @Test
  void letsTwoTabsOfOneBrowserSignInAtTheSameTime() {
    String first = browser.challenge();
    String second = browser.challenge();
    for (String nonce : List.of(first, second)) {
      String message = new Message(origin, ADA.address(), nonce, clock.instant()).text();
      assertThat(browser.signIn(message, ADA.sign(message)).status()).isEqualTo(200);
    }
  }

  @Test
  void countsSignInsByOutcome() {
    double accepted = count("accepted");
    double unknown = count("nonce-unknown");
    signIn(browser, ADA);
    String message = new Message(origin, ADA.address(), "0".repeat(32), clock.instant()).text();
    browser.signIn(message, ADA.sign(message));

    assertThat(count("accepted")).isEqualTo(accepted + 1);
    assertThat(count("nonce-unknown")).isEqualTo(unknown + 1);
  }

  private double count(String outcome) {
    return metrics.counter("passerby.sign.in", "outcome", outcome).count();
  }
}
