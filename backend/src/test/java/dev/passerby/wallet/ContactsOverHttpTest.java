package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Feature;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.web3j.crypto.ECKeyPair;
import tools.jackson.databind.JsonNode;

/** Contacts as a page writes and reads them, from the sign-in to the database. */
@SpringBootTest(
    classes = WalletServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "passerby.wallet.attempts-per-minute=100000",
      "passerby.contacts.per-wallet=3",
      "passerby.contacts.requests-per-minute=40",
      "passerby.contacts.body-within=300ms"
    })
class ContactsOverHttpTest {

  private static final String CLARA = "Y2xhcmEtY2xhcmEtY2xhcg";
  private static final Map<String, String> NEW = Map.of(HttpHeaders.IF_NONE_MATCH, "*");
  private static final AtomicInteger KEYS = new AtomicInteger(0xC0);

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired FakePasses passes;
  private String origin;
  private TestWallet wallet;
  private Browser browser;

  @BeforeEach
  void signIn() {
    origin = "http://localhost:" + port;
    wallet = new TestWallet(ECKeyPair.create(BigInteger.valueOf(KEYS.incrementAndGet())));
    browser = signedIn(wallet);
  }

  @Test
  void areKeptReadReplacedAndRemoved() {
    assertThat(browser.get("/api/contacts").body().toString())
        .isEqualTo("{\"most\":3,\"contacts\":[]}");

    Browser.Answer created = put(CLARA, small("a"), NEW);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header(HttpHeaders.LOCATION)).isEqualTo("/api/contacts/" + CLARA);
    long version = created.body().path("version").asLong();
    assertThat(created.header(HttpHeaders.ETAG)).isEqualTo("\"" + version + "\"");
    Browser.Answer replaced = put(CLARA, "b".repeat(1366), over(version));
    assertThat(replaced.status()).isEqualTo(200);
    long next = replaced.body().path("version").asLong();

    Browser.Answer all = browser.get("/api/contacts");
    assertThat(all.header(HttpHeaders.CACHE_CONTROL)).contains("no-store");
    JsonNode only = all.body().path("contacts").path(0);
    assertThat(only.toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"version\":%d,\"sealed\":\"%s\",\"changedOn\":\"2026-06-01\"}"
                .formatted(CLARA, next, "b".repeat(1366)));
    assertThat(all.body().path("contacts").size()).isEqualTo(1);
    assertThat(
            browser
                .send(
                    HttpMethod.GET,
                    "/api/contacts",
                    null,
                    Map.of(HttpHeaders.IF_NONE_MATCH, all.header(HttpHeaders.ETAG)))
                .status())
        .isEqualTo(304);

