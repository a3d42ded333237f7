package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.safety.BlockList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a partner.
 *
 * @param ticket names this wait, and no other
 * @param interests normalised, so that equal ones are equal strings
 * @param languages normalised
 * @param front whether to go ahead of everybody who is not, because a match failed
 * @param lastPartner whom they met last, and are not to meet now
 * @param blocks whom they are never to meet
 */
public record Waiter(
    String ticket,
    Address wallet,
    List<String> interests,
    List<String> languages,
    Openness openness,
    boolean front,
    @Nullable Address lastPartner,
    BlockList blocks) {

  public Waiter {
    interests = List.copyOf(interests);
    languages = List.copyOf(languages);
  }

  Waiter with(Openness openness) {
    return new Waiter(ticket, wallet, interests, languages, openness, front, lastPartner, blocks);
  }

  /** Whether the other is enough of what this person asks for. What was not stated is not asked. */
  boolean accepts(Waiter other) {
    boolean anyInterest = interests.isEmpty();
    boolean anyLanguage = languages.isEmpty();
    return switch (openness) {
      case BOTH ->
          (anyInterest || shares(interests, other.interests))
              && (anyLanguage || shares(languages, other.languages));
      case EITHER ->
          (anyInterest && anyLanguage)
              || shares(interests, other.interests)
              || shares(languages, other.languages);
      case ANYONE -> true;
    };
  }

  /**
   * Whether the two are not to be paired: the same person, partners the last time, or one has
   * blocked the other.
   */
  boolean excludes(Waiter other) {
    return wallet.equals(other.wallet)
        || other.wallet.equals(lastPartner)
        || wallet.equals(other.lastPartner)
        || blocks.separates(other.blocks);
  }

  /** How well the two fit: an interest counts for more than a language. */
  int affinity(Waiter other) {
    return (shares(interests, other.interests) ? 2 : 0)
        + (shares(languages, other.languages) ? 1 : 0);
  }

  private static boolean shares(List<String> some, List<String> others) {
    for (String word : some) {
      if (others.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Without the wallet, so that it may appear in a log. */
  @Override
  public String toString() {
    return "Waiter[" + ticket + "]";
  }
}
