package dev.passerby.wallet;

import org.springframework.http.HttpStatusCode;

/**
 * What an HTTP request is refused with: RFC 9457, with a {@code code} member that stays the same.
 *
 * @param title the same for every problem of this code
 * @param detail what is wrong in this case
 */
record Problem(HttpStatusCode status, String code, String title, String detail) {

  Body body() {
    return new Body("about:blank", title, status.value(), code, detail);
  }

  /** The JSON object on the wire. */
  record Body(String type, String title, int status, String code, String detail) {}
}
