package dev.passerby.encounter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.encounter.TestEncounters.Person;
import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Two who have agreed to meet, and need not wait for it. */
class AppointmentsTest {

  private final TestEncounters world = new TestEncounters();
  private final Person ada = world.person();
  private final Person bob = world.person();

  @Test
  void haveAnOrdinaryEncounter() {
    assertThat(meet(ada, bob)).isTrue();

    var toAda = ada.hearsLater(ServerMessage.Matched.class);
    var toBob = bob.hearsLater(ServerMessage.Matched.class);
    assertThat(toAda.encounter()).isEqualTo(toBob.encounter());
    assertThat(toAda.polite()).isTrue();
    assertThat(toBob.polite()).isFalse();
    assertThat(toAda.sharedInterests()).isEmpty();
    ada.decoded();
    bob.decoded();
    assertThat(ada.hearsLater(ServerMessage.Live.class).limitSeconds())
        .isEqualTo(TestEncounters.LIMIT.toSeconds());
    world.time.pass(TestEncounters.LIMIT);
    bob.hearsLater(ServerMessage.Asking.class);
    ada.hearsLater(ServerMessage.Asking.class);
    ada.again(true);
    bob.again(true);
    assertThat(bob.hearsLater(ServerMessage.Live.class).round()).isEqualTo(2);
  }

  @Test
  void doNotWaitForAnybodyElseAfterwards() {
    Person third = world.person();
    third.join();
    assertThat(meet(ada, bob)).isTrue();
    ada.next();
    assertThat(ada.hearsLater(ServerMessage.Ended.class).reason()).isEqualTo(EndReason.NEXT);
    bob.hearsLater(ServerMessage.Ended.class);
    isIdle(ada);
    isIdle(bob);

    assertThat(meet(bob, ada)).isTrue();
    world.time.pass(Duration.ofSeconds(20));
    assertThat(ada.hearsLater(ServerMessage.Ended.class).reason()).isEqualTo(EndReason.FAILED);
    isIdle(ada);
    isIdle(bob);
  }

  @Test
  void leaveTheQueueForEachOther() {
    ada.join("opera");
    bob.join("chess");
    assertThat(meet(ada, bob)).isTrue();
    ada.hearsLater(ServerMessage.Matched.class);
    Person third = world.person();
    third.join();
    world.time.pass(Duration.ofMinutes(1));
    assertThat(third.hearsLater(ServerMessage.Waiting.class).others()).isZero();
  }

  @Test
  void meetOnlyWhileBothMay() {
    world.entitlements.put(
        bob.wallet, new EntitlementResult.Known(new Entitlement(false, 0, Set.of())));
    assertThat(prospect(ada, bob)).isEqualTo(new Prospect.Unavailable());
    assertThat(prospect(bob, ada))
        .isEqualTo(new Prospect.Refused(ServerMessage.Problem.of(ErrorCode.ENTITLEMENT_REQUIRED)));

    assertThat(meet(ada, bob)).isFalse();
    ada.hasHeardNothing();
    bob.hears(ServerMessage.Problem.of(ErrorCode.ENTITLEMENT_REQUIRED));
    isIdle(ada);
    isIdle(bob);
  }

  @Test
  void doNotMeetWhenOneHasBlockedTheOther() {
    assertThat(prospect(ada, bob)).isEqualTo(new Prospect.Open());
    world.safety.block(bob.wallet, ada.wallet).block();

    assertThat(prospect(ada, bob)).isEqualTo(new Prospect.Parted());
    assertThat(prospect(bob, ada)).isEqualTo(new Prospect.Parted());
    assertThat(meet(ada, bob)).isFalse();
    ada.hasHeardNothing();
    bob.hasHeardNothing();
    isIdle(ada);
  }

  @Test
  void areInOneEncounterAtATime() {
    Person third = world.person();
    assertThat(meet(ada, third)).isTrue();
    assertThat(prospect(bob, ada)).isEqualTo(new Prospect.Engaged());
    assertThat(prospect(ada, bob))
        .isEqualTo(
            new Prospect.Refused(ServerMessage.Problem.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE)));
    ada.drain();

    assertThat(meet(bob, ada)).isFalse();
    ada.hears(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
    isIdle(bob);
    Person elsewhere = world.person(ada.wallet);
    assertThat(meet(bob, elsewhere)).isFalse();
    elsewhere.hears(ServerMessage.Problem.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE));
    isIdle(bob);
  }

  @Test
  void mayHideTheirAddresses() {
    assertThat(
            result(
                world.encounters.meet(
                    new Party(ada.participant, false), new Party(bob.participant, true))))
        .isTrue();
    assertThat(ada.hearsLater(ServerMessage.Matched.class).relayOnly()).isTrue();
    assertThat(bob.hearsLater(ServerMessage.Matched.class).relayOnly()).isTrue();
  }

  @Test
  void areNotBroughtTogetherAnyMoreWhenTheServiceStops() {
    world.encounters.stopMatching();
    assertThat(meet(ada, bob)).isFalse();
    ada.hears(ServerMessage.Problem.of(ErrorCode.GOING_AWAY));
  }

  private void isIdle(Person person) {
    assertThat(world.encounters.isIdle(person.participant)).isTrue();
  }

  private boolean meet(Person one, Person two) {
    return result(
        world.encounters.meet(
            new Party(one.participant, false), new Party(two.participant, false)));
  }

  private Prospect prospect(Person asking, Person other) {
    return result(world.encounters.prospect(asking.wallet, other.wallet));
  }

  private static <T> T result(Mono<T> answer) {
    return requireNonNull(answer.block());
  }
}
