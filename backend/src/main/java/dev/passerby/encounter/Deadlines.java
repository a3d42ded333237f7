package dev.passerby.encounter;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Alarms by name. Each fires once, on one node, at its time or soon after; an implementation that
 * nodes share also fires those of a node that has died.
 */
public interface Deadlines {

  /** Who is told the names of alarms that fire; to be set once, before the first alarm. */
  void onDue(Consumer<String> listener);

  /** Sets an alarm; one of the same name is replaced. A time gone by fires at once. */
  void set(String name, Instant at);

  /** Withdraws an alarm; does nothing when there is none. */
  void cancel(String name);
}
