package dev.passerby.contacts;

/** What came of a write. */
sealed interface Writing {

  /** It is kept for good. */
  record Kept(Contact contact, boolean isNew) implements Writing {}

  /** The entry is not what the writer took it for: somebody else has written, or removed it. */
  record Mismatch() implements Writing {}

  /** The list has as many as it may have. */
  record Full() implements Writing {}
}
