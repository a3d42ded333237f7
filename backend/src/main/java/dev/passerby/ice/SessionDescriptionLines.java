package dev.passerby.ice;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a session description (RFC 8866) that hold addresses, and trickled candidates (RFC
 * 8839 §5.1), which are such a line each.
 *
 * <p>What remains is valid without the rest: an address of {@code 0.0.0.0} and a port of 9 stand
 * for "no candidate yet" (RFC 8840 §4.1.1).
 */
final class SessionDescriptionLines {

  /**
   * A line with its end, if it has one; a lone carriage return ends one, too, to be on the safe
   * side.
   */
  private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\r|\\n|$)");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** {@code foundation component transport priority address port "typ" type}, then pairs. */
  private static final int TYPE = 7;

  /** What browsers write for an origin that they do not tell. */
  private static final Set<String> SAYS_NOTHING = Set.of("0.0.0.0", "127.0.0.1", "::", "::1");

  private static final String NOWHERE = "IN IP4 0.0.0.0";

  /**
   * The text without any address but those of relays.
   *
   * @return null when it was a candidate that must not be passed on
   */
  static @Nullable String relayOnly(String text) {
    if (!text.contains("\n") && !text.contains("\r")) {
      return isCandidate(text) ? candidate(text) : text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    Matcher lines = LINE.matcher(text);
    while (lines.find() && lines.start() < text.length()) {
      String line = line(lines.group(1));
      if (line != null) {
        kept.append(line).append(lines.group(2));
      }
    }
    return kept.toString();
  }

  private static boolean isCandidate(String line) {
    String lower = line.stripLeading().toLowerCase(Locale.ROOT);
    return lower.startsWith("a=candidate:") || lower.startsWith("candidate:");
  }

  private static @Nullable String line(String line) {
    if (isCandidate(line)) {
      return candidate(line);
    }
    String lower = line.stripLeading().toLowerCase(Locale.ROOT);
    if (lower.startsWith("a=remote-candidates:") || lower.startsWith("a=source-filter:")) {
      return null;
    }
    if (lower.startsWith("a=rtcp:")) {
      return "a=rtcp:9 " + NOWHERE;
    }
    if (lower.startsWith("c=")) {
      return "c=" + NOWHERE;
    }
    if (lower.startsWith("o=")) {
      return origin(line);
    }
    return lower.startsWith("m=") ? media(line) : line;
  }

  private static @Nullable String candidate(String line) {
    String[] words = SPACE.split(line.strip(), -1);
    if (words.length <= TYPE || !words[TYPE - 1].equals("typ") || !words[TYPE].equals("relay")) {
      return null;
    }
    for (int i = TYPE + 1; i + 1 < words.length; i += 2) {
      // Where the relay sees its client (RFC 8839: may be hidden so).
      switch (words[i]) {
        case "raddr" -> words[i + 1] = words[i + 1].contains(":") ? "::" : "0.0.0.0";
        case "rport" -> words[i + 1] = "0";
        default -> {}
      }
    }
    return String.join(" ", words);
  }

  /** {@code o=username id version IN IP4 address}. */
  private static String origin(String line) {
    String[] words = SPACE.split(line.strip(), -1);
    if (words.length == 6 && SAYS_NOTHING.contains(words[5])) {
      return line;
    }
    return words.length == 6
        ? String.join(" ", words[0], words[1], words[2], NOWHERE)
        : "o=- 0 0 " + NOWHERE;
  }

  /** {@code m=media port protocol formats}; a port of 0 rejects, and stays. */
  private static String media(String line) {
    String[] words = SPACE.split(line.strip(), -1);
    if (words.length > 1 && !words[1].equals("0")) {
      words[1] = "9";
    }
    return String.join(" ", words);
  }
}
