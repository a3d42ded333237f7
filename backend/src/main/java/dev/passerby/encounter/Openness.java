package dev.passerby.encounter;

/** How much a waiting person still asks of a partner; it grows with the wait. */
public enum Openness {
  /** A shared interest and a shared language, as far as the person stated any. */
  BOTH,
  /** A shared interest or a shared language. */
  EITHER,
  /** Nothing. */
  ANYONE;

  /** The next step. */
  Openness wider() {
    return this == BOTH ? EITHER : ANYONE;
  }
}
