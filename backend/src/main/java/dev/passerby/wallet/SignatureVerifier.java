package dev.passerby.wallet;

import dev.passerby.chain.Address;
import dev.passerby.chain.CallOutcome;
import dev.passerby.chain.CallOutcome.Returned;
import dev.passerby.chain.CallOutcome.Reverted;
import dev.passerby.chain.ChainReader;
import dev.passerby.chain.ChainUnavailable;
import dev.passerby.chain.EthCall;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;
import reactor.core.publisher.Mono;

/**
 * Whether a wallet signed a message: an externally owned account by its key, else a contract by its
 * own word (ERC-1271). Recovering a key takes about 45 µs, far less than handing it to another
 * thread and back would save, and so it stays on the event loop.
 */
final class SignatureVerifier {

  /** Enough for a passkey wallet that verifies P-256 in Solidity, and a bound for a gas bomb. */
  static final long CONTRACT_GAS = 1_000_000;

  private static final Duration CONTRACT_TIMEOUT = Duration.ofSeconds(5);

  /** ERC-6492: the suffix of a signature that wants a factory called before it is verified. */
  private static final byte[] COUNTERFACTUAL_SUFFIX =
      Numeric.hexStringToByteArray("6492".repeat(16));

  /** ERC-1271: the selector of {@code isValidSignature(bytes32,bytes)} and its "yes". */
  private static final byte[] MAGIC = Numeric.hexStringToByteArray("1626ba7e");

  private final SignatureRecovery recovery;
  private final ChainReader chain;

  SignatureVerifier(SignatureRecovery recovery, ChainReader chain) {
    this.recovery = recovery;
    this.chain = chain;
  }

  /**
   * Completes if the wallet signed the message by EIP-191's {@code personal_sign}.
   *
   * @return {@link SignInRefused} as error signal if it did not, or if the chain cannot tell
   */
  Mono<Void> verify(Address wallet, byte[] message, byte[] signature) {
    if (endsWith(signature, COUNTERFACTUAL_SUFFIX)) {
      return refuse("an ERC-6492 signature: deploy the wallet's contract first");
    }
    byte[] hash = Sign.getEthereumMessageHash(message);
    boolean signedByKey =
        EoaSignature.of(signature)
            .flatMap(eoa -> recovery.recover(hash, eoa))
            .filter(wallet::equals)
            .isPresent();
    return signedByKey ? Mono.empty() : askContract(wallet, hash, signature);
  }

  private Mono<Void> askContract(Address wallet, byte[] hash, byte[] signature) {
    EthCall call = new EthCall(wallet, isValidSignature(hash, signature), CONTRACT_GAS);
    return chain
        .call(List.of(call))
        .timeout(CONTRACT_TIMEOUT)
        .onErrorMap(
            e -> e instanceof ChainUnavailable || e instanceof TimeoutException,
            e -> new SignInRefused(SignInError.CHAIN_UNAVAILABLE, "the wallet cannot be asked"))
        .flatMap(outcomes -> judge(outcomes.getFirst()));
  }

  private static Mono<Void> judge(CallOutcome outcome) {
    return switch (outcome) {
      case Reverted reverted -> refuse("the wallet's contract reverted or ran out of gas");
      case Returned(byte[] data) when data.length == 0 ->
          refuse("the wallet's key did not sign it");
      case Returned(byte[] data) when isMagic(data) -> Mono.empty();
      case Returned returned -> refuse("the wallet's contract says no");
    };
  }

  /**
   * Exactly one word, magic and zeros: more would let in the identity precompile (address 4), which
   * answers every question with the question.
   */
  private static boolean isMagic(byte[] data) {
    return data.length == 32 && Arrays.equals(data, Arrays.copyOf(MAGIC, 32));
  }

  /** ABI: selector, hash, offset of the bytes, their length, the bytes padded to whole words. */
  private static byte[] isValidSignature(byte[] hash, byte[] signature) {
    int padded = (signature.length + 31) / 32 * 32;
    byte[] data = new byte[4 + 3 * 32 + padded];
    System.arraycopy(MAGIC, 0, data, 0, 4);
    System.arraycopy(hash, 0, data, 4, 32);
    data[4 + 63] = 64;
    byte[] length = Numeric.toBytesPadded(BigInteger.valueOf(signature.length), 32);
    System.arraycopy(length, 0, data, 4 + 64, 32);
    System.arraycopy(signature, 0, data, 4 + 96, signature.length);
    return data;
  }

  private static boolean endsWith(byte[] data, byte[] suffix) {
    int start = data.length - suffix.length;
    return start >= 0 && Arrays.equals(data, start, data.length, suffix, 0, suffix.length);
  }

  private static Mono<Void> refuse(String detail) {
    return Mono.error(() -> new SignInRefused(SignInError.SIGNATURE_INVALID, detail));
  }
}
