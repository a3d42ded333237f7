package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.chain.Deployment.Sent;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** Signs and sends one account's transactions, one after the other. */
final class Transactions {

  private static final Duration FIRST_LOOK = Duration.ofMillis(100);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
  private static final int LOOKS_FOR_RECEIPT = 4;
  private static final Duration SLOWEST_LOOK = Duration.ofSeconds(3);

  private final Node node;
  private final Signer signer;
  private final Duration patience;

  /**
   * @param patience most time to wait until a transaction is mined
   */
  Transactions(Node node, Signer signer, Duration patience) {
    this.node = node;
    this.signer = signer;
    this.patience = patience;
  }

  Address account() {
    return signer.address();
  }

  /**
   * The account's next number.
   *
   * @throws CommandFailure if transactions are waiting: whether they do the same, nobody knows
   */
  long nextNonce() {
    var mined = node.transactionCount(account(), DefaultBlockParameterName.LATEST);
    var known = node.transactionCount(account(), DefaultBlockParameterName.PENDING);
    if (known > mined) {
      throw new CommandFailure(
          ExitCode.PENDING,
          ("The account %s has sent transactions that are not mined yet (%d). Run this again when"
                  + " they are.")
              .formatted(account().value(), known - mined));
    }
    return mined;
  }

  /**
   * Signs, and sends nothing.
   *
   * @param to nobody, to make a contract
   */
  Sent sign(String step, @Nullable Address to, String data, BigInteger gas, long nonce) {
    var fees = Fees.now(node);
    // A fifth more than was estimated, because the state may change until it is mined.
    var limit = gas.multiply(BigInteger.valueOf(6)).divide(BigInteger.valueOf(5));
    var transaction =
        RawTransaction.createTransaction(
            node.chainId(),
            BigInteger.valueOf(nonce),
            limit,
            to == null ? "" : to.value(),
            BigInteger.ZERO,
            data,
            fees.tip(),
            fees.most());
    var signed = signer.sign(transaction);
    return new Sent(step, nonce, Hash.sha3(signed), signed, null, null);
  }

  /**
   * Makes sure that a transaction has been sent, and waits until it is mined.
   *
   * @throws CommandFailure if it is replaced by another, fails, or is not mined in time
   */
  TransactionReceipt settle(Sent sent) {
    var known = node.receipt(sent.hash());
    if (known.isPresent()) {
      return known.get();
    }
    send(sent);
    var deadline = System.nanoTime() + patience.toNanos();
    for (var pause = FIRST_LOOK; ; pause = longer(pause)) {
      var receipt = node.receipt(sent.hash());
      if (receipt.isPresent()) {
        return receipt.get();
      }
      if (isReplaced(sent)) {
        throw replaced(sent);
      }
      if (System.nanoTime() >= deadline) {
        throw new CommandFailure(
            ExitCode.PENDING,
            ("%s: transaction %s is sent, but not mined yet. Run the command again later; nothing"
                    + " is sent twice.")
                .formatted(sent.step(), sent.hash()));
      }
      sleep(pause);
    }
  }

  /** Sending the same bytes twice does no harm, whatever the node says to it. */
  private void send(Sent sent) {
    var response = node.send(node.web3j().ethSendRawTransaction(sent.signed()));
    if (!response.hasError() || isKnown(sent)) {
      return;
    }
    if (isReplaced(sent)) {
      throw replaced(sent);
    }
    throw new CommandFailure(
        ExitCode.REFUSED,
        "%s: the node does not take the transaction: %s"
            .formatted(sent.step(), response.getError().getMessage()));
  }

  /**
   * Whether another transaction with the same number was mined instead. A node may count a
   * transaction a moment before it can show its receipt, so one look does not do.
   */
  boolean isReplaced(Sent sent) {
    for (var look = 1; looksReplaced(sent); look++) {
      if (look == LOOKS_FOR_RECEIPT) {
        return true;
      }
      sleep(BETWEEN_LOOKS);
    }
    return false;
  }

  private boolean looksReplaced(Sent sent) {
    // In this order: it may be mined between the two questions.
    return node.transactionCount(account(), DefaultBlockParameterName.LATEST) > sent.nonce()
        && node.receipt(sent.hash()).isEmpty();
  }

  private boolean isKnown(Sent sent) {
    return node.receipt(sent.hash()).isPresent()
        || node.ask(
            node.web3j().ethGetTransactionByHash(sent.hash()),
            response -> response.getTransaction().isPresent());
  }

  private static CommandFailure replaced(Sent sent) {
    return new CommandFailure(
        ExitCode.REFUSED,
        "%s: another transaction with number %d took the place of %s."
            .formatted(sent.step(), sent.nonce(), sent.hash()));
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(SLOWEST_LOOK) < 0 ? twice : SLOWEST_LOOK;
  }

  private static void sleep(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.PENDING, "Interrupted while waiting.", e);
    }
  }
}
