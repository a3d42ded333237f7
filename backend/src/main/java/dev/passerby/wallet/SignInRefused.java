package dev.passerby.wallet;

import org.springframework.security.core.AuthenticationException;

/**
 * A sign-in that is not to be: the form in which Spring Security passes a {@link SignInError} on.
 */
final class SignInRefused extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final SignInError error;
  private final String detail;

  /**
   * @param detail what exactly is wrong, for the page's developer; never text from the request
   */
  SignInRefused(SignInError error, String detail) {
    super(error.code() + ": " + detail);
    this.error = error;
    this.detail = detail;
  }

  SignInError error() {
    return error;
  }

  Problem problem() {
    return error.problem(detail);
  }
}
