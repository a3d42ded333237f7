package dev.passerby.contacts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.passerby.chain.Address;
import dev.passerby.chain.AdjustableClock;
import dev.passerby.contacts.Precondition.Absent;
import dev.passerby.contacts.Precondition.Version;
import dev.passerby.store.OpenStore;
import dev.passerby.store.Pseudonym;
import dev.passerby.store.StoreUnavailable;
import dev.passerby.store.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept of people, on both kinds of database. */
class ContactBookTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Address ADA = new Address("0x" + "ad".repeat(20));
  private static final Address BRUNO = new Address("0x" + "b0".repeat(20));
  private static final String CLARA = "Y2xhcmEtY2xhcmEtY2xhcg";
  private static final String DARA = "ZGFyYS1kYXJhLWRhcmEtZA";

  private final AdjustableClock clock = new AdjustableClock();

  @ParameterizedTest
  @EnumSource
  void keepsWhatIsWrittenWithItsVersionAndTheDay(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      ContactBook book = book(open);
      Pseudonym ada = name(open, ADA);

      Contact first = kept(book.put(ada, CLARA, new Absent(), sealed('a')));
      Contact second = kept(book.put(ada, DARA, new Absent(), large('b')));
      assertThat(first)
          .isEqualTo(new Contact(CLARA, first.version(), sealed('a'), today()))
          .isNotEqualTo(second);
      clock.putForward(Duration.ofDays(1));
      Contact changed = kept(book.put(ada, CLARA, new Version(first.version()), large('c')));
      assertThat(changed.version()).isGreaterThan(second.version());
      assertThat(changed.changedOn()).isEqualTo(today());

      ContactBook.Listing all = await(book(open).all(ada));
      assertThat(all.contacts()).containsExactly(second, changed);
      assertThat(all.revision()).isEqualTo(changed.version());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherWalletSeesAndChangesNothing(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      ContactBook book = book(open);
      Pseudonym ada = name(open, ADA);
      Pseudonym bruno = name(open, BRUNO);
      Contact adas = kept(book.put(ada, CLARA, new Absent(), sealed('a')));

      assertThat(await(book.all(bruno))).isEqualTo(new ContactBook.Listing(0, List.of()));
      assertThat(await(book.put(bruno, CLARA, new Version(adas.version()), sealed('x'))))
          .isEqualTo(new Writing.Mismatch());
      assertThat(await(book.remove(bruno, CLARA, Optional.empty()))).isEqualTo(Removal.GONE);
      kept(book.put(bruno, CLARA, new Absent(), sealed('b')));

      assertThat(await(book.all(ada)).contacts()).containsExactly(adas);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWalletIsNamedAsNowhereElseInTheDatabase(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      kept(book(open).put(name(open, ADA), CLARA, new Absent(), sealed('a')));

      assertThat(name(open, ADA)).isNotEqualTo(open.pseudonyms().of(ADA));
      assertThat(owners(open)).containsExactly(name(open, ADA).value());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoKnowsAnotherVersionOrNoneWritesNothing(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      ContactBook book = book(open);
      Pseudonym ada = name(open, ADA);
      Contact first = kept(book.put(ada, CLARA, new Absent(), sealed('a')));
      Contact second = kept(book.put(ada, CLARA, new Version(first.version()), sealed('b')));

      for (Precondition wrong :
          List.of(new Absent(), new Version(first.version()), new Version(99))) {
        assertThat(await(book.put(ada, CLARA, wrong, sealed('c'))))
            .isEqualTo(new Writing.Mismatch());
        assertThat(await(book.remove(ada, CLARA, Optional.of(wrong)))).isEqualTo(Removal.MISMATCH);
      }
      assertThat(await(book.put(ada, DARA, new Version(second.version()), sealed('c'))))
          .isEqualTo(new Writing.Mismatch());
      assertThat(await(book.all(ada)).contacts()).containsExactly(second);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoAsksAgainSinceTheAnswerWasLostIsAnsweredAsTheFirstTime(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      ContactBook book = book(open);
      Pseudonym ada = name(open, ADA);
      Contact first = kept(book.put(ada, CLARA, new Absent(), sealed('a')));
      assertThat(await(book.put(ada, CLARA, new Absent(), sealed('a'))))
          .isEqualTo(new Writing.Kept(first, true));
      Contact second = kept(book.put(ada, CLARA, new Version(first.version()), sealed('b')));
      assertThat(await(book.put(ada, CLARA, new Version(first.version()), sealed('b'))))
          .isEqualTo(new Writing.Kept(second, false));

      for (int time = 0; time < 2; time++) {
        assertThat(await(book.remove(ada, CLARA, Optional.of(new Version(second.version())))))
            .isEqualTo(Removal.GONE);
      }
      assertThat(await(book.all(ada)).contacts()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofWritersWhoRaceExactlyOneWins(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      ContactBook book = book(open);
      Pseudonym ada = name(open, ADA);

      Contact first = onlyWinner(race(book, ada, new Absent(), "abcdefghij"));
      Contact second = onlyWinner(race(book, ada, new Version(first.version()), "klmnopqrst"));

      assertThat(await(book.all(ada)).contacts()).containsExactly(second);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRemovedEntryWrittenAnewIsNotTakenForTheOldOne(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      ContactBook book = book(open);
      Pseudonym ada = name(open, ADA);
      Contact old = kept(book.put(ada, CLARA, new Absent(), sealed('a')));
      await(book.remove(ada, CLARA, Optional.empty()));
      kept(book.put(ada, CLARA, new Absent(), sealed('b')));

      assertThat(await(book.put(ada, CLARA, new Version(old.version()), sealed('c'))))
          .isEqualTo(new Writing.Mismatch());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListHasAnEndThoughManyWriteAtOnce(TestDatabase kind) {
    try (OpenStore open = kind.open()) {
      ContactBook book = new ContactBook(open.store(), 5, clock);
      Pseudonym ada = name(open, ADA);
      List<Writing> all =
          await(
              Flux.range(0, 12)
                  .flatMap(number -> book.put(ada, id(number), new Absent(), sealed('a')), 12)
                  .collectList());

      assertThat(all).filteredOn(Writing.Kept.class::isInstance).hasSize(5);
      assertThat(all).filteredOn(new Writing.Full()::equals).hasSize(7);
      Contact one = await(book.all(ada)).contacts().getFirst();
      kept(book.put(ada, one.id(), new Version(one.version()), sealed('b')));
      await(book.remove(ada, one.id(), Optional.empty()));
      kept(book.put(ada, CLARA, new Absent(), sealed('c')));
      assertThat(await(book.all(ada)).contacts()).hasSize(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysThatNothingIsKeptWhenTheDatabaseIsGone(TestDatabase kind) {
    OpenStore open = kind.open();
    ContactBook book = book(open);
    Pseudonym ada = name(open, ADA);
    open.close();

    for (Mono<?> answer :
        List.of(
            book.all(ada),
            book.put(ada, CLARA, new Absent(), sealed('a')),
            book.remove(ada, CLARA, Optional.empty()))) {
      assertThatThrownBy(() -> answer.block(PATIENCE)).isInstanceOf(StoreUnavailable.class);
    }
  }

  private ContactBook book(OpenStore open) {
    return new ContactBook(open.store(), 500, clock);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static List<Writing> race(
      ContactBook book, Pseudonym owner, Precondition known, String writers) {
    return await(
        Flux.fromStream(writers.chars().mapToObj(writer -> (char) writer))
            .flatMap(writer -> book.put(owner, CLARA, known, sealed(writer)), writers.length())
            .collectList());
  }

  private static Contact onlyWinner(List<Writing> race) {
    List<Contact> kept =
        race.stream()
            .flatMap(
                one ->
                    one instanceof Writing.Kept(Contact contact, _)
                        ? Stream.of(contact)
                        : Stream.empty())
            .toList();
    assertThat(race).filteredOn(new Writing.Mismatch()::equals).hasSize(race.size() - 1);
    assertThat(kept).hasSize(1);
    return kept.getFirst();
  }

  private static Pseudonym name(OpenStore open, Address wallet) {
    return open.pseudonyms().of(wallet, "contacts");
  }

  private static List<String> owners(OpenStore open) {
    return await(
        open.store()
            .work(
                client ->
                    client
                        .sql("SELECT owner FROM contact UNION SELECT owner FROM contact_list")
                        .map(row -> requireNonNull(row.get(0, String.class)))
                        .all()
                        .collectList()));
  }

  private static String id(int number) {
    return "%021dA".formatted(number);
  }

  private static Sealed sealed(char with) {
    return Sealed.of(String.valueOf(with).repeat(683)).orElseThrow();
  }

  private static Sealed large(char with) {
    return Sealed.of(String.valueOf(with).repeat(1366)).orElseThrow();
  }

  private static Contact kept(Mono<Writing> writing) {
    Writing outcome = await(writing);
    assertThat(outcome).isInstanceOf(Writing.Kept.class);
    return ((Writing.Kept) outcome).contact();
  }

  private static <T> T await(Mono<T> answer) {
    return requireNonNull(answer.block(PATIENCE));
  }
}
