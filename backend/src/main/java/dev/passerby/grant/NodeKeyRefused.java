package dev.passerby.grant;

/**
 * The service cannot start with the node's key as it is: what is wrong, and what to do about it.
 */
final class NodeKeyRefused extends RuntimeException {

  private final String action;

  NodeKeyRefused(String description, String action) {
    super(description);
    this.action = action;
  }

  /** What the operator can do. */
  String action() {
    return action;
  }
}
