package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in pieces (RTMP 1.0 §5.3.1), and the values in them. */
class RtmpChunksTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 129, 4096, 10_000, 60_000})
  void whatIsWrittenIsReadAgain(int length) throws IOException {
    byte[] body = new byte[length];
    for (int i = 0; i < length; i++) {
      body[i] = (byte) i;
    }
    for (int timestamp : new int[] {0, 40, 0xfffffe, 0xffffff, 0x1000000, Integer.MAX_VALUE}) {
      RtmpMessage read = read(written(new RtmpMessage(FlvTag.VIDEO, 1, timestamp, body)));
      assertThat(read.type()).isEqualTo(FlvTag.VIDEO);
      assertThat(read.stream()).isEqualTo(1);
      assertThat(read.timestamp()).isEqualTo(timestamp);
      assertThat(read.body()).isEqualTo(body);
    }
  }

  @Test
  void messagesOfSeveralStreamsMayInterleaveAndLeaveOutWhatIsAsBefore() throws IOException {
    // Two messages of 130 bytes on the chunk streams 4 and 5, their pieces taking turns; then a
    // short one whose header says only that time went on.
    String zeros = "00".repeat(128);
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "04"
                    + "000010"
                    + "000082"
                    + "08"
                    + "01000000"
                    + zeros
                    + "05"
                    + "000020"
                    + "000082"
                    + "09"
                    + "01000000"
                    + zeros
                    + "c4"
                    + "aaaa"
                    + "c5"
                    + "bbbb"
                    + "84"
                    + "000005"
                    + "00".repeat(128)
                    + "c4"
                    + "cccc");
    RtmpChunks chunks = reading(bytes);
    RtmpMessage sound = chunks.read();
    RtmpMessage picture = chunks.read();
    RtmpMessage later = chunks.read();
    assertThat(sound.type()).isEqualTo(8);
    assertThat(sound.timestamp()).isEqualTo(16);
    assertThat(sound.body()).hasSize(130).endsWith(0xaa, 0xaa);
    assertThat(picture.type()).isEqualTo(9);
    assertThat(picture.body()).endsWith(0xbb, 0xbb);
    assertThat(later.timestamp()).isEqualTo(21);
    assertThat(later.body()).hasSize(130).endsWith(0xcc, 0xcc);
  }

  @Test
  void aPeerMaySayThatItsPiecesGetLarger() throws IOException {
    String header = "02" + "000000" + "000004" + "01" + "00000000" + "00001000";
    String message = "04" + "000000" + "000800" + "08" + "01000000" + "77".repeat(0x800);
    assertThat(reading(HexFormat.of().parseHex(header + message)).read().body()).hasSize(0x800);
  }

  @Test
  void aMessageThatIsTooLargeIsNotWaitedFor() {
    byte[] bytes = HexFormat.of().parseHex("04" + "000000" + "ffffff" + "08" + "01000000");
    assertThatThrownBy(() -> reading(bytes).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("16777215");
  }

  @Test
  void aMessageThatBreaksOffIsNone() throws IOException {
    byte[] whole = written(new RtmpMessage(FlvTag.AUDIO, 1, 0, new byte[300]));
    byte[] torn = java.util.Arrays.copyOf(whole, whole.length - 1);
    assertThatThrownBy(() -> reading(torn).read()).isInstanceOf(EOFException.class);
  }

  @Test
  void valuesAreReadAsTheyWereWritten() throws IOException {
    byte[] bytes =
        Amf.encode("connect", 1, Map.of("app", "live", "live", true), null, "text", 2.5, false);
    assertThat(Amf.decode(bytes))
        .containsExactly(
            "connect", 1.0, Map.of("app", "live", "live", true), null, "text", 2.5, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"02ffff", "02000441", "0c7fffffff", "0cffffffff", "03000161", "ff", "00"})
  void valuesThatBreakOffOrLieAreRefused(String bytes) {
    assertThatThrownBy(() -> Amf.decode(HexFormat.of().parseHex(bytes)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void valuesWithinValuesEnd() {
    byte[] deep = HexFormat.of().parseHex("03000161".repeat(1000));
    assertThatThrownBy(() -> Amf.decode(deep))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("within");
  }

  private static byte[] written(RtmpMessage message) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new RtmpChunks(nothing(), new DataOutputStream(bytes)).write(message);
    return bytes.toByteArray();
  }

  private static RtmpMessage read(byte[] bytes) throws IOException {
    return reading(bytes).read();
  }

  private static RtmpChunks reading(byte[] bytes) {
    return new RtmpChunks(
        new DataInputStream(new ByteArrayInputStream(bytes)),
        new DataOutputStream(new ByteArrayOutputStream()));
  }

  private static DataInputStream nothing() {
    return new DataInputStream(new ByteArrayInputStream(new byte[0]));
  }
}
