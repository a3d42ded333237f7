package dev.passerby.wallet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits that open a session, in base64url; the service keeps only {@link #hash()}. */
public record SecretToken(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static SecretToken random() {
    return new SecretToken(BASE64.encodeToString(randomBytes(32)));
  }

  /** 128 random bits to name something by: unguessable, yet no secret. */
  static String randomId() {
    return BASE64.encodeToString(randomBytes(16));
  }

  String hash() {
    return hash(value);
  }

  /** SHA-256: a token of full entropy needs neither salt nor stretching. */
  static String hash(String value) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return BASE64.encodeToString(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] randomBytes(int length) {
    byte[] random = new byte[length];
    RANDOM.nextBytes(random);
    return random;
  }

  @Override
  public String toString() {
    return "SecretToken[REDACTED]";
  }
}
