package dev.passerby.ice;

import dev.passerby.protocol.Payload;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes out of a payload what would tell the peer an address: candidates that are not relayed, and
 * addresses beside those that are. It looks at every string, wherever in the payload it stands and
 * whatever it is called, and touches nothing else.
 *
 * <p>A second lock behind the page's own. It guards a person whose page is honest, from a browser
 * that says too much; two people who want to tell each other where they are find a way.
 */
public final class RelayOnly {

  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonStringEncoder QUOTES = JsonStringEncoder.getInstance();

  /**
   * What may be passed on: the payload itself when there is nothing to hide in it, or null when
   * nothing is left of it.
   */
  public static @Nullable Payload strip(Payload payload) {
    try (JsonParser parser =
        JSON.createParser(
            ObjectReadContext.empty(), payload.bytes(), payload.offset(), payload.length())) {
      return strip(payload, parser);
    } catch (JacksonException e) {
      // It was well-formed when it came in; what cannot be read now cannot be vouched for.
      return null;
    }
  }

  private static @Nullable Payload strip(Payload payload, JsonParser parser) {
    ByteArrayOutputStream out = null;
    int copied = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token != JsonToken.VALUE_STRING) {
        continue;
      }
      int start = (int) parser.currentTokenLocation().getByteOffset();
      String text = parser.getString();
      String stripped = SessionDescriptionLines.relayOnly(text);
      if (stripped == null) {
        return null;
      }
      if (!stripped.equals(text)) {
        out = out == null ? new ByteArrayOutputStream(payload.length()) : out;
        out.write(payload.bytes(), payload.offset() + copied, start - copied);
        out.write('"');
        out.writeBytes(QUOTES.quoteAsUTF8(stripped));
        out.write('"');
        copied = (int) parser.currentLocation().getByteOffset();
      }
    }
    if (out == null) {
      return payload;
    }
    out.write(payload.bytes(), payload.offset() + copied, payload.length() - copied);
    byte[] bytes = out.toByteArray();
    return new Payload(bytes, 0, bytes.length);
  }

  private RelayOnly() {}
}
