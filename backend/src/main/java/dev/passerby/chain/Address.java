package dev.passerby.chain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.web3j.crypto.Keys;

/** A 20-byte account or contract address, written with its EIP-55 checksum. */
public record Address(@JsonValue String value) {

  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{40}");

  /**
   * @param value {@code 0x} and 40 hex digits in any case
   * @throws IllegalArgumentException if it is anything else
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Address {
    if (!HEX.matcher(value).matches()) {
      throw new IllegalArgumentException("not an address");
    }
    value = Keys.toChecksumAddress(value.toLowerCase(Locale.ROOT));
  }
}