    assertThat(remove(CLARA, over(version)).refusal()).isEqualTo("412 version-mismatch");
    assertThat(remove(CLARA, over(next)).status()).isEqualTo(204);
    assertThat(remove(CLARA, Map.of()).status()).isEqualTo(204);
    assertThat(browser.get("/api/contacts").body().path("contacts").isEmpty()).isTrue();
  }

  @Test
  void followTheWalletToAnotherBrowserAndAreNobodyElses() {
    put(CLARA, small("a"), NEW);

    Browser another = signedIn(wallet);
    assertThat(another.get("/api/contacts").body().path("contacts").path(0).path("id").asString())
        .isEqualTo(CLARA);
    Browser bob = signedIn(BOB);
    assertThat(bob.get("/api/contacts").body().path("contacts").isEmpty()).isTrue();
    assertThat(bob.change(HttpMethod.DELETE, "/api/contacts/" + CLARA, null, Map.of()).status())
        .isEqualTo(204);
    assertThat(browser.get("/api/contacts").body().path("contacts").size()).isEqualTo(1);
  }

  @Test
  void areWrittenOnlyOverTheVersionThatTheWriterKnows() {
    long version = put(CLARA, small("a"), NEW).body().path("version").asLong();

    assertThat(put(CLARA, small("b"), Map.of()).refusal()).isEqualTo("428 version-required");
    assertThat(put(CLARA, small("b"), NEW).refusal()).isEqualTo("412 version-mismatch");
    assertThat(put(CLARA, small("b"), over(version + 1)).refusal())
        .isEqualTo("412 version-mismatch");
    for (String wrong : List.of("*", "1", "W/\"1\"", "\"one\"", "\"1\", \"2\"")) {
      Map<String, String> match = Map.of(HttpHeaders.IF_MATCH, wrong);
      assertThat(put(CLARA, small("b"), match).refusal())
          .as(wrong)
          .isEqualTo("400 version-malformed");
      assertThat(remove(CLARA, match).refusal()).as(wrong).isEqualTo("400 version-malformed");
    }
    // Its own write again, of which it has not heard: no mistake.
    assertThat(put(CLARA, small("a"), NEW).status()).isEqualTo(201);
    assertThat(put(CLARA, small("b"), over(version)).status()).isEqualTo(200);
  }

  @Test
  void areNamedAndSealedAsTheProtocolSays() {
    for (String id :
        List.of("short", CLARA + "A", "Y2xhcmEtY2xhcmEtY2xhcB", "Y2xhcmEt.2xhcmEtY2xhcg")) {
      assertThat(put(id, small("a"), NEW).refusal()).as(id).isEqualTo("400 contact-id-malformed");
      assertThat(remove(id, Map.of()).refusal()).as(id).isEqualTo("400 contact-id-malformed");
    }
    for (String sealed :
        List.of("", "a", "a".repeat(682), "a".repeat(684), "a".repeat(1365), "+".repeat(683))) {
      assertThat(put(CLARA, sealed, NEW).refusal())
          .as("%d characters", sealed.length())
          .isEqualTo("400 sealed-malformed");
    }
    for (String body : List.of("{}", "{\"sealed\":null}")) {
      assertThat(send(body, Map.of()).refusal()).as(body).isEqualTo("400 sealed-malformed");
    }
    for (String body : List.of("{", "[]", "{\"sealed\":{}}", "{\"sealed\":\"a\"")) {
      assertThat(send(body, Map.of()).refusal()).as(body).isEqualTo("400 body-malformed");
    }
    assertThat(send("{\"sealed\":\"" + "a".repeat(4096) + "\"}", Map.of()).refusal())
        .isEqualTo("413 too-large");
    assertThat(send("sealed=a", Map.of(HttpHeaders.CONTENT_TYPE, "text/plain")).refusal())
        .isEqualTo("415 media-type-unsupported");
    assertThat(browser.get("/api/contacts").body().path("contacts").isEmpty()).isTrue();
  }

  @Test
  void areNoMoreThanAWalletMayHave() {
    for (int number = 0; number < 3; number++) {
      assertThat(put("%021dA".formatted(number), small("a"), NEW).status()).isEqualTo(201);
    }
    assertThat(put(CLARA, small("a"), NEW).refusal()).isEqualTo("409 contacts-full");
  }

  @Test
  void areKeptForThoseOnlyWhosePassUnlocksThem() {
    long version = put(CLARA, small("a"), NEW).body().path("version").asLong();
    passes.set(
        wallet.address(),
        new EntitlementResult.Known(new Entitlement(true, 1, Set.of(Feature.STREAMING))));

    assertThat(put(CLARA, small("b"), over(version)).refusal()).isEqualTo("403 feature-required");
    assertThat(browser.get("/api/contacts").body().path("contacts").size()).isEqualTo(1);
    assertThat(remove(CLARA, Map.of()).status()).isEqualTo(204);

    passes.set(wallet.address(), new EntitlementResult.ChainStale(Duration.ofSeconds(75)));
    assertThat(put(CLARA, small("b"), NEW).refusal()).isEqualTo("503 chain-stale");
  }

  @Test
  void areForThePageOfTheSignedInOnly() {
    Browser stranger = new Browser(port, origin);
    assertThat(stranger.get("/api/contacts").refusal()).isEqualTo("401 signed-out");
    assertThat(stranger.change(HttpMethod.DELETE, "/api/contacts/" + CLARA, null, NEW).refusal())
        .isEqualTo("401 signed-out");
    String path = "/api/contacts/" + CLARA;
    String token = browser.cookies().get("XSRF-TOKEN");
    assertThat(
            browser
                .send(HttpMethod.PUT, path, body(small("a")), Map.of("X-XSRF-TOKEN", token))
                .refusal())
        .isEqualTo("403 origin-refused");
    assertThat(
            browser
                .send(HttpMethod.PUT, path, body(small("a")), Map.of(HttpHeaders.ORIGIN, origin))
                .refusal())
        .isEqualTo("403 csrf-refused");
  }

  @Test
  void areAskedForOnlySoOften() {
    int answered = 0;
    while (answered <= 40 && browser.get("/api/contacts").status() == 200) {
      answered++;
    }
    assertThat(answered).isEqualTo(40);
    assertThat(browser.get("/api/contacts").refusal()).isEqualTo("429 rate-limited");
    assertThat(signedIn(BOB).get("/api/contacts").status()).isEqualTo(200);
  }

  @Test
  void areNotWaitedForWhenTheBodyDoesNotCome() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      String head =
          """
          PUT /api/contacts/%s HTTP/1.1
          Host: localhost:%d
          Origin: %s
          Cookie: passerby=%s; XSRF-TOKEN=%s
          X-XSRF-TOKEN: %s
          If-None-Match: *
          Content-Type: application/json
          Content-Length: 700

          {"sealed":"\
          """
              .formatted(
                  CLARA,
                  port,
                  origin,
                  browser.cookies().get("passerby"),
                  browser.cookies().get("XSRF-TOKEN"),
                  browser.cookies().get("XSRF-TOKEN"));
      socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(status).isEqualTo("HTTP/1.1 408");
    }
  }

  private Browser signedIn(TestWallet who) {
    Browser signedIn = new Browser(port, origin);
    String text = new Message(origin, who.address(), signedIn.challenge(), clock.instant()).text();
    assertThat(signedIn.signIn(text, who.sign(text)).status()).isEqualTo(200);
    return signedIn;
  }

  private Browser.Answer put(String id, String sealed, Map<String, String> states) {
    return browser.change(HttpMethod.PUT, "/api/contacts/" + id, body(sealed), states);
  }

  private Browser.Answer send(String body, Map<String, String> states) {
    Map<String, String> all = new HashMap<>(NEW);
    all.putAll(states);
    return browser.change(HttpMethod.PUT, "/api/contacts/" + CLARA, body, all);
  }

  private Browser.Answer remove(String id, Map<String, String> states) {
    return browser.change(HttpMethod.DELETE, "/api/contacts/" + id, null, states);
  }

  private static Map<String, String> over(long version) {
    return Map.of(HttpHeaders.IF_MATCH, "\"" + version + "\"");
  }

  private static String body(String sealed) {
    return "{\"sealed\":\"" + sealed + "\"}";
  }

  private static String small(String with) {
    return with.repeat(683);
  }
}
