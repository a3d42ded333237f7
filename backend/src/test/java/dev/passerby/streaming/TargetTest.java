package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a page may name as an ingest. */
class TargetTest {

  private static final List<Integer> PORTS = List.of(443, 1935);

  @Test
  void theUsualPortIsThatOfTheScheme() {
    assertThat(Target.of("rtmp://ingest.example/app", "key", PORTS))
        .contains(new Target(false, "ingest.example", 1935, "app", "key"));
    assertThat(Target.of("RTMPS://ingest.example/live2/", "key", PORTS))
        .contains(new Target(true, "ingest.example", 443, "live2", "key"));
    assertThat(Target.of("rtmps://[2606:4700::1111]:1935/a/b", "k?x=1&y=2", PORTS))
        .contains(new Target(true, "[2606:4700::1111]", 1935, "a/b", "k?x=1&y=2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ingest.example/app",
        "http://ingest.example/app",
        "rtmpt://ingest.example/app",
        "file:///etc/passwd",
        "rtmp://ingest.example",
        "rtmp://ingest.example/",
        "rtmp://ingest.example//",
        "rtmp:///app",
        "rtmp:app",
        "rtmp://user:password@ingest.example/app",
        "rtmp://ingest.example:22/app",
        "rtmp://ingest.example:0/app",
        "rtmp://ingest.example:70000/app",
        "rtmp://ingest.example/app?listen=1",
        "rtmp://ingest.example/app#x",
        "rtmp://ingest.example/app swfUrl=x",
        "rtmp://ingest.example/app\nx",
        "rtmp://ingest_example/app",
        "rtmp://ingest.example%00.org/app",
        "rtmp://[fe80::1%25eth0]/app"
      })
  void nothingElseIsAnIngest(String address) {
    assertThat(Target.of(address, "key", PORTS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "line\nfeed", "nul\0", "ключ"})
  void aKeyIsVisibleAscii(String key) {
    assertThat(Target.of("rtmp://ingest.example/app", key, PORTS)).isEmpty();
  }

  @Test
  void neitherIsLongerThanAnyRealOne() {
    assertThat(Target.of("rtmp://ingest.example/" + "a".repeat(600), "key", PORTS)).isEmpty();
    assertThat(Target.of("rtmp://ingest.example/app", "k".repeat(600), PORTS)).isEmpty();
  }

  @Test
  void noTextThatIsMadeOfItHoldsTheKeyOrThePlace() {
    var request =
        StreamRequest.of(
            """
            {"type":"stream","address":"rtmp://ingest.example/app","key":"s3cret",
             "container":"matroska","video":"h264","audio":"opus"}
            """,
            new JsonMapper());
    var target = Target.of("rtmp://ingest.example/app", "s3cret", PORTS).orElseThrow();
    assertThat(request).isPresent();
    assertThat(request.get().toString() + target)
        .doesNotContain("s3cret")
        .doesNotContain("ingest.example");
    assertThat(target.url()).isEqualTo("rtmp://ingest.example:1935/app");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "{\"type\":\"stream\"}",
        "{\"type\":\"other\",\"address\":\"a\",\"key\":\"k\",\"container\":\"mp4\"}",
        "{\"type\":\"stream\",\"address\":\"a\",\"key\":\"k\",\"container\":\"avi\"}",
        "{\"type\":\"stream\",\"address\":{},\"key\":[],\"container\":\"mp4\"}"
      })
  void aRequestIsWholeOrNone(String text) {
    assertThat(StreamRequest.of(text, new JsonMapper())).isEmpty();
  }
}
