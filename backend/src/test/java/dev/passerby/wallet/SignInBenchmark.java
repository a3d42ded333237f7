package dev.passerby.wallet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.web3j.crypto.Sign;

/**
 * Sign-ins verified a second on one core: the message parsed and checked, hashed, the key recovered
 * and compared.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class SignInBenchmark {

  private static final Origin ORIGIN = Origin.of("https://passerby.example");

  /** Which implementation of key recovery. */
  public enum Library {
    LIBSECP256K1,
    PURE_JAVA
  }

  @Param public Library library = Library.LIBSECP256K1;

  private final Instant now = Instant.parse("2026-06-01T12:00:00Z");
  private final SignatureRecovery inC = new NativeRecovery();
  private final SignatureRecovery inJava = new PureJavaRecovery();
  private final String text =
      new Message(ORIGIN.value(), TestWallet.ADA.address(), "0123456789abcdef", now).text();
  private final byte[] message = text.getBytes(StandardCharsets.UTF_8);
  private final byte[] signature = TestWallet.ADA.signature(text);

  @Benchmark
  public boolean verify() {
    SignInMessage parsed = SignInMessageParser.parse(message);
    SignInRules.check(parsed, ORIGIN, FakeChain.ID, now);
    SignatureRecovery recovery = library == Library.LIBSECP256K1 ? inC : inJava;
    byte[] hash = Sign.getEthereumMessageHash(message);
    return EoaSignature.of(signature)
        .flatMap(eoa -> recovery.recover(hash, eoa))
        .filter(parsed.address()::equals)
        .isPresent();
  }
}
