package dev.passerby.wallet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request to sign in, before anything in it was verified. */
final class SignInAttempt extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient byte[] message;
  private final transient byte[] signature;
  private final transient Origin origin;
  private final transient String browser;

  /**
   * @param message the bytes that are said to be signed
   * @param origin the page that sent it, an allowed one
   * @param browser the secret of the browser that asked for the nonce, empty if it has none
   */
  SignInAttempt(byte[] message, byte[] signature, Origin origin, String browser) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.message = message;
    this.signature = signature;
    this.origin = origin;
    this.browser = browser;
  }

  byte[] message() {
    return message;
  }

  byte[] signature() {
    return signature;
  }

  Origin origin() {
    return origin;
  }

  String browser() {
    return browser;
  }

  @Override
  public String getPrincipal() {
    return "";
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
