package dev.passerby.protocol;

/**
 * Why the service closes a socket: the status code of RFC 6455 §7.4, or one of our own from 4000.
 */
public enum CloseCode {
  PROTOCOL_ERROR(1002, "not allowed by RFC 6455"),
  UNSUPPORTED_DATA(1003, "text frames only"),
  INVALID_UTF8(1007, "not UTF-8"),
  POLICY(1008, "too many errors, messages or connections"),
  TOO_BIG(1009, "more than 64 KiB"),
  FAULT(1011, "internal fault"),
  RESTART(1012, "restarting"),
  OUTBOX_OVERFLOW(1013, "reading too slowly"),
  SIGNED_OUT(4401, "signed out"),
  SESSION_EXPIRED(4408, "session expired"),
  TAKEN_OVER(4409, "taken over by a newer connection");

  private final int status;
  private final String reason;

  CloseCode(int status, String reason) {
    this.status = status;
    this.reason = reason;
  }

  /** The number on the wire. */
  public int status() {
    return status;
  }

  /** The reason on the wire: ASCII, well under the 123 bytes that a close frame holds. */
  public String reason() {
    return reason;
  }
}
