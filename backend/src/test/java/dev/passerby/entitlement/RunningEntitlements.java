package dev.passerby.entitlement;

import static java.util.Objects.requireNonNull;

import dev.passerby.chain.Address;
import dev.passerby.chain.TestChain;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entitlements with the service's own settings over a real chain, to be measured. */
final class RunningEntitlements implements AutoCloseable {

  private @Nullable TestChain chain;
  private TestChain.@Nullable Followed followed;
  private @Nullable CachedEntitlements entitlements;

  void start(int confirmations) throws Exception {
    start(TestChain.start(), null, confirmations);
  }

  /**
   * @param via the chain's own HTTP endpoint if null
   */
  void start(TestChain over, @Nullable URI via, int confirmations) throws Exception {
    chain = over;
    over.send("anvil_mine", "0x%x".formatted(confirmations + 1));
    var clock = Clock.systemUTC();
    var url = via == null ? over.rpcUrl() : via;
    followed =
        over.follow(
            List.of(url), Duration.ofSeconds(2), Duration.ofSeconds(1), clock, confirmations);
    entitlements =
        new CachedEntitlements(
            followed.reader(),
            followed.head(),
            new EntitlementProperties(Duration.ofHours(1), 100_000, 50),
            clock);
  }

  Mono<EntitlementResult> of(Address wallet) {
    return requireNonNull(entitlements).of(wallet);
  }

  Flux<Address> changed() {
    return requireNonNull(entitlements).changed();
  }

  @Override
  public void close() {
    requireNonNull(entitlements).close();
    requireNonNull(followed).close();
    requireNonNull(chain).close();
  }
}
