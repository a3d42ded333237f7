package dev.passerby.protocol;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A few sentences that a person wrote for another person to read. */
final class Note {

  static final int MAX_LENGTH = 500;

  /** Of what is taken out there may be this much before a note is refused unread. */
  private static final int MAX_RAW_LENGTH = 4 * MAX_LENGTH;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /**
   * The note composed (NFC), with one space where there were several or a line's end, and without
   * what cannot be seen, such as the characters that turn the direction of a line; null if it has
   * more than 500 characters.
   */
  static @Nullable String visible(String note) {
    if (note.length() > MAX_RAW_LENGTH) {
      return null;
    }
    var visible = new StringBuilder();
    note.codePoints()
        .map(Note::spaceOrItself)
        .filter(Note::isVisible)
        .forEach(visible::appendCodePoint);
    String normal =
        Normalizer.normalize(visible, Normalizer.Form.NFC).replaceAll(" {2,}", " ").strip();
    return normal.codePointCount(0, normal.length()) <= MAX_LENGTH ? normal : null;
  }

  private static int spaceOrItself(int codePoint) {
    return Character.isWhitespace(codePoint) ? ' ' : codePoint;
  }

  /** The joiners are part of how words and emoji are written. */
  private static boolean isVisible(int codePoint) {
    return codePoint == ZERO_WIDTH_JOINER
        || codePoint == ZERO_WIDTH_NON_JOINER
        || Words.isVisible(codePoint);
  }

  private Note() {}
}
