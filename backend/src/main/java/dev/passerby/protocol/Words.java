package dev.passerby.protocol;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Interests and languages as they are compared: what looks alike is alike. */
final class Words {

  private static final int MAX_LENGTH = 32;

  /**
   * The word without surrounding space, composed (NFC) and in lower case, or null if it has not 1
   * to 32 characters or holds any that cannot be seen.
   */
  static @Nullable String normalise(String word) {
    // A bound before the work: normalising may shrink a word, but never this much.
    if (word.length() > 8 * MAX_LENGTH) {
      return null;
    }
    String normal =
        Normalizer.normalize(word.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    int length = normal.codePointCount(0, normal.length());
    boolean visible = normal.codePoints().allMatch(Words::isVisible);
    return visible && length >= 1 && length <= MAX_LENGTH ? normal : null;
  }

  static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private Words() {}
}
