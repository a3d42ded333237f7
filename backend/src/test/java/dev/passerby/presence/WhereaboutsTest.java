package dev.passerby.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.presence.Whereabouts.News;
import dev.passerby.protocol.RendezvousId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

  private static final RendezvousId ADA = new RendezvousId(1, 0xADA);
  private static final RendezvousId BOB = new RendezvousId(1, 0xB0B);
  private static final List<RendezvousId> NONE = List.of();

  private final Set<Address> parted = new HashSet<>();
  private final Whereabouts whereabouts =
      new Whereabouts(100, 100, (one, other) -> parted.contains(one) && parted.contains(other));
  private final Page ada = page("ada", 1);
  private final Page bob = page("bob", 2);

  @Test
  void whoComesIsToldWhoIsThereAndThoseWhoLookAreToldToo() {
    assertThat(state(ada, List.of(ADA), List.of(BOB))).isEmpty();

    assertThat(state(bob, List.of(BOB), List.of(ADA)))
        .containsExactlyInAnyOrder(online(ada, BOB), online(bob, ADA));
    assertThat(whereabouts.forget(bob)).containsExactly(new News(ada, List.of(BOB), false));
    assertThat(whereabouts.at(BOB)).isEmpty();
  }

  @Test
  void whoLetsNobodyFindThemMayLookAllTheSame() {
    state(ada, List.of(ADA), List.of(BOB));
    assertThat(state(bob, NONE, List.of(ADA))).containsExactly(online(bob, ADA));
  }

  @Test
  void nobodyIsToldOfSomebodyTheyDoNotLookFor() {
    state(ada, List.of(ADA), NONE);
    assertThat(state(bob, List.of(BOB), NONE)).isEmpty();
    assertThat(whereabouts.forget(bob)).isEmpty();
  }

  @Test
  void sayingTheSameAgainIsNoNews() {
    state(ada, List.of(ADA), List.of(BOB));
    state(bob, List.of(BOB), List.of(ADA));
    assertThat(state(bob, List.of(BOB), List.of(ADA))).isEmpty();
  }

  @Test
  void whoTakesOneContactAwayIsGoneForThatOneAlone() {
    RendezvousId forClara = new RendezvousId(1, 0xC1);
    Page clara = page("clara", 3);
    state(ada, NONE, List.of(BOB));
    state(clara, NONE, List.of(forClara));
    state(bob, List.of(BOB, forClara), List.of(ADA));

    assertThat(state(bob, List.of(forClara), NONE))
        .containsExactly(new News(ada, List.of(BOB), false));
    assertThat(whereabouts.at(forClara)).containsExactly(bob);
  }

  @Test
  void onSeveralPagesSomebodyIsThereFromTheFirstToTheLast() {
    Page second = page("bob's second", 2);
    state(ada, NONE, List.of(BOB));
    assertThat(state(bob, List.of(BOB), NONE)).containsExactly(online(ada, BOB));
    assertThat(state(second, List.of(BOB), NONE)).isEmpty();
    assertThat(whereabouts.at(BOB)).containsExactlyInAnyOrder(bob, second);
    assertThat(whereabouts.forget(bob)).isEmpty();
    assertThat(whereabouts.forget(second)).containsExactly(new News(ada, List.of(BOB), false));
  }

  @Test
  void anIdIsNobodyElsesAsLongAsItIsSomebodys() {
    state(bob, List.of(BOB), NONE);
    state(ada, List.of(BOB), NONE);
    assertThat(whereabouts.at(BOB)).containsExactly(bob);
    assertThat(whereabouts.forget(ada)).isEmpty();
    assertThat(whereabouts.at(BOB)).containsExactly(bob);
  }

  @Test
  void thereIsRoomForSoManyAndWhoFindsNoneKeepsWhatTheyHad() {
    state(ada, List.of(ADA), List.of(BOB));
    List<RendezvousId> many =
        LongStream.range(0, 99).mapToObj(id -> new RendezvousId(7, id)).toList();
    assertThat(whereabouts.state(bob, many, NONE)).isEmpty();
    assertThat(whereabouts.state(ada, many.subList(0, 50), many.subList(0, 51))).isEmpty();
    assertThat(whereabouts.at(ADA)).containsExactly(ada);
    assertThat(whereabouts.size()).isEqualTo(2);

    assertThat(whereabouts.state(ada, many, NONE)).isPresent();
    whereabouts.forget(ada);
    assertThat(whereabouts.size()).isZero();
  }

  @Test
  void aWalletMayStateSoManyDifferentIdsOnAllItsPages() {
    var rooms = new Whereabouts(100, 20, (one, other) -> false);
    List<RendezvousId> many =
        LongStream.range(0, 21).mapToObj(id -> new RendezvousId(7, id)).toList();
    Page second = page("bob's second", 2);
    assertThat(rooms.state(bob, many, NONE)).isEmpty();
    assertThat(rooms.state(bob, many.subList(0, 8), many.subList(0, 8))).isPresent();
    assertThat(rooms.state(second, many.subList(0, 8), many.subList(0, 8))).isPresent();
    assertThat(rooms.size()).isEqualTo(16);
    assertThat(rooms.state(second, many.subList(4, 13), NONE)).isEmpty();
    assertThat(rooms.state(second, many.subList(4, 12), NONE)).isPresent();
    assertThat(rooms.size()).isEqualTo(20);
    assertThat(rooms.state(ada, NONE, many.subList(0, 20))).isPresent();

    rooms.forget(bob);
    assertThat(rooms.size()).isEqualTo(28);
    rooms.forget(second);
    rooms.forget(ada);
    assertThat(rooms.size()).isZero();
  }

  @Test
  void whatIsTakenBackIsGoneAndNothingElseChanges() {
    RendezvousId forClara = new RendezvousId(1, 0xC1);
    state(ada, List.of(ADA), List.of(BOB));
    state(bob, List.of(BOB, forClara), List.of(ADA));
    assertThat(whereabouts.narrow(bob, List.of(forClara), List.of(ADA, BOB)))
        .containsExactly(new News(ada, List.of(BOB), false));
    assertThat(whereabouts.at(forClara)).containsExactly(bob);
    assertThat(state(ada, List.of(ADA), NONE)).isEmpty();
    assertThat(whereabouts.size()).isEqualTo(3);
  }

  @Test
  void ofTwoWhoHaveBeenPartedEachIsToldThatTheOtherHasGoneAndNothingAfterThat() {
    Page clara = page("clara", 3);
    RendezvousId forClara = new RendezvousId(1, 0xC1);
    state(ada, List.of(ADA), List.of(BOB));
    state(bob, List.of(BOB, forClara), List.of(ADA));
    state(clara, NONE, List.of(forClara));

    parted.addAll(List.of(ada.wallet(), bob.wallet()));
    assertThat(whereabouts.part(ada.wallet(), bob.wallet()))
        .containsExactlyInAnyOrder(
            new News(bob, List.of(ADA), false), new News(ada, List.of(BOB), false));

    assertThat(whereabouts.forget(ada)).isEmpty();
    assertThat(state(ada, List.of(ADA), List.of(BOB))).isEmpty();
    assertThat(whereabouts.forget(bob)).containsExactly(new News(clara, List.of(forClara), false));
    assertThat(state(bob, List.of(BOB, forClara), List.of(ADA)))
        .containsExactly(online(clara, forClara));
  }

  @Test
  void onlyAFewMayLookForOneId() {
    for (int looking = 0; looking < 20; looking++) {
      state(page("looking " + looking, looking), NONE, List.of(BOB));
    }
    assertThat(state(bob, List.of(BOB), NONE)).hasSize(16);
  }

  private List<News> state(Page page, List<RendezvousId> findable, List<RendezvousId> looking) {
    return whereabouts.state(page, findable, looking).orElseThrow();
  }

  private static News online(Page to, RendezvousId id) {
    return new News(to, List.of(id), true);
  }

  static Page page(String line, int wallet) {
    return new Page(line, new Address("0x%040x".formatted(wallet)));
  }
}
