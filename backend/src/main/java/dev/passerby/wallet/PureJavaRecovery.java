package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/**
 * {@link SignatureRecovery} by web3j and Bouncy Castle, for machines without the native library.
 */
final class PureJavaRecovery implements SignatureRecovery {

  @Override
  public Optional<Address> recover(byte[] hash, EoaSignature signature) {
    BigInteger r = new BigInteger(1, signature.compact(), 0, 32);
    BigInteger s = new BigInteger(1, signature.compact(), 32, 32);
    ECDSASignature ecdsa = new ECDSASignature(r, s);
    try {
      @Nullable BigInteger key = Sign.recoverFromSignature(signature.recoveryId(), ecdsa, hash);
      return key == null
          ? Optional.empty()
          : Optional.of(SignatureRecovery.address(Numeric.toBytesPadded(key, 64)));
    } catch (IllegalArgumentException e) {
      // Bouncy Castle's way to say that r is no point's x coordinate.
      return Optional.empty();
    }
  }
}
