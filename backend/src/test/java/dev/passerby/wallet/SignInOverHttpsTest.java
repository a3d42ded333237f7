package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseCookie;
import org.springframework.test.annotation.DirtiesContext;

/** Behind a proxy that ends TLS: the page is https, the requests that arrive are not. */
@SpringBootTest(
    classes = WalletServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "passerby.origins=https://passerby.example",
      "passerby.wallet.attempts-per-minute=20",
      "spring.web.resources.static-locations=classpath:/page/"
    })
@DirtiesContext
class SignInOverHttpsTest {

  private static final String ORIGIN = "https://passerby.example";

  @LocalServerPort int port;
  @Autowired TestClock clock;

  private Browser.Answer signIn(Browser browser, String domain, String uri) {
    Message message = new Message(ORIGIN, ADA.address(), browser.challenge(), clock.instant());
    message.domain = domain;
    message.fields.put("URI", uri);
    return browser.signIn(message.text(), ADA.sign(message.text()));
  }

  @Test
  void keepsTheSessionInAHostCookie() {
    Browser browser = new Browser(port, ORIGIN);
    ResponseCookie cookie = signIn(browser, "passerby.example", ORIGIN).cookie("__Host-passerby");

    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(browser.get("/api/session").status()).isEqualTo(200);
    assertThat(browser.get("/").header("Strict-Transport-Security")).isNotEqualTo("null");

    // Any page on a sub-domain or on plain http could plant a cookie without the prefix.
    Browser planted = new Browser(port, ORIGIN);
    planted.cookies().put("passerby", cookie.getValue());
    assertThat(planted.get("/api/session").refusal()).isEqualTo("401 signed-out");
  }

  @Test
  void refusesMessagesThatAreNotForThisHttpsPage() {
    Browser browser = new Browser(port, ORIGIN);
    assertThat(signIn(browser, "http://passerby.example", ORIGIN).refusal())
        .isEqualTo("400 domain-mismatch");
    assertThat(signIn(browser, "passerby.example:443", ORIGIN).refusal())
        .isEqualTo("400 domain-mismatch");
    assertThat(signIn(browser, "passerby.example", "http://passerby.example").refusal())
        .isEqualTo("400 uri-mismatch");
  }

  @Test
  void slowsDownAClientThatKeepsTryingAndLetsItInLater() {
    Browser browser = new Browser(port, ORIGIN);
    Browser.Answer answer = browser.post("/api/sign-in/challenge", "");
    for (int tries = 0; answer.status() == 200 && tries < 20; tries++) {
      answer = browser.post("/api/sign-in/challenge", "");
    }
    assertThat(answer.refusal()).isEqualTo("429 rate-limited");
    assertThat(browser.signIn("", "0x").refusal()).isEqualTo("429 rate-limited");

    clock.advance(Duration.ofMinutes(1));
    assertThat(browser.post("/api/sign-in/challenge", "").status()).isEqualTo(200);
  }
}
