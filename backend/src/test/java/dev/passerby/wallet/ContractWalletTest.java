package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.chain.CallOutcome;
import dev.passerby.chain.CallOutcome.Returned;
import dev.passerby.chain.CallOutcome.Reverted;
import dev.passerby.chain.ChainUnavailable;
import dev.passerby.chain.EthCall;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;
import reactor.core.publisher.Mono;

/** Wallets that are contracts and judge signatures themselves (ERC-1271). */
@WalletServerTest
class ContractWalletTest {

  private static final Address WALLET = new Address("0x" + "c0".repeat(20));
  private static final byte[] YES = word("1626ba7e");

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired FakeChain chain;

  @Test
  void signsInAWalletWhoseContractSaysYes() {
    assertThat(signIn(WALLET, "0x1234", call -> returned(YES)).status()).isEqualTo(200);
    assertThat(signIn(WALLET, "0x", call -> returned(YES)).status()).isEqualTo(200);
  }

  @Test
  void signsInAnAccountThatHasCodeByItsKeyWithoutAskingTheCode() {
    assertThat(
            signIn(ADA.address(), null, call -> Mono.error(new AssertionError("asked"))).status())
        .isEqualTo(200);
  }

  @Test
  void asksTheContractAsErc1271SaysAndBoundsItsGas() {
    List<EthCall> calls = new CopyOnWriteArrayList<>();
    String signature = "0x" + "ab".repeat(33);
    Browser browser = browser();
    String text = message(browser, WALLET);
    chain.put(
        WALLET,
        call -> {
          calls.add(call);
          return returned(YES);
        });

    assertThat(browser.signIn(text, signature).status()).isEqualTo(200);

    assertThat(calls).hasSize(1);
    EthCall asked = calls.getFirst();
    String hash =
        Numeric.toHexStringNoPrefix(
            Sign.getEthereumMessageHash(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(asked.gas()).isEqualTo(SignatureVerifier.CONTRACT_GAS);
    assertThat(Numeric.toHexStringNoPrefix(asked.data()))
        .isEqualTo(
            "1626ba7e"
                + hash
                + "0".repeat(62)
                + "40"
                + "0".repeat(62)
                + "21"
                + "ab".repeat(33)
                + "0".repeat(62));
  }

  @Test
  void refusesWhatTheContractDoesNotConfirm() {
    assertThat(signIn(WALLET, "0x12", call -> Mono.just(new Reverted(new byte[0]))).refusal())
        .isEqualTo("401 signature-invalid");
    for (byte[] answer :
        new byte[][] {
          new byte[0],
          new byte[31],
          new byte[32],
          word("ffffffff"),
          Arrays.copyOf(YES, 4),
          Arrays.copyOf(YES, 64),
          filledUp(YES),
          new byte[100_000]
        }) {
      assertThat(signIn(WALLET, "0x12", call -> returned(answer)).refusal())
          .isEqualTo("401 signature-invalid");
    }
  }

  /** The identity precompile returns the call, which starts with the very word that means yes. */
  @Test
  void refusesAPrecompileThatEchoesTheQuestion() {
    Address identity = new Address("0x" + "0".repeat(39) + "4");

    assertThat(signIn(identity, "0x", call -> returned(call.data())).refusal())
        .isEqualTo("401 signature-invalid");
  }

  @Test
  void neverAsksTheChainAboutAnErc6492Signature() {
    String wrapped = "0x" + "00".repeat(96) + "6492".repeat(16);

    assertThat(signIn(WALLET, wrapped, call -> Mono.error(new AssertionError("asked"))).refusal())
        .isEqualTo("401 signature-invalid");
  }

  @Test
  void saysSoWhenTheChainDoesNotAnswer() {
    assertThat(
            signIn(WALLET, "0x12", call -> Mono.error(new ChainUnavailable("down", null)))
                .refusal())
        .isEqualTo("503 chain-unavailable");
  }

  /** Signs in with the signature given, or with Ada's. */
  private Browser.Answer signIn(
      Address wallet, @Nullable String signature, Function<EthCall, Mono<CallOutcome>> contract) {
    Browser browser = browser();
    String text = message(browser, wallet);
    chain.put(wallet, contract);
    return browser.signIn(text, signature == null ? ADA.sign(text) : signature);
  }

  private Browser browser() {
    return new Browser(port, "http://localhost:" + port);
  }

  private String message(Browser browser, Address wallet) {
    return new Message("http://localhost:" + port, wallet, browser.challenge(), clock.instant())
        .text();
  }

  private static Mono<CallOutcome> returned(byte[] data) {
    return Mono.just(new Returned(data));
  }

  private static byte[] word(String start) {
    return Arrays.copyOf(Numeric.hexStringToByteArray(start), 32);
  }

  private static byte[] filledUp(byte[] word) {
    byte[] filled = word.clone();
    filled[31] = 1;
    return filled;
  }
}
