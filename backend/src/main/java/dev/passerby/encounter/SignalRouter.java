package dev.passerby.encounter;

import dev.passerby.protocol.ServerMessage;

/** Brings a message to a connection, whichever node holds it. Nobody ever waits for a receiver. */
public interface SignalRouter {

  /** Messages for this connection go to the inbox from now on, in the order they are sent. */
  void attach(String connection, Inbox inbox);

  /** The connection is gone. */
  void detach(String connection);

  /**
   * Sends without waiting.
   *
   * @return false when the connection, or the node that held it, is gone
   */
  boolean send(String connection, ServerMessage message);

  /** Where a connection's messages arrive; called from any thread, and never blocks. */
  @FunctionalInterface
  interface Inbox {
    void deliver(ServerMessage message);
  }
}
