package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static dev.passerby.wallet.TestWallet.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.chain.TestChain;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.http.HttpService;
import org.web3j.tx.response.PollingTransactionReceiptProcessor;
import org.web3j.utils.Numeric;
import reactor.core.publisher.Mono;

/** Contract wallets, written in bytecode, on a real chain. */
class ContractWalletOnChainTest {

  private static final Credentials DEPLOYER = TestChain.account(3);
  private static final String MESSAGE = "let me in";

  /** PUSH4 word, shifted to the front of 32 bytes, stored and returned. */
  private static final String ANSWER = "63%s60e01b60005260206000f3";

  private static TestChain chain;
  private static Web3j web3j;

  @BeforeAll
  static void startChain() throws Exception {
    chain = TestChain.start();
    web3j = Web3j.build(new HttpService(chain.rpcUrl().toString()));
  }

  @AfterAll
  static void stopChain() {
    web3j.shutdown();
    chain.close();
  }

  @Test
  void letsInWhomTheContractConfirms() throws Exception {
    assertThat(judge(deploy(ANSWER.formatted("1626ba7e")))).isEqualTo("accepted");
  }

  @Test
  void refusesWrongMagic() throws Exception {
    assertThat(judge(deploy(ANSWER.formatted("ffffffff")))).isEqualTo("signature-invalid");
  }

  @Test
  void refusesAContractThatReverts() throws Exception {
    assertThat(judge(deploy("60006000fd"))).isEqualTo("signature-invalid");
  }

  @Test
  void refusesAContractThatBurnsAllGas() throws Exception {
    assertThat(judge(deploy("5b600056"))).isEqualTo("signature-invalid");
  }

  @Test
  void refusesAContractThatReturnsAsMuchAsItCan() throws Exception {
    assertThat(judge(deploy("62010000" + "6000f3"))).isEqualTo("signature-invalid");
  }

  @Test
  void refusesAContractThatStops() throws Exception {
    assertThat(judge(deploy("00"))).isEqualTo("signature-invalid");
  }

  @Test
  void refusesThePrecompiles() {
    for (int i = 1; i <= 10; i++) {
      Address precompile = new Address(Numeric.toHexStringWithPrefixZeroPadded(big(i), 40));
      assertThat(judge(precompile)).as("address %d", i).isEqualTo("signature-invalid");
    }
  }

  @Test
  void refusesThePlainAccountOfAnotherKey() {
    assertThat(judge(BOB.address())).isEqualTo("signature-invalid");
  }

  @Test
  void saysSoWhenTheNodeIsGone() throws Exception {
    TestChain gone = TestChain.start();
    SignatureVerifier verifier = new SignatureVerifier(new PureJavaRecovery(), gone.reader());
    gone.close();

    assertThat(judge(verifier, BOB.address())).isEqualTo("chain-unavailable");
  }

  private static String judge(Address wallet) {
    return judge(new SignatureVerifier(new PureJavaRecovery(), chain.reader()), wallet);
  }

  private static String judge(SignatureVerifier verifier, Address wallet) {
    byte[] message = MESSAGE.getBytes(StandardCharsets.UTF_8);
    return String.valueOf(
        verifier
            .verify(wallet, message, ADA.signature(MESSAGE))
            .thenReturn("accepted")
            .onErrorResume(SignInRefused.class, e -> Mono.just(e.error().code()))
            .block(Duration.ofSeconds(20)));
  }

  /** Deploys code of fewer than 256 bytes behind a constructor that copies it. */
  private static Address deploy(String code) throws Exception {
    String creation = "60%02x80600b6000396000f3".formatted(code.length() / 2) + code;
    BigInteger nonce =
        web3j
            .ethGetTransactionCount(DEPLOYER.getAddress(), DefaultBlockParameterName.LATEST)
            .send()
            .getTransactionCount();
    RawTransaction transaction =
        RawTransaction.createContractTransaction(
            nonce, big(20_000_000_000L), big(200_000), BigInteger.ZERO, "0x" + creation);
    byte[] signed = TransactionEncoder.signMessage(transaction, FakeChain.ID, DEPLOYER);
    String hash =
        web3j.ethSendRawTransaction(Numeric.toHexString(signed)).send().getTransactionHash();
    // The node answers before it has mined what it was sent.
    return new Address(
        new PollingTransactionReceiptProcessor(web3j, 20, 250)
            .waitForTransactionReceipt(hash)
            .getContractAddress());
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
