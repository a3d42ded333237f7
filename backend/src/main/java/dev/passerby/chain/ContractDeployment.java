package dev.passerby.chain;

import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.protocol.Web3j;
import org.web3j.tx.RawTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;
import org.web3j.tx.response.PollingTransactionReceiptProcessor;
import org.web3j.utils.Convert;

/** Puts both contracts on a chain, with the default tiers. */
final class ContractDeployment {

  private static final BigInteger MINIMUM_STAKE = ether("0.1");
  private static final Duration COOLDOWN = Duration.ofDays(1);

  /** None, so that whoever tries the product meets somebody at once. */
  private static final Duration WARM_UP = Duration.ZERO;

  private static final Duration NOTICE = Duration.ofDays(7);
  private static final Duration ADMIN_DELAY = Duration.ofDays(1);
  private static final BigInteger ROYALTY_BASIS_POINTS = BigInteger.valueOf(500);
  private static final Duration SESSION_LIMIT = Duration.ofMinutes(5);

  private static final long RECEIPT_POLL_MILLIS = 50;
  private static final int RECEIPT_POLLS = 200;

  private ContractDeployment() {}

  /** Deploys both contracts; the account gets every role, as a development chain has one person. */
  static ContractAddresses deploy(Web3j web3j, Credentials deployer) throws Exception {
    var receipts =
        new PollingTransactionReceiptProcessor(web3j, RECEIPT_POLL_MILLIS, RECEIPT_POLLS);
    var transactions =
        new RawTransactionManager(web3j, deployer, ChainNode.DEVELOPMENT_CHAIN_ID, receipts);
    var gas = new DefaultGasProvider();
    var everybody = deployer.getAddress();
    var passes =
        TierPass.deploy(
                web3j,
                transactions,
                gas,
                new TierPass.Governance(everybody, seconds(ADMIN_DELAY), everybody, everybody),
                everybody,
                ROYALTY_BASIS_POINTS,
                seconds(NOTICE))
            .send();
    for (var tier : DefaultTier.ALL) {
      passes
          .addTier(
              tier.name(),
              tier.price(),
              BigInteger.valueOf(tier.supplyCap()),
              BigInteger.valueOf(tier.features()))
          .send();
    }
    var staking =
        SessionStaking.deploy(
                web3j,
                transactions,
                gas,
                new SessionStaking.Governance(
                    everybody, seconds(ADMIN_DELAY), everybody, everybody),
                new SessionStaking.Terms(
                    MINIMUM_STAKE,
                    seconds(WARM_UP),
                    seconds(COOLDOWN),
                    seconds(SESSION_LIMIT),
                    seconds(NOTICE)))
            .send();
    return new ContractAddresses(
        new Address(passes.getContractAddress()), new Address(staking.getContractAddress()));
  }

  /** Changes whenever what would be deployed changes. */
  static String build() {
    var terms = List.of(MINIMUM_STAKE, WARM_UP, COOLDOWN, SESSION_LIMIT, NOTICE, ADMIN_DELAY);
    // A list, because the compiler would fold a sum into one constant, too long for a class file.
    var parts =
        List.of(
            TierPass.BINARY, SessionStaking.BINARY, DefaultTier.ALL, ROYALTY_BASIS_POINTS, terms);
    return Hash.sha3String(parts.toString());
  }

  private static BigInteger seconds(Duration duration) {
    return BigInteger.valueOf(duration.toSeconds());
  }

  private static BigInteger ether(String amount) {
    return Convert.toWei(amount, Convert.Unit.ETHER).toBigIntegerExact();
  }
}
