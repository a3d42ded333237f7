package dev.passerby.contacts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a page has sealed, in base64url without padding. It has one of two lengths, so that they say
 * next to nothing about what is inside.
 *
 * @param text of 512 or 1024 bytes
 */
record Sealed(@JsonValue String text) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{683}(?:[A-Za-z0-9_-]{683})?");

  /** The text if it has the form of something sealed. */
  static Optional<Sealed> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Sealed(text)) : Optional.empty();
  }

  /** Only its length. */
  @Override
  public String toString() {
    return "Sealed[" + text.length() + "]";
  }
}
