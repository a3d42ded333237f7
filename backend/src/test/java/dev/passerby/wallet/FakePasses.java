package dev.passerby.wallet;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.entitlement.Feature;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody holds a pass that unlocks everything, unless it is said otherwise. */
final class FakePasses implements Entitlements {

  private static final EntitlementResult EVERYTHING =
      new EntitlementResult.Known(new Entitlement(false, 1, Set.of(Feature.values())));

  private final Map<Address, EntitlementResult> results = new ConcurrentHashMap<>();

  void set(Address wallet, EntitlementResult result) {
    results.put(wallet, result);
  }

  @Override
  public Mono<EntitlementResult> of(Address wallet) {
    return Mono.fromSupplier(() -> results.getOrDefault(wallet, EVERYTHING));
  }

  @Override
  public Flux<Address> changed() {
    return Flux.never();
  }
}
