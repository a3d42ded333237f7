package dev.passerby.wallet;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a page comes from (RFC 6454), as a browser writes it: scheme and authority, lower case, no
 * default port. Either https, or http on this machine itself.
 *
 * @param scheme {@code https} or {@code http}
 * @param authority host, and port unless it is the scheme's own
 */
record Origin(String scheme, String authority) {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[1-9][0-9]{0,4})?");
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(?:localhost|[a-z0-9.-]+\\.localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::\\d+)?");

  /**
   * @throws IllegalArgumentException with what is wrong, if this is no origin to serve a page from
   */
  static Origin of(String value) {
    int separator = value.indexOf("://");
    String scheme = separator < 0 ? "" : value.substring(0, separator);
    String authority = separator < 0 ? "" : value.substring(separator + 3);
    boolean https = scheme.equals("https");
    if ((!https && !scheme.equals("http"))
        || !AUTHORITY.matcher(authority).matches()
        || !value.equals(value.toLowerCase(Locale.ROOT))
        || authority.endsWith(https ? ":443" : ":80")) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not an origin as browsers write it, such as https://example.org");
    }
    if (!https && !LOOPBACK.matcher(authority).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" must be https: cameras and cookies need it beyond this machine");
    }
    return new Origin(scheme, authority);
  }

  String value() {
    return scheme + "://" + authority;
  }

  boolean secure() {
    return scheme.equals("https");
  }

  /** The origin of the sockets that a page of this origin opens. */
  String socketOrigin() {
    return (secure() ? "wss://" : "ws://") + authority;
  }
}
