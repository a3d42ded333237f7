package dev.passerby.operator;

import dev.passerby.contracts.TierPass;
import dev.passerby.entitlement.Feature;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The tiers as the contract has them. */
final class Tiers {

  private Tiers() {}

  /** What can change about a tier. */
  record Terms(Ether price, int supplyCap) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s, cap %,d", price, supplyCap);
    }
  }

  /** Terms that hold from a time on. */
  record Announced(Terms terms, Instant from) {}

  /** One tier, with the announcement that waits, if one does. */
  record Tier(
      long id,
      String name,
      Terms terms,
      int minted,
      Set<Feature> features,
      boolean closed,
      @Nullable Announced announced) {

    /** The terms that will hold once nothing waits any more. */
    Terms last() {
      return announced == null ? terms : announced.terms();
    }
  }

  /** All of them. */
  static List<Tier> read(Node node, TierPass passes) {
    var count = node.read(passes.tierCount()).longValueExact();
    return LongStream.range(0, count).mapToObj(id -> one(node, passes, id)).toList();
  }

  /**
   * @throws CommandFailure if there is none with this number
   */
  static Tier one(Node node, TierPass passes, long id) {
    if (id < 0 || id >= node.read(passes.tierCount()).longValueExact()) {
      throw new CommandFailure(ExitCode.REFUSED, "There is no tier " + id + ". Nothing was sent.");
    }
    var number = BigInteger.valueOf(id);
    var tier = node.read(passes.tier(number));
    var next = node.read(passes.announcedTerms(number));
    var from = next.component3().longValueExact();
    return new Tier(
        id,
        tier.name,
        terms(tier.price, tier.supplyCap),
        tier.minted.intValueExact(),
        Feature.ofBits(tier.features.longValueExact()),
        tier.closed,
        from == 0
            ? null
            : new Announced(
                terms(next.component1(), next.component2()), Instant.ofEpochSecond(from)));
  }

  private static Terms terms(BigInteger price, BigInteger supplyCap) {
    return new Terms(new Ether(price), supplyCap.intValueExact());
  }
}
