package dev.passerby.safety;

/** What came of a block. */
public sealed interface Blocking {

  /** The two will not be paired again. */
  record Blocked() implements Blocking {}

  /** The list has as many as it may have. */
  record Full() implements Blocking {}
}
