package dev.passerby.chain;

import org.jspecify.annotations.Nullable;

/** The service cannot start because of its chain: what is wrong, and what to do about it. */
final class ChainStartFailure extends RuntimeException {

  private final String action;

  ChainStartFailure(String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  ChainStartFailure(String description, String action) {
    this(description, action, null);
  }

  /** What the operator can do. */
  String action() {
    return action;
  }
}
