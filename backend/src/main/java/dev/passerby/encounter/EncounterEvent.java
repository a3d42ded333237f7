package dev.passerby.encounter;

import dev.passerby.protocol.ServerMessage;
import java.util.Map;

/** Something that happens to an encounter. */
sealed interface EncounterEvent {

  /** The side sees the other, for the first time or again. */
  record Decoded(Side side) implements EncounterEvent {}

  /** The side sees the other no longer. */
  record Stalled(Side side) implements EncounterEvent {}

  /** The side answers whether it wants another round. */
  record Answered(Side side, boolean yes) implements EncounterEvent {}

  /** The side wants the next person. */
  record NextWanted(Side side) implements EncounterEvent {}

  /** The side wants no more. */
  record Left(Side side) implements EncounterEvent {}

  /** The side has reported the other. */
  record Reported(Side side) implements EncounterEvent {}

  /** The side has blocked the other. */
  record Blocked(Side side) implements EncounterEvent {}

  /** The side's connection broke, and may come back. */
  record Away(Side side) implements EncounterEvent {}

  /** The side's connection has come back. */
  record Back(Side side) implements EncounterEvent {}

  /** The side's connection broke and did not come back. */
  record Lost(Side side) implements EncounterEvent {}

  /** The side's session ended. */
  record SignedOut(Side side) implements EncounterEvent {}

  /** The phase's deadline has passed. */
  record DeadlinePassed() implements EncounterEvent {}

  /**
   * It is known whether both may go on for another round.
   *
   * @param refused who may not, and what they are told; empty when both may
   */
  record Renewed(Map<Side, ServerMessage> refused) implements EncounterEvent {}

  /** The service restarts. */
  record GoingAway() implements EncounterEvent {}
}
