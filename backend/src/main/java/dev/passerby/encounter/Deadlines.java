package dev.passerby.encounter;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Alarms by name. Each fires once, on one node, at its time or soon after; an implementation that
 * nodes share also fires those of a node that has died.
 */
public interface Deadlines {

  /**
   * Who is told of alarms that fire whose names begin so; to be set once for each kind, before its
   * first alarm.
   *
   * @param kind up to and with the first colon of the name
   * @param listener told the rest of the name
   */
  void onDue(String kind, Consumer<String> listener);

  /** Sets an alarm; one of the same name is replaced. A time gone by fires at once. */
  void set(String name, Instant at);

  /** Withdraws an alarm; does nothing when there is none. */
  void cancel(String name);
}
