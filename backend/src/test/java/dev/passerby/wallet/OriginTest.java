package dev.passerby.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://passerby.example, wss://passerby.example",
    "https://passerby.example:8443, wss://passerby.example:8443",
    "http://localhost:8080, ws://localhost:8080",
    "http://127.0.0.1, ws://127.0.0.1",
    "http://[::1]:8080, ws://[::1]:8080"
  })
  void isWrittenAsBrowsersDo(String written, String socketOrigin) {
    Origin origin = Origin.of(written);

    assertThat(origin.value()).isEqualTo(written);
    assertThat(origin.socketOrigin()).isEqualTo(socketOrigin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "*",
        "passerby.example",
        "https://",
        "https://passerby.example/",
        "https://passerby.example:443",
        "https://Passerby.example",
        "https://ada@passerby.example",
        "https://*.example",
        "http://localhost:80",
        "http://passerby.example",
        "http://192.168.1.5:8080",
        "http://localhost.evil.example",
        "ftp://localhost"
      })
  void isRefusedInAnyOtherFormAndInPlainHttpBeyondThisMachine(String written) {
    assertThatThrownBy(() -> Origin.of(written)).isInstanceOf(IllegalArgumentException.class);
  }
}
