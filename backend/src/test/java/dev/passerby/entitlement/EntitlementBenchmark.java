package dev.passerby.entitlement;

import dev.passerby.chain.Address;
import dev.passerby.chain.TestChain;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Flux;

/** What asking about a wallet costs over a real chain that runs beside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EntitlementBenchmark {

  private static final int BURST = 1_000;
  private static final Address ADA = TestChain.address(TestChain.account(1));

  @Param({"0", "3"})
  public int confirmations;

  private final RunningEntitlements service = new RunningEntitlements();
  private int unknown;

  @Setup
  public void start() throws Exception {
    service.start(confirmations);
    hot();
  }

  @TearDown
  public void stop() {
    service.close();
  }

  /** A wallet that is known. */
  @Benchmark
  public EntitlementResult hot() {
    return service.of(ADA).blockOptional().orElseThrow();
  }

  /** Wallets that nobody has asked about, one after the other. */
  @Benchmark
  public EntitlementResult cold() {
    return service.of(next()).blockOptional().orElseThrow();
  }

  /** A thousand of them at once. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public List<EntitlementResult> burst() {
    return Flux.range(0, BURST)
        .flatMap(_ -> service.of(next()), BURST)
        .collectList()
        .blockOptional()
        .orElseThrow();
  }

  private Address next() {
    return new Address("0x%040x".formatted(++unknown));
  }
}
