package dev.passerby.contacts;

import dev.passerby.contacts.Precondition.Absent;
import dev.passerby.contacts.Precondition.Version;
import dev.passerby.store.Pseudonym;
import dev.passerby.store.Store;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Everybody's contacts in the service's database. What is answered is there for good: it outlives a
 * killed process. All of it fails with {@link dev.passerby.store.StoreUnavailable} when the
 * database does not answer.
 */
final class ContactBook {

  private static final String SELECT = "SELECT id, version, sealed, changed_on FROM contact";

  private final Store store;
  private final int most;
  private final Clock clock;

  /**
   * Empty but for what the database holds.
   *
   * @param most how many one wallet may have
   */
  ContactBook(Store store, int most, Clock clock) {
    this.store = store;
    this.most = most;
    this.clock = clock;
  }

  /**
   * Somebody's contacts at a time.
   *
   * @param revision grows with every change of the list
   */
  record Listing(long revision, List<Contact> contacts) {}

  /** How many one wallet may have. */
  int most() {
    return most;
  }

  /** All of somebody's contacts. */
  Mono<Listing> all(Pseudonym owner) {
    // The revision first: what is written in between makes the list newer than it says, not older.
    return store.work(
        client ->
            revision(client, owner, "")
                .defaultIfEmpty(0L)
                .flatMap(
                    revision -> entries(client, owner).map(all -> new Listing(revision, all))));
  }

  /**
   * Writes an entry over the one that the writer knows. Somebody who asks again, since the answer
   * was lost, is answered as the first time.
   */
  Mono<Writing> put(Pseudonym owner, String id, Precondition known, Sealed sealed) {
    return store.together(
        client ->
            locked(client, owner)
                .flatMap(
                    revision ->
                        entry(client, owner, id)
                            .singleOptional()
                            .flatMap(
                                now ->
                                    decide(
                                        client, owner, known, now, next(revision, id, sealed)))));
  }

  /**
   * Removes an entry; one that is not there is no error.
   *
   * @param known what is removed whatever it is, if empty
   */
  Mono<Removal> remove(Pseudonym owner, String id, Optional<Precondition> known) {
    return store.together(
        client ->
            revision(client, owner, " FOR UPDATE")
                .flatMap(
                    revision ->
                        entry(client, owner, id)
                            .flatMap(now -> remove(client, owner, known, now, revision + 1)))
                .defaultIfEmpty(Removal.GONE));
  }

  private Contact next(long revision, String id, Sealed sealed) {
    return new Contact(
        id, revision + 1, sealed, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private Mono<Writing> decide(
      DatabaseClient client,
      Pseudonym owner,
      Precondition known,
      Optional<Contact> now,
      Contact next) {
    if (!holds(known, now)) {
      return Mono.just(
          now.filter(kept -> kept.sealed().equals(next.sealed()))
              .<Writing>map(kept -> new Writing.Kept(kept, known instanceof Absent))
              .orElseGet(Writing.Mismatch::new));
    }
    if (now.isPresent()) {
      return write(client, owner, next, UPDATE).thenReturn(new Writing.Kept(next, false));
    }
    return count(client, owner)
        .flatMap(
            count ->
                count < most
                    ? write(client, owner, next, INSERT).thenReturn(new Writing.Kept(next, true))
                    : Mono.just(new Writing.Full()));
  }

  private static Mono<Removal> remove(
      DatabaseClient client,
      Pseudonym owner,
      Optional<Precondition> known,
      Contact now,
      long revision) {
    if (known.isPresent() && !holds(known.get(), Optional.of(now))) {
      return Mono.just(Removal.MISMATCH);
    }
    return client
        .sql("DELETE FROM contact WHERE owner = :owner AND id = :id")
        .bind("owner", owner.value())
        .bind("id", now.id())
        .fetch()
        .rowsUpdated()
        .then(revise(client, owner, revision))
        .thenReturn(Removal.GONE);
  }

  private static boolean holds(Precondition known, Optional<Contact> now) {
    return switch (known) {
      case Absent() -> now.isEmpty();
      case Version(long version) -> now.filter(entry -> entry.version() == version).isPresent();
    };
  }

  private static final String INSERT =
      "INSERT INTO contact (owner, id, version, sealed, changed_on)"
          + " VALUES (:owner, :id, :version, :sealed, :day)";

  private static final String UPDATE =
      "UPDATE contact SET version = :version, sealed = :sealed, changed_on = :day"
          + " WHERE owner = :owner AND id = :id";

  private static Mono<Long> write(
      DatabaseClient client, Pseudonym owner, Contact contact, String sql) {
    return client
        .sql(sql)
        .bind("owner", owner.value())
        .bind("id", contact.id())
        .bind("version", contact.version())
        .bind("sealed", contact.sealed().text())
        .bind("day", contact.changedOn())
        .fetch()
        .rowsUpdated()
        .then(revise(client, owner, contact.version()));
  }

  private static Mono<Long> revise(DatabaseClient client, Pseudonym owner, long revision) {
    return client
        .sql("UPDATE contact_list SET revision = :revision WHERE owner = :owner")
        .bind("revision", revision)
        .bind("owner", owner.value())
        .fetch()
        .rowsUpdated();
  }

  /**
   * The list's revision, of a list that is begun if need be, and that is now this writer's alone.
   */
  private static Mono<Long> locked(DatabaseClient client, Pseudonym owner) {
    return client
        .sql("INSERT INTO contact_list (owner, revision) VALUES (:owner, 0) ON CONFLICT DO NOTHING")
        .bind("owner", owner.value())
        .fetch()
        .rowsUpdated()
        .then(revision(client, owner, " FOR UPDATE"));
  }

  private static Mono<Long> revision(DatabaseClient client, Pseudonym owner, String lock) {
    return client
        .sql("SELECT revision FROM contact_list WHERE owner = :owner" + lock)
        .bind("owner", owner.value())
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one();
  }

  private static Mono<Contact> entry(DatabaseClient client, Pseudonym owner, String id) {
    return client
        .sql(SELECT + " WHERE owner = :owner AND id = :id")
        .bind("owner", owner.value())
        .bind("id", id)
        .map(ContactBook::contact)
        .one();
  }

  private static Mono<List<Contact>> entries(DatabaseClient client, Pseudonym owner) {
    return client
        .sql(SELECT + " WHERE owner = :owner ORDER BY version")
        .bind("owner", owner.value())
        .map(ContactBook::contact)
        .all()
        .collectList();
  }

  private static Mono<Long> count(DatabaseClient client, Pseudonym owner) {
    return client
        .sql("SELECT count(*) FROM contact WHERE owner = :owner")
        .bind("owner", owner.value())
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one();
  }

  private static Contact contact(Readable row) {
    return new Contact(
        Objects.requireNonNull(row.get("id", String.class)),
        Objects.requireNonNull(row.get("version", Long.class)),
        new Sealed(Objects.requireNonNull(row.get("sealed", String.class))),
        Objects.requireNonNull(row.get("changed_on", LocalDate.class)));
  }
}
