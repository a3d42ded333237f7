package dev.passerby.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import dev.passerby.safety.BlockList;
import dev.passerby.store.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every lobby must do, wherever it keeps its people. */
abstract class LobbyContract {

  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Queue<Pairing> pairings = new ConcurrentLinkedQueue<>();
  private final AtomicInteger tickets = new AtomicInteger();
  private Lobby lobby = emptyLobby();

  /** A lobby in which nobody waits. */
  abstract Lobby emptyLobby();

  @BeforeEach
  void listen() {
    lobby = emptyLobby();
    lobby.onPaired(pairings::add);
  }

  @Test
  void pairsWhoSharesAnInterestAndALanguage() {
    Waiter one = both(1, List.of("jazz", "tea"), List.of("en", "pt"));
    Waiter other = both(2, List.of("tea"), List.of("pt"));
    join(one, other);
    awaitPair(one, other);
    awaitWaiting(0);
  }

  @Test
  void keepsApartWhoSharesOnlyOneOfTheTwo() {
    join(both(1, List.of("jazz"), List.of("en")), both(2, List.of("jazz"), List.of("pt")));
    join(both(3, List.of("tea"), List.of("en")));
    awaitWaiting(3);
    assertThat(pairings).isEmpty();
  }

  @Test
  void needsBothToBeOpenToEachOther() {
    Waiter open = waiter(1, List.of("tea"), List.of("en"), Openness.ANYONE, null);
    Waiter picky = both(2, List.of("jazz"), List.of("en"));
    join(open, picky);
    awaitWaiting(2);
    lobby.widen(picky.ticket(), Openness.EITHER);
    awaitPair(open, picky);
  }

  @Test
  void widensToAnInterestOrALanguageAndThenToAnyone() {
    Waiter jazz = both(1, List.of("jazz"), List.of("en"));
    Waiter tea = both(2, List.of("tea"), List.of("pt"));
    join(jazz, tea);
    lobby.widen(jazz.ticket(), Openness.EITHER);
    lobby.widen(tea.ticket(), Openness.EITHER);
    awaitWaiting(2);
    lobby.widen(jazz.ticket(), Openness.ANYONE);
    awaitWaiting(2);
    assertThat(pairings).isEmpty();
    lobby.widen(tea.ticket(), Openness.ANYONE);
    awaitPair(jazz, tea);
  }

  @Test
  void pairsWhoStatedNothingWithEachOther() {
    Waiter one = both(1, List.of(), List.of());
    Waiter other = both(2, List.of(), List.of());
    join(one, other);
    awaitPair(one, other);
  }

  @Test
  void asksNothingOfWhatWasNotStated() {
    Waiter one = both(1, List.of("jazz"), List.of());
    Waiter other = both(2, List.of("jazz"), List.of("en"));
    join(other, one);
    awaitWaiting(2);
    Waiter third = both(3, List.of("jazz"), List.of("en", "pt"));
    join(third);
    awaitPair(other, third);
  }

  @Test
  void prefersWhoSharesMoreThenWhoHasWaitedLonger() {
    Waiter first = waiter(1, List.of("tea"), List.of("en"), Openness.ANYONE, wallet(2));
    Waiter second = waiter(2, List.of("jazz"), List.of("pt"), Openness.ANYONE, wallet(3));
    Waiter third = waiter(3, List.of("jazz"), List.of("pt"), Openness.ANYONE, wallet(1));
    join(first, second, third);
    awaitWaiting(3);
    Waiter newcomer = waiter(4, List.of("jazz"), List.of("pt"), Openness.ANYONE, null);
    join(newcomer);
    awaitPair(second, newcomer);
  }

  @Test
  void givesThePlaceBackToWhoLeftAndCameBack() {
    Waiter first = waiter(1, List.of("jazz"), List.of(), Openness.ANYONE, wallet(2));
    Waiter second = later(waiter(2, List.of("jazz"), List.of(), Openness.ANYONE, wallet(1)));
    join(first, second);
    lobby.leave(first.ticket());
    join(first);
    Waiter newcomer = waiter(3, List.of("jazz"), List.of(), Openness.ANYONE, null);
    join(newcomer);
    awaitPair(first, newcomer);
  }

  @Test
  void letsWhoIsAtTheFrontGoFirst() {
    Waiter early = waiter(1, List.of("jazz"), List.of(), Openness.ANYONE, wallet(2));
    Waiter front =
        new Waiter(
            "front",
            wallet(2),
            List.of(),
            List.of(),
            Openness.ANYONE,
            true,
            START,
            wallet(1),
            blocks(2));
    join(early, front);
    Waiter newcomer = waiter(3, List.of("jazz"), List.of(), Openness.ANYONE, null);
    join(newcomer);
    awaitPair(front, newcomer);
  }

  @Test
  void neverPairsTheSameTwoTwiceInARow() {
    join(anyone(1, wallet(2)), anyone(2, null));
    awaitWaiting(2);
    join(anyone(3, wallet(4)));
    await().until(() -> pairings.size() == 1);
    awaitWaiting(1);
  }

  @Test
  void neverPairsWhoHasBlockedTheOtherWhicheverCameFirst() {
    Waiter hurt = blocking(1, 2);
    join(hurt, blocking(2));
    awaitWaiting(2);
    join(blocking(4), blocking(3, 4));
    await().until(() -> pairings.size() == 2); // each of the later two meets one of the first
    assertThat(pairings)
        .noneMatch(pairing -> pairing.first().blocks().separates(pairing.second().blocks()));
  }

