package dev.passerby.grant;

import dev.passerby.chain.Address;
import dev.passerby.store.OwnersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** The key that the node signs with. */
final class NodeKey {

  private static final Pattern PRIVATE_KEY = Pattern.compile("(0x)?[0-9a-fA-F]{64}");
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  private final Credentials credentials;

  private NodeKey(Credentials credentials) {
    this.credentials = credentials;
  }

  /** One of this run. */
  static NodeKey random() {
    try {
      return new NodeKey(Credentials.create(Keys.createEcKeyPair(new SecureRandom())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no elliptic curves in this Java", e);
    }
  }

  /**
   * The one in a file.
   *
   * @throws NodeKeyRefused if there is none, or if others may read it
   */
  static NodeKey in(Path file) {
    try {
      Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      others.removeAll(OWNERS);
      if (!others.isEmpty()) {
        throw new NodeKeyRefused("Others may read " + file + ".", "chmod 600 " + file);
      }
      String key = Files.readString(file).strip();
      if (!PRIVATE_KEY.matcher(key).matches() || !isOnTheCurve(Numeric.toBigInt(key))) {
        throw new NodeKeyRefused(
            file + " holds no private key.", "Put 64 hex digits into it, and nothing else.");
      }
      return new NodeKey(Credentials.create(key));
    } catch (IOException e) {
      throw new NodeKeyRefused(
          "The node's key cannot be read from " + file + ".", "Set passerby.node.key-file.");
    }
  }

  /**
   * The one in a file, which is made with a new one if need be.
   *
   * @throws NodeKeyRefused if there is something else in it, if others may read it, or if it cannot
   *     be made
   */
  static NodeKey keptIn(Path file) {
    if (!Files.exists(file)) {
      try {
        BigInteger made = random().credentials.getEcKeyPair().getPrivateKey();
        OwnersFile.write(file, Numeric.toHexStringNoPrefixZeroPadded(made, 64));
      } catch (UncheckedIOException e) {
        throw new NodeKeyRefused(
            "The node's key cannot be kept in " + file + ".",
            "Make the folder writable, or set passerby.data.folder or passerby.node.key-file.");
      }
    }
    return in(file);
  }

  private static boolean isOnTheCurve(BigInteger key) {
    return key.signum() > 0 && key.compareTo(Sign.CURVE_PARAMS.getN()) < 0;
  }

  Address address() {
    return new Address(credentials.getAddress());
  }

  /** 65 bytes in hex: r, s and v. */
  String sign(byte[] digest) {
    Sign.SignatureData signature = Sign.signMessage(digest, credentials.getEcKeyPair(), false);
    return Numeric.toHexString(signature.getR())
        + Numeric.toHexStringNoPrefix(signature.getS())
        + Numeric.toHexStringNoPrefix(signature.getV());
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "NodeKey[" + address().value() + "]";
  }
}
