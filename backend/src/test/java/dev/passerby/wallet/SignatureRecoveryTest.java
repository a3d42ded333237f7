package dev.passerby.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;

/** The two ways to recover a key are one: where either says yes, the other does. */
class SignatureRecoveryTest {

  private final SignatureRecovery inC = new NativeRecovery();
  private final SignatureRecovery inJava = new PureJavaRecovery();
  private final Random random = new Random(4361);

  @Test
  void recoverTheSigner() {
    for (int i = 0; i < 100; i++) {
      TestWallet wallet = new TestWallet(ECKeyPair.create(randomBytes()));
      String message = "message " + i;
      byte[] hash = Sign.getEthereumMessageHash(message.getBytes(StandardCharsets.UTF_8));
      EoaSignature signature = EoaSignature.of(wallet.signature(message)).orElseThrow();

      assertThat(inC.recover(hash, signature)).contains(wallet.address());
      assertThat(inJava.recover(hash, signature)).contains(wallet.address());
    }
  }

  @Test
  void agreeOnWhatNobodySigned() {
    int recovered = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bytes = new byte[65];
      random.nextBytes(bytes);
      bytes[32] &= 0x7f;
      bytes[64] = (byte) (27 + i % 2);
      Optional<EoaSignature> signature = EoaSignature.of(bytes);
      if (signature.isPresent()) {
        byte[] hash = randomBytes();
        var expected = inC.recover(hash, signature.get());
        assertThat(inJava.recover(hash, signature.get())).isEqualTo(expected);
        recovered += expected.isPresent() ? 1 : 0;
      }
    }
    // About half of all numbers are the x coordinate of a point.
    assertThat(recovered).isBetween(100, 300);
  }

  @Test
  void useTheNativeLibraryWhereItLoads() {
    assertThat(SignatureRecovery.fastest()).isInstanceOf(NativeRecovery.class);
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }
}
