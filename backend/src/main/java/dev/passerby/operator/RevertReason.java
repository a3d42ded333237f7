package dev.passerby.operator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.web3j.crypto.Hash;

/** Why a contract would not do it, from the data that it reverts with: a selector and arguments. */
final class RevertReason {

  private static final int SELECTOR = 10;
  private static final int WORD = 64;
  private static final String UNAUTHORIZED =
      selector("AccessControlUnauthorizedAccount(address,bytes32)");

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          known("UnknownTier(uint256)", "There is no tier with this number."),
          known("TierIsClosed(uint256)", "The tier is closed."),
          known(
              "InvalidTier()",
              "A tier needs a name of 1 to 32 printable ASCII characters and at least one pass."),
          known("TooManyTiers()", "There are as many tiers as there may be."),
          known("WithdrawalFailed()", "The receiver refuses the income."),
          known("RoyaltyTooHigh(uint96)", "The royalty may be at most 10 percent."),
          known("InvalidNotice()", "The notice must be from 1 to 90 days."),
          known(
              "InvalidTerms()",
              "The minimum stake and the cool-down must be above 0, the warm-up at most 7 days and"
                  + " the cool-down at most 90."),
          known("AccessControlInvalidDefaultAdmin(address)", "There must be an admin."));

  private RevertReason() {}

  /**
   * In words, if it is one of the contracts' own errors.
   *
   * @param data hex, with 0x
   */
  static Optional<String> of(String data) {
    if (data.length() < SELECTOR) {
      return Optional.empty();
    }
    var selector = data.substring(0, SELECTOR).toLowerCase(Locale.ROOT);
    if (selector.equals(UNAUTHORIZED) && data.length() >= SELECTOR + 2 * WORD) {
      var account = "0x" + data.substring(SELECTOR + WORD - 40, SELECTOR + WORD);
      var role = Role.of("0x" + data.substring(SELECTOR + WORD, SELECTOR + 2 * WORD));
      return Optional.of(
          "The account %s is not the contract's %s."
              .formatted(account, role.map(Role::title).orElse("whoever may do this")));
    }
    return Optional.ofNullable(KNOWN.get(selector));
  }

  private static Map.Entry<String, String> known(String signature, String words) {
    return Map.entry(selector(signature), words);
  }

  private static String selector(String signature) {
    return Hash.sha3String(signature).substring(0, SELECTOR);
  }
}
