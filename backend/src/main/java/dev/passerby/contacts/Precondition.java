package dev.passerby.contacts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** What a writer knows of the entry that it writes (RFC 9110 §13.1). */
sealed interface Precondition {

  /** There is none yet: {@code If-None-Match: *}. */
  record Absent() implements Precondition {}

  /** It is the one of this version: {@code If-Match: "17"}. */
  record Version(long version) implements Precondition {}

  /** A version as an entity tag, a strong one, as {@code If-Match} asks for. */
  Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

  /**
   * The one that a request states, if it states any.
   *
   * @throws IllegalArgumentException if it states more than one, or one of another form
   */
  static Optional<Precondition> of(HttpHeaders headers) {
    List<String> match = headers.getOrEmpty(HttpHeaders.IF_MATCH);
    List<String> noneMatch = headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH);
    if (match.isEmpty() && noneMatch.isEmpty()) {
      return Optional.empty();
    }
    if (match.isEmpty() && noneMatch.equals(List.of("*"))) {
      return Optional.of(new Absent());
    }
    Matcher tag = TAG.matcher(match.size() == 1 ? match.getFirst() : "");
    if (noneMatch.isEmpty() && tag.matches()) {
      return Optional.of(new Version(Long.parseLong(tag.group(1))));
    }
    throw new IllegalArgumentException("neither one version nor none");
  }
}
