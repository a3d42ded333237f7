package dev.passerby.wallet;

import org.springframework.http.HttpStatus;

/** Why a sign-in is refused. The codes are part of the API: they are only ever added to. */
enum SignInError {
  MESSAGE_MALFORMED(
      "message-malformed", HttpStatus.BAD_REQUEST, "The message is not a well-formed EIP-4361 one"),
  DOMAIN_MISMATCH("domain-mismatch", HttpStatus.BAD_REQUEST, "The message is for another site"),
  URI_MISMATCH("uri-mismatch", HttpStatus.BAD_REQUEST, "The message is for another page"),
  VERSION_UNSUPPORTED(
      "version-unsupported", HttpStatus.BAD_REQUEST, "The message has another version than 1"),
  CHAIN_MISMATCH("chain-mismatch", HttpStatus.BAD_REQUEST, "The message is for another chain"),
  ADDRESS_MALFORMED(
      "address-malformed", HttpStatus.BAD_REQUEST, "The address is not written as EIP-55 says"),
  TIME_INVALID("time-invalid", HttpStatus.BAD_REQUEST, "The message's times do not fit"),
  EXPIRED("expired", HttpStatus.UNAUTHORIZED, "The message has expired"),
  NONCE_UNKNOWN(
      "nonce-unknown", HttpStatus.UNAUTHORIZED, "The nonce is used up, too old or not yours"),
  SIGNATURE_INVALID(
      "signature-invalid", HttpStatus.UNAUTHORIZED, "The signature is not the wallet's"),
  TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
  BODY_MALFORMED("body-malformed", HttpStatus.BAD_REQUEST, "The request's body is not valid JSON"),
  BODY_LATE("body-late", HttpStatus.REQUEST_TIMEOUT, "The request's body did not arrive in time"),
  MEDIA_TYPE_UNSUPPORTED(
      "media-type-unsupported", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only application/json is read"),
  RATE_LIMITED("rate-limited", HttpStatus.TOO_MANY_REQUESTS, "Too many attempts, try again soon"),
  CHAIN_UNAVAILABLE(
      "chain-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The chain does not answer right now"),
  BUSY("busy", HttpStatus.SERVICE_UNAVAILABLE, "Too many people are signing in, try again soon");

  private final String code;
  private final HttpStatus status;
  private final String title;

  SignInError(String code, HttpStatus status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  String code() {
    return code;
  }

  Problem problem(String detail) {
    return new Problem(status, code, title, detail);
  }
}
