package dev.passerby.operator;

import org.jspecify.annotations.Nullable;

/** A command cannot go on: one line for the operator, one number for a script. */
final class CommandFailure extends RuntimeException {

  private final ExitCode exitCode;

  CommandFailure(ExitCode exitCode, String line, @Nullable Throwable cause) {
    super(line, cause);
    this.exitCode = exitCode;
  }

  CommandFailure(ExitCode exitCode, String line) {
    this(exitCode, line, null);
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
