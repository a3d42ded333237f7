package dev.passerby.signaling;

import dev.passerby.protocol.ServerMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line has sent, numbered from 1, and the last of it, to be sent again should the connection
 * break: at most 64 messages and 256 KB, and only as long as nothing proves that they have arrived.
 * For one thread.
 */
final class SentMessages {

  /** Room for any message but a description and the beginning of a round. */
  static final int USUAL_BYTES = 512;

  /** An id with its quotes and comma. */
  private static final int RENDEZVOUS_BYTES = 25;

  /** There while there is something to keep, which for most people most of the time is nothing. */
  private @Nullable Deque<ServerMessage> kept;

  private long count;
  private int bytes;

  /** What a message takes on the wire, about. */
  static int size(ServerMessage message) {
    if (message instanceof ServerMessage.Signal signal) {
      return signal.payload().length() + USUAL_BYTES / 2;
    }
    if (message instanceof ServerMessage.ContactOnline online) {
      return online.ids().size() * RENDEZVOUS_BYTES + USUAL_BYTES / 2;
    }
    // A grant, a ticket, and perhaps servers.
    return message instanceof ServerMessage.Live ? 2 * USUAL_BYTES : USUAL_BYTES;
  }

  /** How many there have been. */
  long count() {
    return count;
  }

  void add(ServerMessage message) {
    Deque<ServerMessage> messages = kept == null ? new ArrayDeque<>(4) : kept;
    kept = messages;
    messages.add(message);
    bytes += size(message);
    count++;
    while (messages.size() > Outbox.MAX_MESSAGES || bytes > Outbox.MAX_BYTES) {
      bytes -= size(messages.remove());
    }
  }

  /** Whether everything behind the first so many is still here. */
  boolean reachBackTo(long received) {
    return received <= count && count - received <= size();
  }

  /** Everything behind the first so many. */
  List<ServerMessage> after(long received) {
    if (!reachBackTo(received)) {
      throw new IllegalArgumentException("no longer kept");
    }
    List<ServerMessage> missing = kept == null ? List.of() : new ArrayList<>(kept);
    return missing.subList(missing.size() - (int) (count - received), missing.size());
  }

  /** The first so many have arrived. */
  void forget(long arrived) {
    Deque<ServerMessage> messages = kept;
    if (messages == null) {
      return;
    }
    while (!messages.isEmpty() && count - messages.size() < arrived) {
      bytes -= size(messages.remove());
    }
    if (messages.isEmpty()) {
      kept = null;
    }
  }

  private int size() {
    return kept == null ? 0 : kept.size();
  }
}
