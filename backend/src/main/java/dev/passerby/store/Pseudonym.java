package dev.passerby.store;

/**
 * A wallet's name in the database: the same wallet has the same one, and whoever has not the key
 * finds no wallet by it.
 *
 * @param value HMAC-SHA256 of the address, 43 characters of base64url
 */
public record Pseudonym(String value) implements Comparable<Pseudonym> {

  @Override
  public int compareTo(Pseudonym other) {
    return value.compareTo(other.value);
  }
}
