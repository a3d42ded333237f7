package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Participant.Seat;
import dev.passerby.encounter.Participant.Standing;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ErrorCode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * On which one connection each wallet of this node waits or is in an encounter: nobody does either
 * twice at once.
 */
final class Engaged {

  private final Map<Address, Participant> people = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile boolean closed;

  Engaged(Clock clock) {
    this.clock = clock;
  }

  /**
   * From idle, to be asked whether they may; why not, or empty when they are engaged from now on.
   */
  Optional<ErrorCode> engage(
      Participant person, ClientMessage.Join wishes, Standing.Admitting admitting) {
    synchronized (person) {
      Optional<ErrorCode> refusal =
          switch (person.standing()) {
            case Standing.Waiting _, Standing.Admitting _, Standing.Paused _ ->
                Optional.of(ErrorCode.ALREADY_WAITING);
            case Standing.Seated _ -> Optional.of(ErrorCode.WRONG_STATE);
            case Standing.Idle _ when closed -> Optional.of(ErrorCode.GOING_AWAY);
            case Standing.Idle _ when people.putIfAbsent(person.wallet(), person) != null ->
                Optional.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE);
            case Standing.Idle _ -> Optional.empty();
          };
      if (refusal.isEmpty()) {
        person.wish(wishes, clock.instant());
        person.stand(admitting);
      }
      return refusal;
    }
  }

  /** From idle into a seat of an encounter that is revived; why not, or empty. */
  Optional<ErrorCode> seatAgain(Participant person, ClientMessage.Join wishes, Seat seat) {
    synchronized (person) {
      if (!(person.standing() instanceof Standing.Idle)) {
        return Optional.of(ErrorCode.WRONG_STATE);
      }
      if (closed) {
        return Optional.of(ErrorCode.GOING_AWAY);
      }
      if (people.putIfAbsent(person.wallet(), person) != null) {
        return Optional.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE);
      }
      person.wish(wishes, clock.instant());
      person.stand(new Standing.Seated(seat));
      return Optional.empty();
    }
  }

  /** The other line on which this wallet waits or is in an encounter, if nobody is at it. */
  @Nullable Participant awayElsewhere(Participant person) {
    Participant other = people.get(person.wallet());
    if (other == null || other == person) {
      return null;
    }
    synchronized (other) {
      return other.isAway() ? other : null;
    }
  }

  /** Whether they neither wait nor meet anybody. */
  boolean isIdle(Participant person) {
    synchronized (person) {
      return person.standing() instanceof Standing.Idle;
    }
  }

  /** From being asked into a seat; false when they have gone elsewhere meanwhile. */
  boolean seat(Standing.Admitting admitting, Participant person, Seat seat) {
    synchronized (person) {
      if (closed || person.standing() != admitting) {
        return false;
      }
      person.stand(new Standing.Seated(seat));
      return true;
    }
  }

  /** From being asked to idle; does nothing when they have gone elsewhere meanwhile. */
  void giveUp(Participant person, Standing.Admitting admitting) {
    synchronized (person) {
      if (person.standing() == admitting || person.standing() instanceof Standing.Paused) {
        release(person);
      }
    }
  }

  /** Whether the wallet is in an encounter. */
  boolean isSeated(Address wallet) {
    Participant person = people.get(wallet);
    return person != null && person.seat() != null;
  }

  /** The connection on which this wallet waits or is in an encounter. */
  @Nullable Participant of(Address wallet) {
    return people.get(wallet);
  }

  /** Nobody is engaged from now on; who is, stays so. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** They are idle from now on. To be called by whoever holds the person's monitor. */
  void release(Participant person) {
    person.stand(Participant.IDLE);
    people.remove(person.wallet(), person);
  }
}
