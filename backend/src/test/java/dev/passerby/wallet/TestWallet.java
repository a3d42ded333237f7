package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** A key that signs as a wallet's {@code personal_sign} does. */
record TestWallet(ECKeyPair key) {

  static final TestWallet ADA = new TestWallet(ECKeyPair.create(BigInteger.valueOf(0xADA)));
  static final TestWallet BOB = new TestWallet(ECKeyPair.create(BigInteger.valueOf(0xB0B)));

  Address address() {
    return new Address("0x" + Keys.getAddress(key));
  }

  String sign(String message) {
    return Numeric.toHexString(signature(message));
  }

  /** 65 bytes: r, s, v. */
  byte[] signature(String message) {
    Sign.SignatureData data =
        Sign.signPrefixedMessage(message.getBytes(StandardCharsets.UTF_8), key);
    byte[] signature = new byte[65];
    System.arraycopy(data.getR(), 0, signature, 0, 32);
    System.arraycopy(data.getS(), 0, signature, 32, 32);
    signature[64] = data.getV()[0];
    return signature;
  }
}
