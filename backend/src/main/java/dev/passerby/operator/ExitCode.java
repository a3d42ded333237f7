package dev.passerby.operator;

/** What a command ends with. Scripts rely on the numbers: they are only ever added. */
enum ExitCode {
  DONE(0, "done, or nothing to do"),
  FAILED(1, "a fault of the program"),
  USAGE(2, "wrong options"),
  WRONG_CHAIN(3, "the node is on another chain"),
  NO_KEY(4, "no key, or one that does not open"),
  REFUSED(5, "against the rules of the contract or of the command; nothing was sent or changed"),
  NO_ANSWER(6, "the node or the database does not answer, or not sensibly"),
  REVERTED(7, "a transaction was mined, and failed"),
  PENDING(8, "a transaction is not mined yet"),
  NOT_FOUND(9, "there is no such report");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  int number() {
    return number;
  }

  String meaning() {
    return meaning;
  }
}
