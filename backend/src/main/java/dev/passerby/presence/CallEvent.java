package dev.passerby.presence;

import dev.passerby.protocol.CallOutcome;
import dev.passerby.protocol.ServerMessage;
import java.util.Optional;
import java.util.Set;

/** Something that happens to a call. */
sealed interface CallEvent {

  /**
   * It may ring.
   *
   * @param at on these pages; none where the caller is to believe so and nobody is to hear it
   */
  record Rings(Set<Page> at) implements CallEvent {}

  /**
   * It does not come to ringing.
   *
   * @param why what the caller is told besides
   */
  record NotRinging(CallOutcome outcome, Optional<ServerMessage> why) implements CallEvent {}

  /** On this page they want it. */
  record Accepted(Page by) implements CallEvent {}

  /** On this page they do not want it. */
  record Declined(Page by) implements CallEvent {}

  /** The caller no longer wants it. */
  record Cancelled() implements CallEvent {}

  /** The page is gone. */
  record Gone(Page page) implements CallEvent {}

  /** It has rung for long enough. */
  record TimedOut() implements CallEvent {}

  /** Both wanted it; whether an encounter has begun. */
  record Met(boolean begun) implements CallEvent {}
}
