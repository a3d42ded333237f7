package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an EIP-4361 message from the very bytes that were signed, by the grammar and nothing more.
 * What the grammar lets pass but no wallet writes (a field's label inside the statement) is
 * refused, too: a person must not be shown another message than the one that is verified.
 */
final class SignInMessageParser {

  /** The longest message that is read, in bytes. */
  static final int MAX_BYTES = 4096;

  private static final String PREAMBLE = " wants you to sign in with your Ethereum account:";
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

  /** EIP-4361's statement: RFC 3986 reserved and unreserved characters, and the space. */
  private static final Pattern STATEMENT =
      Pattern.compile("[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;= ]+");

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern REQUEST_ID =
      Pattern.compile("(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*");

  private static final List<String> LABELS =
      List.of(
          "URI:",
          "Version:",
          "Chain ID:",
          "Nonce:",
          "Issued At:",
          "Expiration Time:",
          "Not Before:",
          "Request ID:",
          "Resources:");

  private final String[] lines;
  private int next;

  private SignInMessageParser(String[] lines) {
    this.lines = lines;
  }

  /**
   * @throws SignInRefused with the reason, if the bytes are anything but one whole message
   */
  static SignInMessage parse(byte[] signed) {
    if (signed.length > MAX_BYTES) {
      throw new SignInRefused(SignInError.TOO_LARGE, "a message has at most 4096 bytes");
    }
    for (byte each : signed) {
      // Every part of the grammar is printable ASCII. Anything else is there to deceive a reader.
      if (each != '\n' && (each < ' ' || each > '~')) {
        throw malformed("only printable ASCII and line feeds may occur");
      }
    }
    String text = new String(signed, StandardCharsets.US_ASCII);
    return new SignInMessageParser(text.split("\n", -1)).message();
  }

  private SignInMessage message() {
    String origin = origin();
    int separator = origin.indexOf("://");
    String scheme = separator < 0 ? null : scheme(origin.substring(0, separator));
    String domain = separator < 0 ? origin : origin.substring(separator + 3);
    Address address = address();
    statement();
    String uri = uri(required("URI: "));
    String version = required("Version: ");
    String chainId = required("Chain ID: ");
    String nonce = required("Nonce: ");
    Instant issuedAt = time(required("Issued At: "));
    String expirationTime = optional("Expiration Time: ");
    String notBefore = optional("Not Before: ");
    requestId(optional("Request ID: "));
    resources();
    if (next != lines.length) {
      throw malformed("there is more after the last field, or a field twice or out of order");
    }
    return new SignInMessage(
        scheme,
        domain,
        address,
        uri,
        version,
        chainId,
        nonce,
        issuedAt,
        expirationTime == null ? null : time(expirationTime),
        notBefore == null ? null : time(notBefore));
  }

  private String origin() {
    String first = line();
    if (!first.endsWith(PREAMBLE)) {
      throw malformed("the first line is not the one of EIP-4361");
    }
    String origin = first.substring(0, first.length() - PREAMBLE.length());
    if (origin.isEmpty() || origin.indexOf(' ') >= 0) {
      throw malformed("the first line does not begin with a domain");
    }
    return origin;
  }

  private Address address() {
    String written = line();
    if (!ADDRESS.matcher(written).matches()) {
      throw new SignInRefused(SignInError.ADDRESS_MALFORMED, "the second line is no address");
    }
    Address address = new Address(written);
    if (!address.value().equals(written)) {
      throw new SignInRefused(SignInError.ADDRESS_MALFORMED, "the EIP-55 checksum is wrong");
    }
    return address;
  }

  /** The address is followed by an empty line, perhaps a statement, and another empty line. */
  private void statement() {
    empty();
    if (peekEmpty()) {
      next++;
      return;
    }
    String statement = line();
    if (!STATEMENT.matcher(statement).matches()) {
      throw malformed("the statement has a character that is not allowed there");
    }
    if (LABELS.stream().anyMatch(statement::contains)) {
      throw malformed("the statement looks like a field");
    }
    empty();
  }

  private void resources() {
    if (next < lines.length && lines[next].equals("Resources:")) {
      next++;
      while (next < lines.length && lines[next].startsWith("- ")) {
        uri(line().substring(2));
      }
    }
  }

  private String required(String label) {
    String value = optional(label);
    if (value == null) {
      throw malformed("the field \"" + label.strip() + "\" is missing or out of order");
    }
    return value;
  }

  private @Nullable String optional(String label) {
    return next < lines.length && lines[next].startsWith(label)
        ? line().substring(label.length())
        : null;
  }

  private String line() {
    if (next == lines.length) {
      throw malformed("it ends too early");
    }
    return lines[next++];
  }

  private boolean peekEmpty() {
    return next < lines.length && lines[next].isEmpty();
  }

  private void empty() {
    if (!line().isEmpty()) {
      throw malformed("an empty line is missing");
    }
  }

  private static String scheme(String scheme) {
    if (!SCHEME.matcher(scheme).matches()) {
      throw malformed("the scheme before the domain is none");
    }
    return scheme;
  }

  private static String uri(String value) {
    try {
      if (new URI(value).isAbsolute()) {
        return value;
      }
    } catch (URISyntaxException e) {
      throw malformed("a URI is not one of RFC 3986");
    }
    throw malformed("a URI has no scheme");
  }

  private static void requestId(@Nullable String value) {
    if (value != null && !REQUEST_ID.matcher(value).matches()) {
      throw malformed("the request id has a character that is not allowed there");
    }
  }

  /** RFC 3339, strictly: no leap second, no missing offset, no 30 February. */
  private static Instant time(String value) {
    if (!DATE_TIME.matcher(value).matches()) {
      throw new SignInRefused(SignInError.TIME_INVALID, "a time is not an RFC 3339 one");
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new SignInRefused(SignInError.TIME_INVALID, "a date or time does not exist");
    }
  }

  private static SignInRefused malformed(String detail) {
    return new SignInRefused(SignInError.MESSAGE_MALFORMED, detail);
  }
}
