package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.safety.Safety;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Whom somebody has blocked: they see how many, and forget them; nobody else does. */
@WalletServerTest
class BlocksOverHttpTest {

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired Safety safety;
  private String origin;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    origin = "http://localhost:" + port;
    browser = new Browser(port, origin);
  }

  @Test
  void areCountedAndForgotten() {
    signIn();
    forget();
    assertThat(browser.get("/api/blocks").body().toString())
        .isEqualTo("{\"count\":0,\"most\":1000}");
    block(1);
    block(2);
    assertThat(browser.get("/api/blocks").body().path("count").asInt()).isEqualTo(2);

    assertThat(forget().body().path("count").asInt()).isZero();

    assertThat(browser.get("/api/blocks").body().path("count").asInt()).isZero();
  }

  @Test
  void areForgottenOnlyForThePageOfTheSignedIn() {
    assertThat(browser.get("/api/blocks").refusal()).isEqualTo("401 signed-out");
    assertThat(forget().refusal()).isEqualTo("401 signed-out");
    signIn();
    block(3);
    assertThat(delete(Map.of(HttpHeaders.ORIGIN, origin)).refusal()).isEqualTo("403 csrf-refused");
    assertThat(delete(Map.of("X-XSRF-TOKEN", browser.cookies().get("XSRF-TOKEN"))).refusal())
        .isEqualTo("403 origin-refused");
    assertThat(browser.get("/api/blocks").body().path("count").asInt()).isPositive();
  }

  private void signIn() {
    String text = new Message(origin, ADA.address(), browser.challenge(), clock.instant()).text();
    assertThat(browser.signIn(text, ADA.sign(text)).status()).isEqualTo(200);
  }

  private void block(int other) {
    safety
        .block(ADA.address(), new Address("0x%040x".formatted(other)))
        .block(Duration.ofSeconds(20));
  }

  private Browser.Answer forget() {
    return delete(
        Map.of(HttpHeaders.ORIGIN, origin, "X-XSRF-TOKEN", browser.cookies().get("XSRF-TOKEN")));
  }

  private Browser.Answer delete(Map<String, String> headers) {
    return browser.send(HttpMethod.DELETE, "/api/blocks", null, headers);
  }
}
