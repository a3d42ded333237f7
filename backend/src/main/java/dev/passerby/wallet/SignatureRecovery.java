package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** Finds the account whose key signed a hash (secp256k1 public key recovery, SEC 1, 4.1.6). */
sealed interface SignatureRecovery permits NativeRecovery, PureJavaRecovery {

  /** The signer's account; empty when no key makes this signature of the 32-byte hash. */
  Optional<Address> recover(byte[] hash, EoaSignature signature);

  /**
   * libsecp256k1 where its library loads, otherwise the pure-Java one, which is three times slower.
   */
  static SignatureRecovery fastest() {
    Logger log = LoggerFactory.getLogger(SignatureRecovery.class);
    try {
      SignatureRecovery recovery = new NativeRecovery();
      log.info("Signatures are verified by libsecp256k1");
      return recovery;
    } catch (LinkageError | IllegalStateException e) {
      log.info("Signatures are verified in Java: libsecp256k1 does not load ({})", e.toString());
      return new PureJavaRecovery();
    }
  }

  /** The account of a public key, given as the 64 bytes of its point's coordinates. */
  static Address address(byte[] publicKey) {
    byte[] hash = Hash.sha3(publicKey);
    return new Address(Numeric.toHexString(Arrays.copyOfRange(hash, 12, 32)));
  }
}
