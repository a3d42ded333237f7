package dev.passerby.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.netty.buffer.Unpooled;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

  private final MessageCodec codec = new MessageCodec();

  static Stream<Arguments> refused() {
    String deep = "{\"a\":".repeat(16) + "1" + "}".repeat(16);
    return Stream.of(
        arguments("", ErrorCode.MALFORMED),
        arguments(" ", ErrorCode.MALFORMED),
        arguments("null", ErrorCode.MALFORMED),
        arguments("[]", ErrorCode.MALFORMED),
        arguments("\"leave\"", ErrorCode.MALFORMED),
        arguments("{}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"leave\"", ErrorCode.MALFORMED),
        arguments("{\"type\":\"leave\"}}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"leave\"} {}", ErrorCode.MALFORMED),
        arguments("{'type':'leave'}", ErrorCode.MALFORMED),
        arguments("{type:\"leave\"}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"leave\",}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"leave\"/**/}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"le\u0000ave\"}", ErrorCode.MALFORMED),
        arguments("{\"type\":7}", ErrorCode.MALFORMED),
        arguments("{\"type\":null}", ErrorCode.MALFORMED),
        arguments("{\"a\":1,\"type\":\"leave\"}", ErrorCode.MALFORMED),
        arguments("\uFEFF{\"type\":\"leave\"}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"leave\",\"a\":NaN}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"leave\",\"a\":01}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"leave\",\"a\":\"\\x\"}", ErrorCode.MALFORMED),
        arguments("{\"type\":\"Leave\"}", ErrorCode.UNKNOWN_TYPE),
        arguments("{\"type\":\"welcome\"}", ErrorCode.UNKNOWN_TYPE),
        arguments("{\"type\":\"\"}", ErrorCode.UNKNOWN_TYPE),
        arguments("{\"type\":\"leave\",\"type\":\"leave\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"next\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"next\",\"encounter\":null}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"next\",\"encounter\":\"\"}", ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"next\",\"encounter\":\"" + "e".repeat(65) + "\"}",
            ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"next\",\"encounter\":\"a\",\"encounter\":\"b\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"again\",\"encounter\":\"e\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"resume\",\"token\":\"t\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"call\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"call\",\"id\":\"Zf8uN1sLq4Re6Hy0Xo2Mi\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"call\",\"id\":\"Zf8uN1sLq4Re6Hy0Xo2MiR\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"call\",\"id\":\"Zf8uN1sLq4Re6Hy0Xo2Mi=\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"call\",\"id\":7}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"accept\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"presence\",\"findable\":[]}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"presence\",\"looking\":[]}", ErrorCode.INVALID_FIELD),
        arguments(presence("{}", "[]"), ErrorCode.INVALID_FIELD),
        arguments(presence("[[]]", "[]"), ErrorCode.INVALID_FIELD),
        arguments(presence("[null]", "[]"), ErrorCode.INVALID_FIELD),
        arguments(presence("[", "[]"), ErrorCode.MALFORMED),
        arguments(presence(ids(1).repeat(2).replace("][", ","), "[]"), ErrorCode.INVALID_FIELD),
        arguments(presence(ids(1001), "[]"), ErrorCode.INVALID_FIELD),
        arguments(presence("[]", ids(1001)), ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"resume\",\"received\":1}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"resume\",\"token\":\"t\",\"received\":-1}", ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"resume\",\"token\":\"t\",\"received\":1.5}", ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"resume\",\"token\":\"t\",\"received\":9007199254740992}",
            ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"resume\",\"token\":\"t\",\"received\":9223372036854775808}",
            ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"again\",\"encounter\":\"e\",\"yes\":\"true\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"signal\",\"encounter\":\"e\"}", ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"signal\",\"encounter\":\"e\",\"payload\":[]}", ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"signal\",\"encounter\":\"e\",\"payload\":null}", ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"signal\",\"encounter\":\"e\",\"payload\":{\"a\":}}", ErrorCode.MALFORMED),
        arguments(
            "{\"type\":\"signal\",\"encounter\":\"e\",\"payload\":{\"a\":" + deep + "}}",
            ErrorCode.TOO_DEEP),
        arguments("{\"type\":\"leave\",\"a\":[" + deep + "]}", ErrorCode.TOO_DEEP),
        arguments("{\"type\":\"leave\",\"a\":" + "[".repeat(60_000), ErrorCode.TOO_DEEP),
        arguments("{\"type\":\"join\",\"interests\":\"jazz\"}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"join\",\"interests\":[1]}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"join\",\"interests\":[[\"a\"]]}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"join\",\"interests\":[\"  \"]}", ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"join\",\"interests\":[\"" + "a".repeat(33) + "\"]}",
            ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"join\",\"interests\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]}",
            ErrorCode.INVALID_FIELD),
        arguments(
            "{\"type\":\"join\",\"languages\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}",
            ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"join\",\"interests\":[\"a\\u202eb\"]}", ErrorCode.INVALID_FIELD),
        arguments("{\"type\":\"join\",\"interests\":[\"\\ud800\"]}", ErrorCode.INVALID_FIELD));
  }

  @Test
  void readsAsManyRendezvousIdsAsTwoDaysNeedInOneFrame() {
    byte[] frame = presence(ids(1000), ids(1000)).getBytes(StandardCharsets.UTF_8);

    assertThat(frame).hasSizeLessThan(MessageCodec.MAX_FRAME_BYTES);
    assertThat(codec.decode(frame))
        .isInstanceOfSatisfying(
            ClientMessage.Presence.class,
            presence -> {
              assertThat(presence.findable()).hasSize(1000);
              assertThat(presence.looking()).hasSize(1000);
              assertThat(presence.toString()).isEqualTo("Presence[1000, 1000]");
            });
  }

  private static String presence(String findable, String looking) {
    return "{\"type\":\"presence\",\"findable\":%s,\"looking\":%s}".formatted(findable, looking);
  }

  /** So many different ones. */
  private static String ids(int count) {
    return LongStream.range(0, count)
        .mapToObj(id -> "\"" + new RendezvousId(7, id).wire() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWithAStableCode(String frame, ErrorCode code) {
    assertThat(decode(frame))
        .isInstanceOfSatisfying(
            Inbound.Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void refusesOtherEncodings(String charset) {
    byte[] frame = "{\"type\":\"leave\"}".getBytes(Charset.forName(charset));
    assertThat(codec.decode(frame)).isInstanceOf(Inbound.Rejected.class);
  }

  @Test
  void tellsWhatIsNotUtf8() {
    byte[][] wrong = {
      {'{', (byte) 0xff}, // never in UTF-8
      {'{', (byte) 0xc0, (byte) 0xaf}, // a long form
      {'{', (byte) 0xed, (byte) 0xa0, (byte) 0x80}, // a surrogate
      {'{', (byte) 0xe2, (byte) 0x82}, // cut off
    };
    for (byte[] frame : wrong) {
      assertThat(codec.decode(frame)).isInstanceOf(Inbound.NotUtf8.class);
    }
  }

  @Test
  void ignoresMembersItDoesNotKnow() {
    assertThat(decode("{\"type\":\"leave\",\"yes\":3,\"a\":{\"b\":[1,{}]},\"a\":null}"))
        .isEqualTo(new ClientMessage.Leave());
  }

  @Test
  void comparesInterestsAsTheyLook() {
    assertThat(
            decode(
                "{\"type\":\"join\",\"interests\":[\" Jazz"
                    + " \",\"JAZZ\",\"caf\\u00e9\",\"cafe\\u0301\"]}"))
        .isEqualTo(new ClientMessage.Join(List.of("jazz", "caf\u00e9"), List.of(), false));
  }

  @Test
  void keepsOfANoteWhatCanBeSeen() {
    assertThat(note("  He said:\\r\\n\\u202e\\u0007\\u001b[31mnothing\\u0000  more. "))
        .isEqualTo("He said: [31mnothing more.");
    assertThat(note("cafe\\u0301")).isEqualTo("caf\u00e9");
    // The joiners belong to how it is written.
    assertThat(note("\ud83d\udc69\u200d\ud83d\ude80 \u0645\u06cc\u200c\u0631\u0648\u0645"))
        .isEqualTo("\ud83d\udc69\u200d\ud83d\ude80 \u0645\u06cc\u200c\u0631\u0648\u0645");
    assertThat(note(" \\u200b\\n ")).isNull();
    assertThat(note("\ud83d\ude00".repeat(500))).hasSize(1000);
    assertThat(decode(report("\ud83d\ude00".repeat(501)))).isInstanceOf(Inbound.Rejected.class);
    assertThat(decode(report("x".repeat(3_000)))).isInstanceOf(Inbound.Rejected.class);
  }

  @Test
  void aReportIsPrintedWithoutItsNote() {
    assertThat(decode(report("secret")).toString()).contains("SPAM").doesNotContain("secret");
  }

  private @Nullable String note(String note) {
    return decode(report(note)) instanceof ClientMessage.Report report ? report.note() : "refused";
  }

  private static String report(String note) {
    return "{\"type\":\"report\",\"encounter\":\"e\",\"category\":\"spam\",\"note\":\""
        + note
        + "\"}";
  }

  @Test
  void passesAPayloadOnByteForByte() {
    String payload = "{ \"é\" : [1e3, \"\\u0000\\ud83d\"] ,\"\\\"\":{}\t}";
    Inbound read =
        decode("{\"type\":\"signal\",\"payload\":" + payload + " ,\"encounter\":\"e\",\"x\":1}");
    assertThat(read).isInstanceOf(ClientMessage.Signal.class);
    if (read instanceof ClientMessage.Signal signal) {
      var out = Unpooled.buffer();
      codec.encode(new ServerMessage.Signal("e", "s", signal.payload()), out);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .isEqualTo(
              "{\"type\":\"signal\",\"encounter\":\"e\",\"from\":\"s\",\"payload\":"
                  + payload
                  + "}");
    }
  }

  @Test
  void allowsSixteenLevels() {
    String deepest = "{\"a\":".repeat(16) + "1" + "}".repeat(16);
    assertThat(decode("{\"type\":\"signal\",\"encounter\":\"e\",\"payload\":" + deepest + "}"))
        .isInstanceOf(ClientMessage.Signal.class);
  }

  /** A fixed seed: the same frames every time. */
  @Test
  void neverThrowsWhateverComes() {
    byte[] message =
        "{\"type\":\"signal\",\"encounter\":\"e\",\"payload\":{\"sdp\":\"v=0\\r\\n\",\"n\":[1,2.5]}}"
            .getBytes(StandardCharsets.UTF_8);
    var random = new SplittableRandom(42);
    for (int i = 0; i < 100_000; i++) {
      byte[] frame = message.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
      }
      assertThat(codec.decode(frame)).isNotNull();
    }
  }

  private Inbound decode(String frame) {
    return codec.decode(frame.getBytes(StandardCharsets.UTF_8));
  }
}
