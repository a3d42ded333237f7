package dev.passerby.safety;

import java.security.SecureRandom;

/** What a report is named by: short enough to be told on the telephone. */
final class Receipts {

  /** Crockford's base 32: no I, L, O or U. */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Receipts() {}

  /** A new one: 50 random bits, such as {@code 7K3F9-Q2MXB}. */
  static String random() {
    var receipt = new StringBuilder(11);
    for (int digit = 0; digit < 10; digit++) {
      if (digit == 5) {
        receipt.append('-');
      }
      receipt.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
    }
    return receipt.toString();
  }
}
