package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.chain.Deployment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who governs the contracts, and what they promise for good. */
final class DeployTerms {

  private static final Duration SESSION_LIMIT = Duration.ofMinutes(5);

  @Option(
      names = "--admin",
      paramLabel = "ADDRESS",
      description =
          "Appoints and dismisses the others; a multi-signature wallet, in earnest. Must not be the"
              + " deployer, but for chain 31337, where it is by default.")
  @Nullable Address admin;

  @Option(
      names = "--admin-delay",
      paramLabel = "TIME",
      defaultValue = "2d",
      description = "Before the admin's role moves on (default: ${DEFAULT-VALUE}).")
  Duration adminDelay = Duration.ofDays(2);

  @Option(
      names = "--operator",
      paramLabel = "ADDRESS",
      description = "Adds and closes tiers, announces prices (default: the admin).")
  @Nullable Address operator;

  @Option(
      names = "--pauser",
      paramLabel = "ADDRESS",
      description = "Stops and resumes sales and new stake (default: the admin).")
  @Nullable Address pauser;

  @Option(
      names = "--treasury",
      paramLabel = "ADDRESS",
      description = "Pulls the income and receives royalties (default: the admin).")
  @Nullable Address treasury;

  @Option(
      names = "--royalty",
      paramLabel = "PERCENT",
      defaultValue = "5",
      description = "Of a resale, 0 to 10 (default: ${DEFAULT-VALUE}).")
  BigDecimal royalty = BigDecimal.valueOf(5);

  @Option(
      names = "--notice",
      paramLabel = "TIME",
      defaultValue = "7d",
      description =
          "Between an announcement and its effect, 1d to 90d, for good (default:"
              + " ${DEFAULT-VALUE}).")
  Duration notice = Duration.ofDays(7);

  @Option(
      names = "--minimum-stake",
      paramLabel = "ETHER",
      defaultValue = "0.1",
      description = "Least stake that counts (default: ${DEFAULT-VALUE}).")
  Ether minimumStake = new Ether(BigInteger.TEN.pow(17));

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      description =
          "Before a stake counts, up to 7d, for good (default: 1h, and none on chain 31337).")
  @Nullable Duration warmUp;

  @Option(
      names = "--cool-down",
      paramLabel = "TIME",
      defaultValue = "1d",
      description = "Before a stake is paid out, up to 90d, for good (default: ${DEFAULT-VALUE}).")
  Duration coolDown = Duration.ofDays(1);

  @Option(
      names = "--session-limit",
      paramLabel = "TIME",
      description = "Length of a session: 300s, and another on chain 31337 only.")
  @Nullable Duration sessionLimit;

  @Option(
      names = "--default-tiers",
      description = "Add Bronze, Silver and Gold; the deployer must be the operator for that.")
  boolean defaultTiers;

  /**
   * The terms, with all that was left out.
   *
   * @throws CommandFailure if the chain is in earnest and they are not
   */
  Governed complete(long chainId, Address deployer) {
    var development = Deployment.isDevelopment(chainId);
    if (admin == null && !development) {
      throw refused("--admin is needed: the deployer is to keep nothing.");
    }
    var governed = of(admin == null ? deployer : admin, development);
    if (!development) {
      requireEarnest(governed, deployer);
    }
    if (defaultTiers && !governed.operator().equals(deployer)) {
      throw refused(
          "--default-tiers needs the operator's key, and the deployer is not the operator: leave"
              + " them out, and run tier add afterwards.");
    }
    return governed;
  }

  private Governed of(Address admin, boolean development) {
    return new Governed(
        admin,
        adminDelay,
        operator == null ? admin : operator,
        pauser == null ? admin : pauser,
        treasury == null ? admin : treasury,
        basisPoints(royalty),
        notice,
        minimumStake,
        warmUp == null ? (development ? Duration.ZERO : Duration.ofHours(1)) : warmUp,
        coolDown,
        sessionLimit == null ? SESSION_LIMIT : sessionLimit,
        defaultTiers);
  }

  private static void requireEarnest(Governed terms, Address deployer) {
    if (terms.admin().equals(deployer)) {
      throw refused("The deployer must not be the admin, but for chain 31337.");
    }
    if (!terms.sessionLimit().equals(SESSION_LIMIT)) {
      throw refused("A session is 300 seconds long, but for chain 31337.");
    }
    if (terms.adminDelay().isZero()) {
      throw refused("An admin role that moves without a delay is for chain 31337 only.");
    }
    if (terms.warmUp().isZero()) {
      throw refused("A stake without a warm-up is for chain 31337 only.");
    }
  }

  private static int basisPoints(BigDecimal percent) {
    try {
      var points = percent.movePointRight(2).intValueExact();
      if (points >= 0 && points <= 1_000) {
        return points;
      }
    } catch (ArithmeticException e) {
      // Said below.
    }
    throw refused("A royalty is from 0 to 10 percent, with at most two decimals.");
  }

  private static CommandFailure refused(String line) {
    return new CommandFailure(ExitCode.REFUSED, line + " Nothing was sent.");
  }

  /**
   * Complete terms.
   *
   * @param royalty in 1/10,000
   * @param defaultTiers whether tiers are added at once
   */
  record Governed(
      Address admin,
      Duration adminDelay,
      Address operator,
      Address pauser,
      Address treasury,
      int royalty,
      Duration notice,
      Ether minimumStake,
      Duration warmUp,
      Duration coolDown,
      Duration sessionLimit,
      boolean defaultTiers) {

    /** Whether the account has any role. */
    boolean gives(Address account) {
      return account.equals(admin)
          || account.equals(operator)
          || account.equals(pauser)
          || account.equals(treasury);
    }
  }
}
