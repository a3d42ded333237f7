package dev.passerby.wallet;

import dev.passerby.chain.Address;
import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import java.util.Optional;

/** {@link SignatureRecovery} by Bitcoin Core's libsecp256k1 through JNI. */
final class NativeRecovery implements SignatureRecovery {

  private final Secp256k1 library;

  /**
   * @throws LinkageError or IllegalStateException when there is no library for this machine
   */
  NativeRecovery() {
    library = Secp256k1.get();
  }

  @Override
  public Optional<Address> recover(byte[] hash, EoaSignature signature) {
    try {
      // 65 bytes: the prefix 4 (an uncompressed point), then the coordinates.
      byte[] point = library.ecdsaRecover(signature.compact(), hash, signature.recoveryId());
      return Optional.of(SignatureRecovery.address(Arrays.copyOfRange(point, 1, point.length)));
    } catch (Secp256k1Exception e) {
      return Optional.empty();
    }
  }
}
