package dev.passerby.contacts;

/** What came of a removal. */
enum Removal {
  /** There is no such entry any more. */
  GONE,
  /** The entry is not what whoever removes it took it for. */
  MISMATCH
}
