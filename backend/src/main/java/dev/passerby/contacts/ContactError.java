package dev.passerby.contacts;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a request is refused. The codes are part of the API: they are only ever added to. */
enum ContactError {
  ID_MALFORMED(
      "contact-id-malformed",
      HttpStatus.BAD_REQUEST,
      "A contact is named by 16 bytes in base64url"),
  SEALED_MALFORMED(
      "sealed-malformed",
      HttpStatus.BAD_REQUEST,
      "What is sealed has 512 or 1024 bytes, in base64url"),
  VERSION_MALFORMED(
      "version-malformed", HttpStatus.BAD_REQUEST, "The version is not one that was given out"),
  VERSION_REQUIRED(
      "version-required", HttpStatus.PRECONDITION_REQUIRED, "Say which version you replace"),
  VERSION_MISMATCH(
      "version-mismatch", HttpStatus.PRECONDITION_FAILED, "The contact is another one by now"),
  FULL("contacts-full", HttpStatus.CONFLICT, "You keep as many contacts as you may"),
  BODY_LATE("body-late", HttpStatus.REQUEST_TIMEOUT, "The request's body did not arrive in time"),
  RATE_LIMITED("rate-limited", HttpStatus.TOO_MANY_REQUESTS, "Too many requests, try again soon"),
  STORE_DOWN("store-down", HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer");

  private final String code;
  private final HttpStatus status;
  private final String title;

  ContactError(String code, HttpStatus status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  /**
   * The refusal, for whoever writes answers.
   *
   * @param detail what is wrong in this case
   */
  ErrorResponseException because(String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, null);
  }
}
