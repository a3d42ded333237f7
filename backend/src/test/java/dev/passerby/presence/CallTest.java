package dev.passerby.presence;

import static dev.passerby.presence.WhereaboutsTest.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.protocol.CallOutcome;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.RendezvousId;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a call, event by event. */
class CallTest {

  private static final RendezvousId ID = new RendezvousId(1, 2);

  private final Page ada = page("ada", 1);
  private final Page bob = page("bob", 2);
  private final Page bobsOther = page("bob's other", 2);
  private Call call = Call.begun("call", ID, ada, Duration.ofSeconds(30)).next();
  private List<Call.Tell> told = List.of();

  @Test
  void beginsByTellingTheCallerItsName() {
    assertThat(Call.begun("call", ID, ada, Duration.ofSeconds(30)).told())
        .containsExactly(new Call.Tell(ada, new ServerMessage.Calling("call", ID, 30)));
    assertThat(call.awaitsAnswer()).isTrue();
  }

  @Test
  void ringsOnEveryPageAndTheFirstToAcceptHasIt() {
    happen(new CallEvent.Rings(Set.of(bob, bobsOther)));
    var ringing = new ServerMessage.Ringing("call", ID, 30);
    assertThat(told)
        .containsExactlyInAnyOrder(new Call.Tell(bob, ringing), new Call.Tell(bobsOther, ringing));
    assertThat(call.ringsAt(bob)).isTrue();

    happen(new CallEvent.Accepted(bob));
    var accepted = new ServerMessage.Accepted("call");
    assertThat(told)
        .containsExactly(
            new Call.Tell(ada, accepted),
            new Call.Tell(bob, accepted),
            ended(bobsOther, CallOutcome.ELSEWHERE));
    assertThat(call.ringsAt(bob)).isFalse();
    assertThat(call.awaitsAnswer()).isFalse();
    happen(new CallEvent.Accepted(bobsOther));
    isOverAfter(new CallEvent.Met(true));
  }

  @Test
  void ofWhatBothWantedAndDidNotComeAboutBothAreTold() {
    happen(new CallEvent.Rings(Set.of(bob)));
    happen(new CallEvent.Accepted(bob));
    for (CallEvent late :
        List.of(new CallEvent.Cancelled(), new CallEvent.TimedOut(), new CallEvent.Gone(bob))) {
      happen(late);
      assertThat(told).isEmpty();
    }
    isOverAfter(
        new CallEvent.Met(false), ended(ada, CallOutcome.FAILED), ended(bob, CallOutcome.FAILED));
  }

  @Test
  void oneNoIsEnough() {
    happen(new CallEvent.Rings(Set.of(bob, bobsOther)));
    isOverAfter(
        new CallEvent.Declined(bobsOther),
        ended(ada, CallOutcome.DECLINED),
        ended(bob, CallOutcome.DECLINED),
        ended(bobsOther, CallOutcome.DECLINED));
  }

  @Test
  void isMissedByBothWhenNobodyAnswers() {
    happen(new CallEvent.Rings(Set.of(bob)));
    isOverAfter(
        new CallEvent.TimedOut(), ended(ada, CallOutcome.MISSED), ended(bob, CallOutcome.MISSED));
  }

  @Test
  void isMissedWhenTheLastPageWhereItRingsIsGone() {
    happen(new CallEvent.Rings(Set.of(bob, bobsOther)));
    happen(new CallEvent.Gone(bob));
    assertThat(told).isEmpty();
    isOverAfter(new CallEvent.Gone(bobsOther), ended(ada, CallOutcome.MISSED));
  }

  @Test
  void endsWhenTheCallerTakesItBackOrIsGone() {
    happen(new CallEvent.Rings(Set.of(bob)));
    Call ringing = call;
    isOverAfter(
        new CallEvent.Cancelled(),
        ended(ada, CallOutcome.CANCELLED),
        ended(bob, CallOutcome.CANCELLED));
    call = ringing;
    isOverAfter(new CallEvent.Gone(ada), ended(bob, CallOutcome.CANCELLED));
  }

  @Test
  void mayEndBeforeItRings() {
    Call asking = call;
    isOverAfter(
        new CallEvent.NotRinging(CallOutcome.BUSY, Optional.empty()), ended(ada, CallOutcome.BUSY));
    call = asking;
    var why = ServerMessage.Problem.of(ErrorCode.FEATURE_REQUIRED);
    isOverAfter(
        new CallEvent.NotRinging(CallOutcome.REFUSED, Optional.of(why)),
        new Call.Tell(ada, why),
        ended(ada, CallOutcome.REFUSED));
    call = asking;
    isOverAfter(new CallEvent.Cancelled(), ended(ada, CallOutcome.CANCELLED));
    call = asking;
    isOverAfter(new CallEvent.Gone(ada));
    call = asking;
    isOverAfter(new CallEvent.TimedOut(), ended(ada, CallOutcome.MISSED));
    happen(new CallEvent.Rings(Set.of(bob)));
    assertThat(told).isEmpty();
  }

  @Test
  void whoIsBlockedHearsWhatTheyWouldHearIfNobodyAnswered() {
    happen(new CallEvent.Rings(Set.of()));
    assertThat(told).isEmpty();
    assertThat(call.awaitsAnswer()).isTrue();
    happen(new CallEvent.Gone(bob));
    happen(new CallEvent.Accepted(bob));
    assertThat(told).isEmpty();
    isOverAfter(new CallEvent.TimedOut(), ended(ada, CallOutcome.MISSED));
  }

  @Test
  void isNobodyElsesToAnswer() {
    Page clara = page("clara", 3);
    happen(new CallEvent.Rings(Set.of(bob)));
    for (CallEvent hers :
        List.of(
            new CallEvent.Accepted(clara),
            new CallEvent.Accepted(ada),
            new CallEvent.Declined(clara),
            new CallEvent.Gone(clara))) {
      happen(hers);
      assertThat(told).isEmpty();
      assertThat(call.ringsAt(bob)).isTrue();
    }
  }

  private void happen(CallEvent event) {
    Call.Step step = call.on(event);
    call = step.next();
    told = step.told();
  }

  private void isOverAfter(CallEvent event, Call.Tell... expected) {
    happen(event);
    assertThat(told).containsExactlyInAnyOrder(expected);
    assertThat(call.isOver()).isTrue();
  }

  private static Call.Tell ended(Page page, CallOutcome outcome) {
    return new Call.Tell(page, new ServerMessage.CallEnded("call", outcome));
  }
}
