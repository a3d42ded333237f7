package dev.passerby.chain;

import org.jspecify.annotations.Nullable;

/** The node did not answer, answered too late, or answered with something other than a result. */
public class ChainUnavailable extends RuntimeException {

  public ChainUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
