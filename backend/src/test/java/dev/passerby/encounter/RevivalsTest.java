package dev.passerby.encounter;

import static dev.passerby.encounter.TestEncounters.GRACE;
import static dev.passerby.encounter.TestEncounters.LIMIT;
import static dev.passerby.encounter.TestEncounters.PAUSE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.encounter.TestEncounters.Pair;
import dev.passerby.encounter.TestEncounters.Person;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.EndReason;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.Payload;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a round whose service is killed and started again, on a clock that is moved. */
class RevivalsTest {

  private final TestEncounters world = new TestEncounters();
  private final ManualTime time = world.time;

  @Test
  void goesOnWhereItWasOnceBothAreBack() {
    Pair pair = world.live();
    time.pass(Duration.ofSeconds(100));
    world.restart(Duration.ofSeconds(10));
    pair.one().comeBackAndRevive();
    pair.one().hears(new ServerMessage.PeerAway(pair.id()));
    time.pass(Duration.ofSeconds(5));
    pair.two().comeBackAndRevive();
    for (Person person : List.of(pair.one(), pair.two())) {
      person.hearsRevived(pair, 1, LIMIT.minusSeconds(115));
      person.hasHeardNothing();
    }
    time.pass(LIMIT.minusSeconds(115).minusMillis(1));
    pair.one().hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    pair.one().hears(new ServerMessage.Asking(pair.id(), 20));
    pair.two().hears(new ServerMessage.Asking(pair.id(), 20));
    assertThat(world.ice.closed).containsExactly(pair.id() + ".1");
    pair.one().again(true);
    pair.two().again(true);
    assertThat(pair.one().hearsLater(ServerMessage.Live.class).round()).isEqualTo(2);
    assertThat(pair.two().hearsLater(ServerMessage.Live.class).round()).isEqualTo(2);
  }

  @Test
  void itDoesNotMatterWhoComesFirstAndStampsStayWhatTheyWere() {
    Pair pair = world.live();
    world.restart(Duration.ofSeconds(3));
    pair.two().comeBackAndRevive();
    pair.one().comeBackAndRevive();
    pair.two().hears(new ServerMessage.PeerAway(pair.id()));
    pair.two().hearsLater(ServerMessage.Revived.class);
    pair.one().hearsLater(ServerMessage.Revived.class);
    pair.one().signals("{}");
    pair.two()
        .hears(
            new ServerMessage.Signal(
                pair.id(), pair.stampOfOne(), new Payload("{}".getBytes(UTF_8), 0, 2)));
    pair.two().signals("{}");
    assertThat(pair.one().hearsLater(ServerMessage.Signal.class).from())
        .isEqualTo(pair.stampOfTwo());
  }

  @Test
  void goesOnAfterOneRestartAndAfterAnother() {
    Pair pair = revived(world.live());
    world.restart(Duration.ofSeconds(3));
    bothBack(pair);
    pair.one().hearsRevived(pair, 1, LIMIT.minusSeconds(6));
  }

