package dev.passerby.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;

/** The page's files and the headers that keep it to itself. */
@WalletServerTest
class PageTest {

  @LocalServerPort int port;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port, "http://localhost:" + port);
  }

  @Test
  void servesThePageForEveryScreenAndAsksForItAgainEachTime() {
    for (String path : List.of("/", "/index.html", "/meet", "/r/some-room", "/passes?tier=1")) {
      Browser.Answer answer = browser.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(text(answer)).as(path).contains("The page of the tests");
      assertThat(answer.header("Content-Type")).as(path).startsWith("text/html");
      assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-cache");
    }
  }

  @Test
  void letsHashedFilesBeKeptForEverAndWithoutACookie() {
    browser.cookies().clear();
    Browser.Answer answer = browser.get("/assets/index-Ab12Cd34.js");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("javascript");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    assertThat(answer.result().getResponseCookies()).isEmpty();
  }

  @Test
  void sendsTheCompressedTwinToWhoeverAcceptsIt() throws IOException {
    String path = "/assets/index-Ab12Cd34.js";
    byte[] plain = browser.get(path).result().getResponseBodyContent();

    Browser.Answer brotli = accepting("gzip, deflate, br", path);
    assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
    assertThat(brotli.header("Vary")).contains("Accept-Encoding");
    assertThat(brotli.header("Content-Type")).contains("javascript");
    assertThat(brotli.header("Cache-Control")).contains("immutable");
    assertThat(brotli.result().getResponseBodyContent())
        .isEqualTo(new ClassPathResource("page" + path + ".br").getContentAsByteArray());

    Browser.Answer gzip = accepting("gzip", path);
    assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    InputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(gzip.result().getResponseBodyContent()));
    assertThat(unpacked.readAllBytes()).isEqualTo(plain);

    assertThat(accepting("identity", path).result().getResponseBodyContent()).isEqualTo(plain);
    assertThat(accepting("br", "/passes").header("Content-Type")).startsWith("text/html");
  }

  @Test
  void servesNothingOutsideThePage() {
    for (String path :
        List.of("/assets/unknown.js", "/../application.yaml", "/%2e%2e/application.yaml")) {
      assertThat(browser.get(path).status()).as(path).isBetween(400, 404);
    }
    assertThat(browser.get("/assets/unknown.js").refusal()).isEqualTo("404 not-found");
  }

  @Test
  void keepsThePageToItself() {
    String service =
        "connect-src 'self' ws://127.0.0.1:%1$d ws://localhost:%1$d https://rpc.example:8545"
            .formatted(port);
    String ingests = " https: http://localhost:* http://127.0.0.1:*;";
    for (String path :
        List.of("/", "/assets/coarse.worker-Ab12Cd34.js", "/api/session", "/nothing.png")) {
      Browser.Answer answer = browser.get(path);
      boolean worker = path.contains("worker");
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'")
          .contains("script-src 'self';")
          .contains("style-src 'self';")
          .contains("frame-ancestors 'none'")
          .contains(service + (worker ? ";" : ingests))
          .doesNotContain("unsafe");
      assertThat(answer.header("Permissions-Policy"))
          .contains("camera=(self), microphone=(self), display-capture=(self)");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin-allow-popups");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }
  }

  @Test
  void saysOnlyOnceWhatThePageMay() {
    for (String path : List.of("/assets/index-Ab12Cd34.js", "/assets/index-Ab12Cd34.css")) {
      Browser.Answer answer = browser.get(path);
      assertThat(answer.result().getResponseHeaders().headerNames())
          .as(path)
          .doesNotContain(
              "Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @Test
  void letsOnlyTheWorkersThatNeedItCompileWebAssembly() {
    String worker =
        browser.get("/assets/wasm/worker-Ab12Cd34.js").header("Content-Security-Policy");

    assertThat(worker)
        .contains("script-src 'self' 'wasm-unsafe-eval';")
        .contains("https://rpc.example:8545;")
        .doesNotContain("'unsafe-");
    for (String path :
        List.of("/", "/x/assets/wasm/worker.js", "/assets/coarse.worker-Ab12Cd34.js")) {
      assertThat(browser.get(path).header("Content-Security-Policy"))
          .as(path)
          .contains("script-src 'self';");
    }
  }

  @Test
  void letsNoCacheKeepAnApiAnswer() {
    assertThat(browser.get("/api/session").header("Cache-Control")).contains("no-store");
  }

  private Browser.Answer accepting(String encodings, String path) {
    return browser.send(HttpMethod.GET, path, null, Map.of("Accept-Encoding", encodings));
  }

  private static String text(Browser.Answer answer) {
    return new String(answer.result().getResponseBodyContent(), StandardCharsets.UTF_8);
  }
}
