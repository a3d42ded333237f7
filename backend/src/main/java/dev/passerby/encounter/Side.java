package dev.passerby.encounter;

/** One of the two in an encounter. */
enum Side {
  FIRST,
  SECOND;

  Side other() {
    return this == FIRST ? SECOND : FIRST;
  }
}
