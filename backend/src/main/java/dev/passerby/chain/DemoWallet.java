package dev.passerby.chain;

import java.util.ArrayList;
import java.util.List;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.utils.Numeric;

/**
 * A funded wallet of a development chain, whose key is public knowledge.
 *
 * @param name what the page calls it
 * @param privateKey 0x and 64 hex digits; never printed all the same, so that nobody gets used to
 *     keys in logs
 */
record DemoWallet(String name, String address, String privateKey) {

  /** The mnemonic that anvil and Hardhat fund by default. */
  static final String MNEMONIC = "test test test test test test test test test test test junk";

  private static final List<String> NAMES =
      List.of("Ada", "Bruno", "Chioma", "Dara", "Emil", "Farah", "Goran", "Hana");

  /** All of them: accounts 1 to 8 of the mnemonic; account 0 deploys the contracts. */
  static List<DemoWallet> all() {
    var wallets = new ArrayList<DemoWallet>();
    for (var name : NAMES) {
      var credentials = account(wallets.size() + 1);
      var key =
          Numeric.toHexStringWithPrefixZeroPadded(credentials.getEcKeyPair().getPrivateKey(), 64);
      wallets.add(new DemoWallet(name, new Address(credentials.getAddress()).value(), key));
    }
    return List.copyOf(wallets);
  }

  /** The mnemonic's account with this number, at BIP-44 path {@code m/44'/60'/0'/0/number}. */
  static Credentials account(int number) {
    int[] path = {44 | HARDENED, 60 | HARDENED, HARDENED, 0, number};
    var master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(MNEMONIC, ""));
    return Credentials.create(Bip32ECKeyPair.deriveKeyPair(master, path));
  }

  private static final int HARDENED = Bip32ECKeyPair.HARDENED_BIT;

  @Override
  public String toString() {
    return "DemoWallet[" + name + " " + address + " [REDACTED]]";
  }
}
