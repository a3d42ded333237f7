package dev.passerby.wallet;

import java.time.Duration;
import java.time.Instant;

/**
 * What a well-formed message must say to sign in here and now. It must have been written within the
 * last {@link #MAX_AGE}, must run out, and must do so within {@link #MAX_AGE} from now.
 */
final class SignInRules {

  /** How long ago a message may have been issued, and how far ahead it may expire. */
  static final Duration MAX_AGE = Duration.ofMinutes(10);

  /** How far a person's clock may be ahead of this one. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private SignInRules() {}

  /**
   * @param origin where the page that asks was loaded from, already known to be an allowed one
   * @throws SignInRefused with the first rule that is broken
   */
  static void check(SignInMessage message, Origin origin, long chainId, Instant now) {
    checkPlace(message, origin, chainId);
    checkTimes(message, now);
  }

  private static void checkPlace(SignInMessage message, Origin origin, long chainId) {
    if (!message.domain().equals(origin.authority())) {
      throw new SignInRefused(SignInError.DOMAIN_MISMATCH, "the domain is not this page's");
    }
    if (message.scheme() != null && !message.scheme().equals(origin.scheme())) {
      throw new SignInRefused(SignInError.DOMAIN_MISMATCH, "the scheme is not this page's");
    }
    // RFC 3986, section 6.2.3: an empty path and "/" are the same.
    if (!message.uri().equals(origin.value()) && !message.uri().equals(origin.value() + "/")) {
      throw new SignInRefused(SignInError.URI_MISMATCH, "the URI is not this page's origin");
    }
    if (!message.version().equals("1")) {
      throw new SignInRefused(SignInError.VERSION_UNSUPPORTED, "only version 1 is known");
    }
    if (!message.chainId().equals(Long.toString(chainId))) {
      throw new SignInRefused(SignInError.CHAIN_MISMATCH, "the chain id is not " + chainId);
    }
  }

  private static void checkTimes(SignInMessage message, Instant now) {
    Instant expirationTime = message.expirationTime();
    if (expirationTime == null) {
      throw timeInvalid("an expiration time is required");
    }
    if (message.issuedAt().isAfter(now.plus(CLOCK_SKEW))) {
      throw timeInvalid("it was issued in the future: is your clock right?");
    }
    if (!now.isBefore(expirationTime)) {
      throw new SignInRefused(SignInError.EXPIRED, "its expiration time has passed");
    }
    if (message.issuedAt().isBefore(now.minus(MAX_AGE))) {
      throw timeInvalid("it was issued more than ten minutes ago: is your clock right?");
    }
    if (expirationTime.isAfter(now.plus(MAX_AGE).plus(CLOCK_SKEW))) {
      throw timeInvalid("it expires more than ten minutes ahead");
    }
    if (message.notBefore() != null && message.notBefore().isAfter(now)) {
      throw timeInvalid("it is not valid yet");
    }
  }

  private static SignInRefused timeInvalid(String detail) {
    return new SignInRefused(SignInError.TIME_INVALID, detail);
  }
}
