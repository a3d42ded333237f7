package dev.passerby.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encoding of a text frame (RFC 6455 §5.6). */
final class Utf8 {

  /** Whether the bytes are UTF-8; a JSON parser alone would let surrogates and long forms pass. */
  static boolean isValid(byte[] bytes) {
    // Signaling is ASCII nearly always, and this loop is one that the compiler vectorises.
    byte any = 0;
    for (byte b : bytes) {
      any |= b;
    }
    return any >= 0 || decodes(bytes);
  }

  /**
   * Whether a parser that guesses the encoding cannot but take it for UTF-8 without a byte order
   * mark: a NUL among the first four bytes would mean UTF-16 or UTF-32.
   */
  static boolean startsLikeUtf8Json(byte[] bytes) {
    for (int i = 0; i < Math.min(4, bytes.length); i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    return bytes.length > 0 && bytes[0] >= 0;
  }

  private static boolean decodes(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(1024);
    try {
      while (true) {
        var result = decoder.decode(in, out, true);
        if (result.isUnderflow()) {
          return true;
        }
        if (result.isError()) {
          result.throwException();
        }
        out.clear();
      }
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private Utf8() {}
}
