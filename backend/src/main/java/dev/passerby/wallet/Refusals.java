package dev.passerby.wallet;

import org.springframework.http.HttpStatus;

/** What those get who may not. */
final class Refusals {

  static final Problem SIGNED_OUT =
      new Problem(
          HttpStatus.UNAUTHORIZED,
          "signed-out",
          "You are not signed in",
          "there is no session, or it is over");

  static final Problem FORBIDDEN =
      new Problem(
          HttpStatus.FORBIDDEN, "forbidden", "Nobody may do this", "it is not offered here");

  static final Problem CSRF =
      new Problem(
          HttpStatus.FORBIDDEN,
          "csrf-refused",
          "The request lacks the page's token",
          "send the XSRF-TOKEN cookie's value in the X-XSRF-TOKEN header");

  static final Problem ORIGIN =
      new Problem(
          HttpStatus.FORBIDDEN,
          "origin-refused",
          "The request does not come from this page",
          "the Origin header is missing or not an allowed origin (passerby.origins)");

  private Refusals() {}
}
