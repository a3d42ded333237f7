package dev.passerby.encounter;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that say nothing and that nobody guesses, in base64url. */
public final class RandomNames {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** 128 bits, 22 characters: unguessable. */
  public static String longName() {
    return random(16);
  }

  /** 48 bits, 8 characters: enough to tell a few apart. */
  static String shortName() {
    return random(6);
  }

  /** 96 bits, 16 characters: names a connection. */
  public static String connection() {
    return random(12);
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return BASE64.encodeToString(random);
  }

  private RandomNames() {}
}
