package dev.passerby.encounter;

import java.util.function.Consumer;

/**
 * Where people wait, and are paired atomically: nobody twice, nobody with themselves or with their
 * last partner, and two only if each is open to the other. Among those who fit, people at the front
 * go first, then who shares more, then who has waited longer.
 *
 * <p>A pairing is told to the listener, possibly on another node than the one that joined, and
 * possibly after a {@link #leave} that it crossed.
 */
public interface Lobby {

  /** Who is told of pairings; to be set once, before anybody joins. */
  void onPaired(Consumer<Pairing> listener);

  /** Begins to wait. A wallet waits at most once; a second join is passed over. */
  void join(Waiter waiter);

  /** Goes on waiting in the same place, open to more. Passed over when nobody has this ticket. */
  void widen(String ticket, Openness openness);

  /** Stops waiting. Passed over when nobody has this ticket. */
  void leave(String ticket);

  /** How many wait. */
  int waiting();
}
