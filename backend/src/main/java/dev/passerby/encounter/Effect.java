package dev.passerby.encounter;

import dev.passerby.protocol.ServerMessage;
import java.time.Instant;

/** What is to be done after a transition, in order. */
sealed interface Effect {

  /** Send the message to one side. */
  record Tell(Side side, ServerMessage message) implements Effect {}

  /** Wake the encounter with {@link EncounterEvent.DeadlinePassed}; replaces an earlier alarm. */
  record Wake(Instant at) implements Effect {}

  /** Withdraw the alarm. */
  record Sleep() implements Effect {}

  /** Find out whether both may still meet, and answer with {@link EncounterEvent.Renewed}. */
  record AskEntitlements() implements Effect {}

  /** Close what the TURN servers hold for this round, and keep it closed. */
  record CloseAllocations(int round) implements Effect {}

  /** The encounter no longer holds this side. */
  record Release(Side side, Afterwards afterwards) implements Effect {}

  /** What becomes of a person when an encounter is over. */
  enum Afterwards {
    IDLE,
    /** Waits again, as anybody who arrives. */
    WAIT,
    /** Waits again ahead of the others: the match failed, which was not their wish. */
    WAIT_AT_FRONT
  }
}
