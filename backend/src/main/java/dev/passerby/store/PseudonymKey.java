package dev.passerby.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key under which wallets are named in the database. */
final class PseudonymKey {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;

  private PseudonymKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** One of this run. */
  static PseudonymKey random() {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new PseudonymKey(key);
  }

  /**
   * The one in the file, if there is one.
   *
   * @throws StoreFailure if it is none, or if others may read it
   */
  static Optional<PseudonymKey> in(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var hex = OwnersFile.read(file).strip();
      if (!HEX.matcher(hex).matches()) {
        throw new StoreFailure(
            file + " holds no key.", "Put back the one that was there: 64 hex digits.");
      }
      return Optional.of(new PseudonymKey(HexFormat.of().parseHex(hex)));
    } catch (IOException e) {
      throw new StoreFailure("The key in " + file + " cannot be read.", "Make it readable.", e);
    }
  }

  /** A new one, kept in a file that nobody else may read. */
  static PseudonymKey make(Path file) {
    var made = random();
    OwnersFile.write(file, HexFormat.of().formatHex(made.key.getEncoded()));
    return made;
  }

  /** HMAC-SHA256 of the text: 43 characters of base64url. */
  String of(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Tells it from another key, and says nothing about it. */
  String mark() {
    return of("passerby pseudonym key");
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "PseudonymKey[REDACTED]";
  }
}