  /** Sixty people who have all blocked each other stand in one place, and still nobody meets. */
  @Test
  void aCrowdThatHasBlockedEachOtherWaitsForSomebodyElse() {
    Integer[] crowd = IntStream.rangeClosed(1, 60).boxed().toArray(Integer[]::new);
    for (int person : crowd) {
      join(blocking(person, crowd));
    }
    awaitWaiting(60);
    assertThat(pairings).isEmpty();
    Waiter stranger = blocking(61);
    join(stranger);
    await().until(() -> pairings.size() == 1);
    assertThat(pairings.element().second()).isEqualTo(stranger);
    awaitWaiting(59);
  }

  @Test
  void neverPairsAWalletWithItself() {
    Waiter one = anyone(1, null);
    join(one, anyone(1, null));
    awaitWaiting(1);
    assertThat(pairings).isEmpty();
    Waiter other = anyone(2, null);
    join(other);
    awaitPair(one, other);
    awaitWaiting(0);
  }

  @Test
  void forgetsWhoLeaves() {
    Waiter gone = anyone(1, null);
    join(gone);
    lobby.leave(gone.ticket());
    lobby.leave(gone.ticket());
    lobby.widen(gone.ticket(), Openness.ANYONE);
    join(anyone(2, null));
    awaitWaiting(1);
    assertThat(pairings).isEmpty();
  }

  /** Whoever comes, leaves, widens and comes back at once: nobody is in two places. */
  @Test
  void pairsNobodyTwiceWhateverHappensAtOnce() throws InterruptedException {
    int threads = 4;
    int each = 2_000;
    var done = new CountDownLatch(threads);
    Set<String> joined = ConcurrentHashMap.newKeySet();
    for (int thread = 0; thread < threads; thread++) {
      var random = new SplittableRandom(thread);
      Thread.ofPlatform()
          .start(
              () -> {
                for (int i = 0; i < each; i++) {
                  Waiter waiter = randomWaiter(random);
                  joined.add(waiter.ticket());
                  lobby.join(waiter);
                  if (random.nextInt(3) == 0) {
                    lobby.widen(waiter.ticket(), Openness.EITHER);
                  }
                  if (random.nextInt(5) == 0) {
                    lobby.leave(waiter.ticket());
                  }
                }
                done.countDown();
              });
    }
    done.await();
    await().until(() -> lobby.waiting() + 2 * pairings.size() <= joined.size());
    Set<String> paired = new HashSet<>();
    assertThat(pairings).isNotEmpty();
    for (Pairing pairing : pairings) {
      assertThat(paired.add(pairing.first().ticket())).isTrue();
      assertThat(paired.add(pairing.second().ticket())).isTrue();
      assertThat(pairing.first().excludes(pairing.second())).isFalse();
    }
    assertThat(joined).containsAll(paired);
  }

  private Waiter randomWaiter(SplittableRandom random) {
    List<String> interests = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      interests.add("interest " + i + random.nextInt(5));
    }
    int wallet = random.nextInt(200);
    return new Waiter(
        "ticket " + tickets.incrementAndGet(),
        wallet(wallet),
        interests,
        random.nextBoolean() ? List.of("en") : List.of("pt"),
        random.nextBoolean() ? Openness.ANYONE : Openness.BOTH,
        false,
        START,
        wallet(random.nextInt(200)),
        blocks(wallet, random.nextInt(200), random.nextInt(200)));
  }

  private void join(Waiter... waiters) {
    for (Waiter waiter : waiters) {
      lobby.join(waiter);
    }
  }

  private void awaitPair(Waiter one, Waiter other) {
    await()
        .untilAsserted(
            () ->
                assertThat(pairings)
                    .singleElement()
                    .satisfies(
                        pairing ->
                            assertThat(Set.of(pairing.first().ticket(), pairing.second().ticket()))
                                .isEqualTo(Set.of(one.ticket(), other.ticket()))));
  }

  private void awaitWaiting(int expected) {
    await().untilAsserted(() -> assertThat(lobby.waiting()).isEqualTo(expected));
  }

  private Waiter both(int wallet, List<String> interests, List<String> languages) {
    return waiter(wallet, interests, languages, Openness.BOTH, null);
  }

  private static Waiter later(Waiter waiter) {
    return new Waiter(
        waiter.ticket(),
        waiter.wallet(),
        waiter.interests(),
        waiter.languages(),
        waiter.openness(),
        waiter.front(),
        waiter.since().plusSeconds(1),
        waiter.lastPartner(),
        waiter.blocks());
  }

  private Waiter anyone(int wallet, @Nullable Address lastPartner) {
    return waiter(wallet, List.of(), List.of(), Openness.ANYONE, lastPartner);
  }

  private Waiter waiter(
      int wallet,
      List<String> interests,
      List<String> languages,
      Openness openness,
      @Nullable Address lastPartner) {
    return new Waiter(
        "ticket " + tickets.incrementAndGet(),
        wallet(wallet),
        interests,
        languages,
        openness,
        false,
        START,
        lastPartner,
        blocks(wallet));
  }

  private static BlockList blocks(int wallet, Integer... blocked) {
    return new BlockList(
        name(wallet), Stream.of(blocked).map(LobbyContract::name).collect(Collectors.toSet()));
  }

  private static Pseudonym name(int wallet) {
    return new Pseudonym("wallet " + wallet);
  }

  /** Open to anyone but those. */
  private Waiter blocking(int wallet, Integer... blocked) {
    return new Waiter(
        "ticket " + tickets.incrementAndGet(),
        wallet(wallet),
        List.of(),
        List.of(),
        Openness.ANYONE,
        false,
        START,
        null,
        blocks(wallet, blocked));
  }

  private static Address wallet(int number) {
    return new Address("0x%040x".formatted(number));
  }
}
