package dev.passerby.protocol;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What two people who keep each other call one of them for a day, and nobody else knows: 16 bytes,
 * on the wire 22 characters of base64url. It says nothing about either, nor does it to the service.
 */
public record RendezvousId(long high, long low) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** The one that is written so, if it is one. */
  public static Optional<RendezvousId> of(String wire) {
    if (!FORM.matcher(wire).matches()) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(wire));
    return Optional.of(new RendezvousId(bytes.getLong(), bytes.getLong()));
  }

  /** As it is on the wire. */
  public String wire() {
    return BASE64.encodeToString(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
  }

  /** Not the id, by which two people could be found. */
  @Override
  public String toString() {
    return "RendezvousId[REDACTED]";
  }
}
