package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.safety.BlockList;
import dev.passerby.store.Pseudonym;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.Warmup;

/** What coming, meeting and going cost while a million wait. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class LobbyBenchmark {

  /** What the people who wait have in common. */
  public enum Crowd {
    /** Everybody speaks English and has three interests that nobody shares. */
    ALL_DIFFERENT,
    /** Everybody likes jazz, in a language of their own. */
    ONE_INTEREST
  }

  @Param({"1000", "1000000"})
  public int waiting = 1_000;

  @Param public Crowd crowd = Crowd.ALL_DIFFERENT;

  private final SplittableRandom random = new SplittableRandom(1);
  private final InProcessLobby lobby = new InProcessLobby();
  private @Nullable Pairing latest;
  private int arrivals;

  @Setup
  public void fill() {
    lobby.onPaired(pairing -> latest = pairing);
    for (int person = 0; person < waiting; person++) {
      lobby.join(waiter(person, person));
    }
    if (lobby.waiting() != waiting) {
      throw new IllegalStateException("some have met already");
    }
  }

  /** Somebody comes for whom there is nobody, and goes. */
  @Benchmark
  public int comesAndGoes() {
    Waiter stranger = waiter(waiting, waiting);
    lobby.join(stranger);
    lobby.leave(stranger.ticket());
    return lobby.waiting();
  }

  /** Somebody comes and meets one of those who wait, who then waits again. */
  @Benchmark
  public @Nullable Pairing meets() {
    int partner = random.nextInt(waiting);
    lobby.join(waiter(waiting, partner));
    Pairing pairing = latest;
    if (pairing == null || !pairing.first().wallet().equals(wallet(partner))) {
      throw new IllegalStateException("met nobody, or the wrong one");
    }
    lobby.join(waiter(partner, partner));
    return pairing;
  }

  private Waiter waiter(int person, int taste) {
    return new Waiter(
        "ticket " + arrivals++,
        wallet(person),
        interests(taste),
        List.of(crowd == Crowd.ALL_DIFFERENT ? "en" : "language " + taste),
        Openness.BOTH,
        false,
        null,
        new BlockList(new Pseudonym(String.valueOf(person)), Set.of()));
  }

  private List<String> interests(int taste) {
    return crowd == Crowd.ALL_DIFFERENT
        ? List.of("first " + taste, "second " + taste, "third " + taste)
        : List.of("jazz");
  }

  private Address wallet(int person) {
    return new Address("0x%040x".formatted(person));
  }
}
