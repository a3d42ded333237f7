package dev.passerby.safety;

/** What came of a report. */
public sealed interface Filing {

  /**
   * It is stored for good.
   *
   * @param receipt what the reporter may name it by
   * @param coolsDown whether it was the one that began a cooldown
   */
  record Filed(String receipt, boolean coolsDown) implements Filing {}

  /** The reporter has made as many as anybody may in a day. */
  record TooMany() implements Filing {}
}
