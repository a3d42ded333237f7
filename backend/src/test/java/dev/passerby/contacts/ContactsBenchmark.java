package dev.passerby.contacts;

import dev.passerby.chain.Address;
import dev.passerby.chain.DataFolder;
import dev.passerby.contacts.Precondition.Absent;
import dev.passerby.contacts.Precondition.Version;
import dev.passerby.store.OpenStore;
import dev.passerby.store.Pseudonym;
import dev.passerby.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a contact costs on its way to the disk and back, in a full list: H2's file, PostgreSQL. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ContactsBenchmark {

  private static final int ENTRIES = 500;
  private static final String ID = "%021dA";

  @Param public TestDatabase kind = TestDatabase.H2;

  private static final Sealed SEALED = Sealed.of("s".repeat(683)).orElseThrow();
  private static final Sealed OTHER = Sealed.of("o".repeat(683)).orElseThrow();

  private OpenStore open = TestDatabase.H2.open();
  private ContactBook book = new ContactBook(open.store(), ENTRIES, Clock.systemUTC());
  private Pseudonym owner = new Pseudonym("nobody");
  private long version;
  private boolean even;

  @Setup
  public void fill() throws IOException {
    open.close();
    open =
        kind == TestDatabase.H2
            ? OpenStore.forService(
                TestDatabase.properties(null),
                new DataFolder(Files.createTempDirectory("contacts"), true),
                TestDatabase.CHAIN)
            : kind.open();
    book = new ContactBook(open.store(), ENTRIES, Clock.systemUTC());
    owner = open.pseudonyms().of(new Address("0x" + "ad".repeat(20)), "contacts");
    for (int entry = 0; entry < ENTRIES; entry++) {
      version = write(ID.formatted(entry), new Absent(), SEALED);
    }
  }

  @TearDown
  public void close() {
    open.close();
  }

  /** One entry over the version before it, until it is there for good. */
  @Benchmark
  public long replace() {
    even = !even;
    version = write(ID.formatted(ENTRIES - 1), new Version(version), even ? OTHER : SEALED);
    return version;
  }

  /** The whole list. */
  @Benchmark
  public int read() {
    return book.all(owner).blockOptional().orElseThrow().contacts().size();
  }

  private long write(String id, Precondition known, Sealed sealed) {
    Writing outcome = book.put(owner, id, known, sealed).blockOptional().orElseThrow();
    if (outcome instanceof Writing.Kept(Contact contact, _)) {
      return contact.version();
    }
    throw new IllegalStateException("not kept: " + outcome);
  }
}
