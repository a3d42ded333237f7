package dev.passerby.encounter;

import dev.passerby.protocol.ServerMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All connections are this process's own. */
final class InProcessSignalRouter implements SignalRouter {

  private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();

  @Override
  public void attach(String connection, Inbox inbox) {
    inboxes.put(connection, inbox);
  }

  @Override
  public void detach(String connection) {
    inboxes.remove(connection);
  }

  @Override
  public boolean send(String connection, ServerMessage message) {
    Inbox inbox = inboxes.get(connection);
    if (inbox == null) {
      return false;
    }
    inbox.deliver(message);
    return true;
  }
}
