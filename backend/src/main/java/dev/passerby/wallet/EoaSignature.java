package dev.passerby.wallet;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/**
 * An externally owned account's signature, of the one form that is accepted: 65 bytes r, s, v with
 * v of 27 or 28 and s in the lower half of the group (EIP-2), so that none has a second spelling.
 *
 * @param compact r and s, 32 bytes each
 * @param recoveryId 0 or 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EoaSignature(byte[] compact, int recoveryId) {

  private static final int BYTES = 65;
  private static final BigInteger ORDER = CustomNamedCurves.getByName("secp256k1").getN();
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  static Optional<EoaSignature> of(byte[] signature) {
    if (signature.length != BYTES) {
      return Optional.empty();
    }
    int v = Byte.toUnsignedInt(signature[64]);
    BigInteger r = new BigInteger(1, signature, 0, 32);
    BigInteger s = new BigInteger(1, signature, 32, 32);
    boolean valid =
        (v == 27 || v == 28)
            && r.signum() > 0
            && r.compareTo(ORDER) < 0
            && s.signum() > 0
            && s.compareTo(HALF_ORDER) <= 0;
    return valid
        ? Optional.of(new EoaSignature(Arrays.copyOf(signature, 64), v - 27))
        : Optional.empty();
  }
}
