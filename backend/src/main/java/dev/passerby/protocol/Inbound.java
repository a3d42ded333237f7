package dev.passerby.protocol;

/** What came of a frame: a message, or the reason why it is none. */
public sealed interface Inbound permits ClientMessage, Inbound.Rejected, Inbound.NotUtf8 {

  /**
   * The frame is no message of ours; the sender is told and the connection lives.
   *
   * @param detail an English sentence for developers
   */
  record Rejected(ErrorCode code, String detail) implements Inbound {}

  /** The frame is not UTF-8, which RFC 6455 §8.1 answers by closing. */
  record NotUtf8() implements Inbound {}
}
