package dev.passerby.operator;

import dev.passerby.chain.Address;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;
import org.web3j.utils.Numeric;

/** An account whose key is here; the key itself never leaves. */
final class Signer {

  private final Credentials credentials;

  private Signer(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * The account of a private key.
   *
   * @param source what to call it in a complaint
   * @param key 64 hex digits, with 0x or without
   */
  static Signer ofKey(String source, String key) {
    // The complaint must not repeat the key.
    if (!key.matches("(0x)?[0-9a-fA-F]{64}") || !isOnTheCurve(Numeric.toBigInt(key))) {
      throw new CommandFailure(
          ExitCode.NO_KEY, source + " is not a private key: 64 hex digits, with 0x or without.");
    }
    return new Signer(Credentials.create(key));
  }

  private static boolean isOnTheCurve(BigInteger key) {
    return key.signum() > 0 && key.compareTo(Sign.CURVE_PARAMS.getN()) < 0;
  }

  /** The account of a Web3 Secret Storage file. */
  static Signer ofKeystore(Path file, String password) {
    if (!Files.isReadable(file)) {
      throw new CommandFailure(ExitCode.NO_KEY, "The keystore cannot be read: " + file);
    }
    try {
      return new Signer(WalletUtils.loadCredentials(password, file.toFile()));
    } catch (CipherException e) {
      throw new CommandFailure(
          ExitCode.NO_KEY, "The password does not open the keystore " + file + ".");
    } catch (IOException | RuntimeException e) {
      throw new CommandFailure(ExitCode.NO_KEY, file + " is not a Web3 Secret Storage file.");
    }
  }

  Address address() {
    return new Address(credentials.getAddress());
  }

  /** The signed transaction, ready to be sent, in hex. */
  String sign(RawTransaction transaction) {
    return Numeric.toHexString(TransactionEncoder.signMessage(transaction, credentials));
  }

  @Override
  public String toString() {
    return "Signer[" + address().value() + "]";
  }
}
