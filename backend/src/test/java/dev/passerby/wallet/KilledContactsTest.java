package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.store.StoreProperties;
import dev.passerby.store.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What is left of contacts when the service is killed in the middle of writing them. */
class KilledContactsTest {

  private static final int WRITERS = 4;
  private static final int ANSWERS = 120;

  @TempDir Path folder;

  /** What a writer was told is kept. */
  private record Answered(long version, String sealed) {}

  private final Map<String, Answered> answered = new ConcurrentHashMap<>();
  private final CountDownLatch enough = new CountDownLatch(ANSWERS);

  @ParameterizedTest
  @EnumSource
  void nothingThatWasAnsweredIsLost(TestDatabase kind) throws Exception {
    StoreProperties store =
        kind == TestDatabase.H2 ? TestDatabase.properties(null) : kind.properties();
    try (var writers = Executors.newFixedThreadPool(WRITERS);
        var service = ContactsProcess.start(store, folder)) {
      Browser browser = signedIn(service.port());
      for (int writer = 0; writer < WRITERS; writer++) {
        String letter = String.valueOf((char) ('a' + writer));
        writers.execute(() -> write(browser, letter));
      }
      assertThat(enough.await(60, TimeUnit.SECONDS)).as("enough answers").isTrue();
      service.kill();
    }

    try (var service = ContactsProcess.start(store, folder)) {
      JsonNode kept = signedIn(service.port()).get("/api/contacts").body().path("contacts");
      Map<String, Answered> found = new ConcurrentHashMap<>();
      kept.forEach(
          contact ->
              found.put(
                  contact.path("id").asString(),
                  new Answered(
                      contact.path("version").asLong(), contact.path("sealed").asString())));
      assertThat(found).containsAllEntriesOf(untouchedSince(found));
      assertThat(found.keySet()).containsAll(answered.keySet());
      answered.forEach(
          (id, last) ->
              assertThat(requireNonNull(found.get(id)).version())
                  .isGreaterThanOrEqualTo(last.version()));
    }
  }

  /** What was answered last, but for what was being written over as the service was killed. */
  private Map<String, Answered> untouchedSince(Map<String, Answered> found) {
    Map<String, Answered> untouched = new ConcurrentHashMap<>(answered);
    untouched.entrySet().removeIf(last -> isNewer(found.get(last.getKey()), last.getValue()));
    assertThat(untouched).hasSizeGreaterThanOrEqualTo(answered.size() - WRITERS);
    return untouched;
  }

  private static boolean isNewer(@Nullable Answered found, Answered last) {
    return found != null && found.version() > last.version();
  }

  /** Two versions of each entry, one after the other, until nobody answers any more. */
  private void write(Browser browser, String letter) {
    try {
      for (int number = 0; true; number++) {
        String id = letter.repeat(17) + "%04dA".formatted(number);
        long first = put(browser, id, letter.repeat(683), HttpHeaders.IF_NONE_MATCH, "*");
        put(browser, id, letter.repeat(1366), HttpHeaders.IF_MATCH, "\"" + first + "\"");
      }
    } catch (RuntimeException e) {
      // The service is gone, as it should be; if it were not, there would not be enough answers.
      enough.getCount();
    }
  }

  private long put(Browser browser, String id, String sealed, String header, String known) {
    Browser.Answer answer =
        browser.change(
            HttpMethod.PUT,
            "/api/contacts/" + id,
            "{\"sealed\":\"" + sealed + "\"}",
            Map.of(header, known));
    long version = answer.body().path("version").asLong();
    assertThat(answer.status()).isIn(200, 201);
    answered.put(id, new Answered(version, sealed));
    enough.countDown();
    return version;
  }

  private static Browser signedIn(int port) {
    String origin = "http://localhost:" + port;
    Browser browser = new Browser(port, origin);
    String text =
        new Message(origin, ADA.address(), browser.challenge(), new TestClock().instant()).text();
    assertThat(browser.signIn(text, ADA.sign(text)).status()).isEqualTo(200);
    return browser;
  }
}
