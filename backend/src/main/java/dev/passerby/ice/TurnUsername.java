package dev.passerby.ice;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which both peers of a round allocate on a TURN server: {@code <expiry in Unix
 * seconds>:<encounter>.<round>}. coturn checks the expiry; encounter and round say whose
 * allocations to close.
 */
record TurnUsername(long expiry, String encounter, int round) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,12}):([A-Za-z0-9_-]+)\\.(\\d{1,9})");

  /** A credential that would run out within a second runs out after it. */
  static TurnUsername of(String encounter, int round, Instant validUntil) {
    long seconds = validUntil.getEpochSecond();
    return new TurnUsername(validUntil.getNano() == 0 ? seconds : seconds + 1, encounter, round);
  }

  /** Empty when the name is not one of ours. */
  static Optional<TurnUsername> parse(String name) {
    Matcher form = FORM.matcher(name);
    return form.matches()
        ? Optional.of(
            new TurnUsername(
                Long.parseLong(form.group(1)), form.group(2), Integer.parseInt(form.group(3))))
        : Optional.empty();
  }

  /** A part that the names of this encounter have in common, and no other name has. */
  static String commonTo(String encounter) {
    return ":" + encounter + ".";
  }

  /** As it is on the wire. */
  String wire() {
    return expiry + ":" + encounter + "." + round;
  }
}
