package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Admission.Verdict;
import dev.passerby.encounter.Participant.Standing;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.safety.BlockList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Encounters of two who have agreed on one. They wait for nobody; all else is as for those whom the
 * lobby pairs: who may, how long, and that a block keeps them apart.
 */
final class Appointments {

  private final Engaged engaged;
  private final WaitingPeople waiting;
  private final Matches matches;
  private final Admission admission;
  private final SignalRouter router;
  private final Supplier<EncounterRules> rules;

  Appointments(
      Engaged engaged,
      WaitingPeople waiting,
      Matches matches,
      Admission admission,
      SignalRouter router,
      Supplier<EncounterRules> rules) {
    this.engaged = engaged;
    this.waiting = waiting;
    this.matches = matches;
    this.admission = admission;
    this.router = router;
    this.rules = rules;
  }

  /** See {@link Encounters#prospect}. */
  Mono<Prospect> prospect(Address asking, Address other) {
    if (engaged.isSeated(asking)) {
      return Mono.just(
          new Prospect.Refused(ServerMessage.Problem.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE)));
    }
    return Mono.zip(admission.verdict(asking), admission.verdict(other))
        .map(
            both ->
                switch (both.getT1()) {
                  case Verdict.Refused(ServerMessage why) -> new Prospect.Refused(why);
                  case Verdict.Admitted(BlockList blocks) -> prospect(blocks, other, both.getT2());
                });
  }

  private Prospect prospect(BlockList blocks, Address other, Verdict others) {
    return switch (others) {
      case Verdict.Refused _ -> new Prospect.Unavailable();
      case Verdict.Admitted(BlockList theirs) when blocks.separates(theirs) ->
          new Prospect.Parted();
      case Verdict.Admitted _ ->
          engaged.isSeated(other) ? new Prospect.Engaged() : new Prospect.Open();
    };
  }

  /** See {@link Encounters#meet}. */
  Mono<Boolean> meet(Party one, Party two) {
    Standing.Admitting first = new Standing.Admitting(false);
    Standing.Admitting second = new Standing.Admitting(false);
    if (!engage(one, first)) {
      return Mono.just(false);
    }
    if (!engage(two, second)) {
      waiting.withdraw(one.person());
      return Mono.just(false);
    }
    return Mono.zip(
            admission.verdict(one.person().wallet()), admission.verdict(two.person().wallet()))
        .map(
            verdicts ->
                mayMeet(one, verdicts.getT1(), two, verdicts.getT2())
                    && begin(one.person(), first, two.person(), second))
        .doOnNext(
            begun -> {
              if (!begun) {
                engaged.giveUp(one.person(), first);
                engaged.giveUp(two.person(), second);
              }
            });
  }

  /** Out of the queue, and not into it again while the chain is asked. */
  private boolean engage(Party party, Standing.Admitting admitting) {
    Participant person = party.person();
    if (party.hidesAddress() && !rules.get().ice().hasRelay()) {
      tell(person, ServerMessage.Problem.of(ErrorCode.RELAY_UNAVAILABLE));
      return false;
    }
    waiting.withdraw(person);
    var wishes = new ClientMessage.Join(List.of(), List.of(), party.hidesAddress());
    Optional<ErrorCode> refusal = engaged.engage(person, wishes, admitting);
    refusal.ifPresent(code -> tell(person, ServerMessage.Problem.of(code)));
    return refusal.isEmpty();
  }

  private boolean mayMeet(Party one, Verdict first, Party two, Verdict second) {
    tellRefusal(one, first);
    tellRefusal(two, second);
    return first instanceof Verdict.Admitted(BlockList blocks)
        && second instanceof Verdict.Admitted(BlockList others)
        && !blocks.separates(others);
  }

  private void tellRefusal(Party party, Verdict verdict) {
    if (verdict instanceof Verdict.Refused(ServerMessage why)) {
      tell(party.person(), why);
    }
  }

  private boolean begin(
      Participant one, Standing.Admitting first, Participant two, Standing.Admitting second) {
    return matches.begin(
        new Matches.Couple(one, two, List.of(), List.of(), true),
        (person, seat) -> engaged.seat(person == one ? first : second, person, seat),
        Effect.Afterwards.IDLE);
  }

  private void tell(Participant person, ServerMessage message) {
    // A connection that is gone is noticed where its socket is: nothing to do here.
    boolean _ = router.send(person.connection(), message);
  }
}