  @Test
  void endsWhenOnlyOneComesBack() {
    Pair pair = world.live();
    world.restart(Duration.ofSeconds(3));
    pair.one().comeBackAndRevive();
    pair.one().hears(new ServerMessage.PeerAway(pair.id()));
    time.pass(GRACE.minusMillis(1));
    pair.one().hasHeardNothing();
    time.pass(Duration.ofMillis(1));
    pair.one().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LEFT));
    assertThat(world.ice.closed).containsExactly(pair.id() + ".1");
    pair.two().comeBackAndRevive();
    pair.two().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LEFT));
    pair.two().join();
    pair.two().hearsLater(ServerMessage.Waiting.class);
  }

  @Test
  void isOverForTheSecondWhenTheFirstHasGoneOn() {
    Pair pair = world.live();
    world.restart(Duration.ofSeconds(3));
    pair.one().comeBackAndRevive();
    pair.one().next();
    pair.one().hearsLater(ServerMessage.Ended.class);
    pair.one().hears(new ServerMessage.Waiting(0, false));
    pair.two().comeBackAndRevive();
    pair.two().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LEFT));
  }

  @Test
  void endsAtItsEndWhicheverOfTheTwoIsMissing() {
    Pair pair = world.live();
    time.pass(LIMIT.minusSeconds(5));
    world.restart(Duration.ofSeconds(20));
    pair.one().comeBackAndRevive();
    pair.one().hears(new ServerMessage.PeerAway(pair.id()));
    time.pass(Duration.ZERO);
    pair.one().hears(new ServerMessage.Asking(pair.id(), 20));
    time.pass(Duration.ofSeconds(8));
    pair.two().comeBackAndRevive();
    pair.two().hearsRevived(pair, 1, Duration.ZERO);
    pair.two().hears(new ServerMessage.Asking(pair.id(), 12));
    time.pass(Duration.ofSeconds(12));
    pair.two().hears(new ServerMessage.Ended(pair.id(), EndReason.UNANSWERED));
  }

  @Test
  void aTicketIsGoodOnceInARun() {
    Pair pair = world.live();
    world.restart(Duration.ofSeconds(3));
    String ticket = pair.one().ticket;
    pair.one().comeBackAndRevive();
    pair.one().drain();
    Person otherTab = world.person(pair.one().wallet);
    otherTab.revive(ticket);
    otherTab.isRefused();
    pair.one().leave();
    pair.one().drain();
    pair.one().revive(ticket);
    pair.one().isRefused();
    pair.two().comeBackAndRevive();
    pair.two().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LEFT));
  }

  @Test
  void aTicketOfThisRunIsOfNoUse() {
    Pair pair = world.live();
    pair.one().leave();
    pair.one().drain();
    pair.one().revive();
    pair.one().isRefused();
    pair = revived(world.live());
    world.encounters.lost(pair.one().participant);
    pair.one().comeBackAndRevive();
    pair.one().isRefused();
  }

  @Test
  void aTicketIsOfNoUseToAnotherWalletAndNotWhenItWasChanged() {
    Pair pair = world.live();
    world.restart(Duration.ofSeconds(3));
    Person thief = world.person();
    thief.revive(pair.one().ticket);
    thief.isRefused();
    pair.one().comeBack();
    pair.one().revive(pair.two().ticket);
    pair.one().isRefused();
    StringBuilder changed = new StringBuilder(pair.one().ticket);
    int middle = changed.length() / 2;
    changed.setCharAt(middle, changed.charAt(middle) == 'A' ? 'B' : 'A');
    pair.one().revive(changed.toString());
    pair.one().isRefused();
    pair.one().revive("a ticket");
    pair.one().isRefused();
    world.restartForgetful(Duration.ofSeconds(3));
    pair.one().comeBackAndRevive();
    pair.one().isRefused();
  }

  @Test
  void aTicketRunsOutWithItsRoundItsPausesAndTheGrace() {
    Pair pair = world.live();
    time.pass(LIMIT.minusSeconds(1));
    world.restart(Duration.ofSeconds(1).plus(PAUSE).plus(GRACE).minusMillis(1));
    pair.one().comeBackAndRevive();
    pair.one().hears(new ServerMessage.PeerAway(pair.id()));
    time.pass(Duration.ofMillis(1));
    pair.two().comeBackAndRevive();
    pair.two().isRefused();
  }

  @Test
  void whoMeetsSomebodyElseHasLeft() {
    Pair pair = world.live();
    world.restart(Duration.ofSeconds(3));
    pair.one().comeBackAndRevive();
    pair.one().hears(new ServerMessage.PeerAway(pair.id()));
    Person elsewhere = world.person(pair.two().wallet);
    elsewhere.join();
    pair.one().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LEFT));
    elsewhere.leave();
    pair.two().comeBackAndRevive();
    pair.two().isRefused();
  }

  @Test
  void whoHasGoneOnBeforeTheFirstComesBackHasLeft() {
    Pair pair = world.live();
    world.restart(Duration.ofSeconds(3));
    Person elsewhere = world.person(pair.two().wallet);
    elsewhere.join();
    pair.one().comeBackAndRevive();
    pair.one().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LEFT));
    pair.one().join();
    pair.one().hearsLater(ServerMessage.Waiting.class);
  }

  @Test
  void nobodyIsInTwo() {
    Pair pair = world.live();
    Person third = world.person();
    world.restart(Duration.ofSeconds(3));
    pair.one().comeBack();
    third.comeBack();
    pair.one().join();
    third.join();
    pair.one().hearsLater(ServerMessage.Matched.class);
    pair.one().revive();
    pair.one().isRefused();
    pair.two().comeBackAndRevive();
    pair.two().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LEFT));

    Pair other = world.live();
    world.restart(Duration.ofSeconds(3));
    other.one().comeBackAndRevive();
    other.one().drain();
    Person otherTab = world.person(other.one().wallet);
    otherTab.join();
    otherTab.hears(ServerMessage.Problem.of(ErrorCode.IN_ENCOUNTER_ELSEWHERE));
    other.one().join();
    other.one().hears(ServerMessage.Problem.of(ErrorCode.WRONG_STATE));
  }

  @Test
  void aReportAndABlockReachTheOther() {
    Pair pair = revived(world.live());
    pair.one().report();
    pair.one().hears(new ServerMessage.Ended(pair.id(), EndReason.REPORTED));
    pair.one().hears(new ServerMessage.Reported(pair.id(), "receipt 1"));
    pair.two().hears(new ServerMessage.Ended(pair.id(), EndReason.PEER_LEFT));
    assertThat(world.safety.reports.getFirst().reported()).isEqualTo(pair.two().wallet);
    assertThat(world.ice.closed).containsExactly(pair.id() + ".1");
    pair.two().block();
    pair.two().hears(new ServerMessage.Blocked(pair.id()));

    Pair alone = world.live();
    world.restart(Duration.ofSeconds(3));
    alone.one().comeBackAndRevive();
    alone.one().drain();
    alone.one().block();
    alone.one().hears(new ServerMessage.Ended(alone.id(), EndReason.BLOCKED));
    alone.one().hears(new ServerMessage.Blocked(alone.id()));
    alone.two().comeBackAndRevive();
    alone.two().hears(new ServerMessage.Ended(alone.id(), EndReason.PEER_LEFT));
  }

  @Test
  void twoWhoHadWantedEachOtherStillWaitForNobodyElseAfterwards() {
    Pair pair = revived(revived(world.liveAgreed()));
    pair.one().next();
    pair.bothHearEnd(EndReason.NEXT, EndReason.PEER_NEXT);
    pair.hasHeardNothing();
    assertThat(world.encounters.isIdle(pair.one().participant)).isTrue();
    assertThat(world.encounters.isIdle(pair.two().participant)).isTrue();
  }

  @Test
  void addressesStayHidden() {
    Pair pair = revived(world.liveHidden());
    pair.one()
        .signals("{\"candidate\":{\"candidate\":\"candidate:1 1 udp 9 10.1.2.3 4 typ host\"}}");
    pair.two().hasHeardNothing();
  }

  @Test
  void theTwoAreNotPairedAgainAtOnce() {
    Pair pair = revived(world.live());
    pair.one().leave();
    pair.drain();
    pair.one().join();
    pair.two().join();
    assertThat(pair.one().heard).noneMatch(ServerMessage.Matched.class::isInstance);
  }

  @Test
  void pausesCountAsBeforeTheRestart() {
    Pair pair = world.live();
    time.pass(Duration.ofSeconds(100));
    pair.one().stalled();
    time.pass(Duration.ofSeconds(40));
    pair.one().decoded();
    pair.drain();
    world.restart(Duration.ofSeconds(10));
    bothBack(pair);
    pair.one().hearsRevived(pair, 1, LIMIT.minusSeconds(110));
    pair.two().drain();
    pair.two().stalled();
    pair.two()
        .hears(new ServerMessage.Paused(pair.id(), LIMIT.minusSeconds(110).toMillis(), 20_000));
  }

  @Test
  void aServiceThatStopsInOrderLeavesRoundsToTheirTicketsAndEndsTheRest() {
    Pair pair = world.live();
    Pair connecting = world.match();
    world.encounters.stopMatching();
    for (Person person : List.of(pair.one(), pair.two(), connecting.one(), connecting.two())) {
      world.encounters.goingAway(person.participant);
      world.encounters.lost(person.participant);
    }
    pair.one().hasHeardNothing();
    pair.two().hasHeardNothing();
    connecting.one().hears(new ServerMessage.Ended(connecting.id(), EndReason.GOING_AWAY));
    assertThat(world.ice.closed).containsExactly(connecting.id() + ".1");
    world.restart(Duration.ofSeconds(3));
    bothBack(pair);
    pair.one().hearsRevived(pair, 1, LIMIT.minusSeconds(3));
  }

  @Test
  void aTicketPrintsNoWallet() {
    Pair pair = world.live();
    RevivalTicket ticket = world.open(pair.one().ticket);
    assertThat(ticket.wallet()).isEqualTo(pair.one().wallet);
    assertThat(ticket.toString())
        .doesNotContain(pair.one().wallet.value())
        .doesNotContain(pair.two().wallet.value());
    var anybody = new ClientMessage.Join(List.of(), List.of(), false);
    assertThat(new ClientMessage.Revive(pair.one().ticket, anybody).toString())
        .doesNotContain(pair.one().ticket);
  }

  private Pair revived(Pair pair) {
    world.restart(Duration.ofSeconds(3));
    bothBack(pair);
    pair.drain();
    return pair;
  }

  private static void bothBack(Pair pair) {
    pair.one().comeBackAndRevive();
    pair.one().drain();
    pair.two().comeBackAndRevive();
  }
}
