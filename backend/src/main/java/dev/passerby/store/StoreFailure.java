package dev.passerby.store;

import org.jspecify.annotations.Nullable;

/** The service or a command cannot start with its database as it is: what is wrong, what to do. */
public final class StoreFailure extends RuntimeException {

  private final String action;

  StoreFailure(String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  StoreFailure(String description, String action) {
    this(description, action, null);
  }

  /** What the operator can do. */
  public String action() {
    return action;
  }
}
