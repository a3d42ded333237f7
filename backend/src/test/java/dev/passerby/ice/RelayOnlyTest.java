package dev.passerby.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.protocol.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RelayOnlyTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** Where the person is, in Chromium's description: addresses of theirs, and of their router. */
  private static final List<String> SECRET = List.of("192.0.2.2", "fd00::2", "203.0.113.9");

  private static final String RELAY = "198.51.100.7";

  @Test
  void takesEveryAddressButTheRelaysOutOfChromiumsDescription() throws IOException {
    String sdp = chromium();
    assertThat(sdp).contains(SECRET).contains("typ host", "typ srflx", "typ relay");
    String stripped = sdpOf(strip(description(sdp)));
    assertThat(stripped).doesNotContain(SECRET).doesNotContain("typ host", "typ srflx");
    assertThat(stripped.lines().filter(line -> line.contains("typ relay")))
        .hasSize(3)
        .allMatch(line -> line.contains(RELAY) && line.contains("raddr 0.0.0.0 rport 0 "));
    assertThat(stripped.lines().filter(line -> line.startsWith("c=")))
        .containsOnly("c=IN IP4 0.0.0.0");
    assertThat(stripped.lines().filter(line -> line.startsWith("m=")))
        .allMatch(line -> line.split(" ", -1)[1].equals("9"));
  }

  @Test
  void leavesTheRestOfTheDescriptionAsItIs() throws IOException {
    String sdp = chromium();
    assertThat(sdpOf(strip(description(sdp))).lines().filter(RelayOnlyTest::saysNoAddress).toList())
        .isEqualTo(sdp.lines().filter(RelayOnlyTest::saysNoAddress).toList());
  }

  @Test
  void passesWhatIsRelayedOnlyByteForByte() throws IOException {
    Payload once = Objects.requireNonNull(RelayOnly.strip(description(chromium())));
    assertThat(RelayOnly.strip(once)).isSameAs(once);
    for (String json :
        List.of(
            "{\"candidate\": null}",
            "{\"candidate\":{\"candidate\":\"\",\"sdpMid\":\"0\"}}",
            "{\"media\":{\"muted\":true,\"note\":\"m=1\"}}",
            candidate("1 udp 5 198.51.100.7 62579 typ relay raddr 0.0.0.0 rport 0"))) {
      Payload payload = payload(json);
      assertThat(RelayOnly.strip(payload)).as(json).isSameAs(payload);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 udp 2122260223 192.0.2.2 54321 typ host",
        "1 udp 2122260223 8f6a1b.local 54321 typ host",
        "1 udp 1677729535 203.0.113.9 54321 typ srflx raddr 192.0.2.2 rport 54321",
        "1 udp 1677729535 203.0.113.9 54321 typ prflx raddr 192.0.2.2 rport 54321",
        "1 tcp 1518280447 192.0.2.2 9 typ host tcptype active",
        "1 udp 1677729535 192.0.2.2 54321 typ",
        "1 udp 1677729535 192.0.2.2 54321 typ host typ relay",
        "192.0.2.2",
      })
  void dropsATrickledCandidateThatIsNotRelayed(String candidate) {
    assertThat(strip(payload(candidate(candidate)))).isNull();
    assertThat(strip(payload(candidate(candidate).replace("candidate:1", "a=candidate:1"))))
        .isNull();
  }

  @Test
  void takesTheClientsAddressOutOfARelayedCandidate() {
    assertThat(
            strip(
                payload(
                    candidate(
                        "1 udp 5 198.51.100.7 62579 typ relay raddr 203.0.113.9 rport 48659"
                            + " generation 0 ufrag JZ11"))))
        .isEqualTo(
            candidate(
                "1 udp 5 198.51.100.7 62579 typ relay raddr 0.0.0.0 rport 0 generation 0 ufrag"
                    + " JZ11"));
    assertThat(
            strip(
                payload(
                    candidate("1 udp 5 2001:db8::7 62579 typ relay raddr fd00::2 rport 48659"))))
        .contains("raddr :: rport 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o=- 1 2 IN IP4 192.0.2.2",
        "o=mozilla 1 2 IN IP6 fd00::2",
        "o=somebody at 192.0.2.2",
        "c=IN IP4 203.0.113.9/127",
        "c=IN IP6 fd00::2",
        "a=rtcp:48660 IN IP4 203.0.113.9",
        "a=remote-candidates:1 192.0.2.2 48659",
        "a=source-filter: incl IN IP4 * 203.0.113.9",
        "A=CANDIDATE:1 1 udp 5 192.0.2.2 4 typ host",
        "a=candidate:1 1 udp 5 192.0.2.2 4 typ host",
        " a=candidate:1 1 udp 5 192.0.2.2 4 typ host",
        "a=candidate:1 1 udp 5 192.0.2.2 4 TYP RELAY",
      })
  void hidesAnAddressOnWhicheverLineItStands(String line) {
    for (String end : List.of("\r\n", "\n", "\r")) {
      String sdp = String.join(end, "v=0", line, "t=0 0", "m=audio 0 RTP/AVP 0", "");
      assertThat(strip(description(sdp))).doesNotContain(SECRET).contains("m=audio 0 RTP/AVP 0");
    }
  }

  @Test
  void looksWhereverAStringStandsAndHoweverItIsWritten() {
    String host = "candidate:1 1 udp 5 192.0.2.2 4 typ host";
    for (String json :
        List.of(
            "{\"x\":[[{\"y\":\"v=0\\r\\na=" + host + "\\r\\n\"}]]}",
            "{\"description\":{\"sdp\":\"v=0\"},\"description\":{\"sdp\":\"v=0\\na="
                + host
                + "\"}}",
            "{\"description\":{\"sdp\":\"v=0\\u000aa=" + host + "\\u000A\"}}",
            "{\"description\":{\"sdp\":\"v=0\\n\\u0061=" + host + "\"}}")) {
      String stripped = strip(payload(json));
      assertThat(stripped).as(json).isNotNull().doesNotContain("192.0.2.2");
      assertThat(JSON.readTree(stripped).isObject()).isTrue();
    }
  }

  /**
   * Whatever stands around it, in whichever order: no address gets through, and JSON stays JSON.
   */
  @Test
  void letsNoAddressThroughHoweverThePiecesAreMixed() throws IOException {
    Random random = new Random(20_261_121);
    List<String> lines = chromium().lines().toList();
    for (int i = 0; i < 500; i++) {
      StringBuilder sdp = new StringBuilder("v=0\r\n");
      for (int j = random.nextInt(40); j >= 0; j--) {
        sdp.append(lines.get(random.nextInt(lines.size())))
            .append(random.nextBoolean() ? "\r\n" : "\n");
      }
      Map<String, Object> inner = Map.of("a\"b", "\u00e9\ud83d\ude00\\", "sdp", sdp.toString());
      byte[] json = JSON.writeValueAsBytes(Map.of("n", i, "d", List.of(inner, true, 1.5e3)));
      byte[] frame = new byte[json.length + 20];
      System.arraycopy(json, 0, frame, 7, json.length);
      String stripped = strip(new Payload(frame, 7, json.length));
      assertThat(stripped).doesNotContain(SECRET);
      var tree = JSON.readTree(stripped);
      assertThat(tree.get("n").asInt()).isEqualTo(i);
      assertThat(tree.at("/d/0/a\"b").asString()).isEqualTo("\u00e9\ud83d\ude00\\");
      assertThat(tree.at("/d/0/sdp").asString()).startsWith("v=0\r\n");
    }
  }

  private static boolean saysNoAddress(String line) {
    return !line.startsWith("a=candidate:") && !line.startsWith("c=") && !line.startsWith("m=");
  }

  private static String chromium() throws IOException {
    try (var file = RelayOnlyTest.class.getResourceAsStream("/sdp/chromium-gathered.sdp")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Payload description(String sdp) {
    return payload(
        JSON.writeValueAsString(Map.of("description", Map.of("type", "offer", "sdp", sdp))));
  }

  private static String candidate(String rest) {
    return "{\"candidate\":{\"candidate\":\"candidate:1 " + rest + "\",\"sdpMid\":\"0\"}}";
  }

  private static String sdpOf(@Nullable String json) {
    return JSON.readTree(json).at("/description/sdp").asString();
  }

  private static Payload payload(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Payload(bytes, 0, bytes.length);
  }

  private static @Nullable String strip(Payload payload) {
    Payload stripped = RelayOnly.strip(payload);
    return stripped == null
        ? null
        : new String(
            stripped.bytes(), stripped.offset(), stripped.length(), StandardCharsets.UTF_8);
  }
}
