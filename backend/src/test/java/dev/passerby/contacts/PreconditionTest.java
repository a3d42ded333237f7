package dev.passerby.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class PreconditionTest {

  @Test
  void isOneVersionOrNone() {
    assertThat(Precondition.of(headers("If-Match", "\"17\"")))
        .contains(new Precondition.Version(17));
    assertThat(Precondition.of(headers("If-None-Match", "*"))).contains(new Precondition.Absent());
    assertThat(Precondition.of(new HttpHeaders())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "17",
        "*",
        "\"\"",
        "\"x\"",
        "\"-1\"",
        "\"017\"",
        "W/\"17\"",
        "\"1\", \"2\"",
        "\"9999999999999999999\""
      })
  void isNotWhatIsNoVersion(String wrong) {
    assertThatThrownBy(() -> Precondition.of(headers("If-Match", wrong)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNotSeveralThings() {
    HttpHeaders both = headers("If-Match", "\"17\"");
    both.set("If-None-Match", "*");
    HttpHeaders twice = headers("If-Match", "\"17\"");
    twice.add("If-Match", "\"18\"");
    for (HttpHeaders wrong : new HttpHeaders[] {both, twice, headers("If-None-Match", "\"17\"")}) {
      assertThatThrownBy(() -> Precondition.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static HttpHeaders headers(String name, String value) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(name, value);
    return headers;
  }
}
