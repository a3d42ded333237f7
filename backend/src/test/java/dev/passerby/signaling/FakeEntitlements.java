package dev.passerby.signaling;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.EntitlementResult;
import dev.passerby.entitlement.Entitlements;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Everybody has a stake unless it is said otherwise. */
public final class FakeEntitlements implements Entitlements {

  public static final EntitlementResult STAKED =
      new EntitlementResult.Known(new Entitlement(true, 0, Set.of()));
  static final EntitlementResult NOTHING =
      new EntitlementResult.Known(new Entitlement(false, 0, Set.of()));

  private final Map<Address, EntitlementResult> results = new ConcurrentHashMap<>();
  private volatile Mono<Void> open = Mono.empty();
  private final Sinks.Many<Address> changed = Sinks.many().multicast().directBestEffort();

  public void set(Address wallet, EntitlementResult result) {
    results.put(wallet, result);
    changed.tryEmitNext(wallet);
  }

  /** Nobody is answered until what it returns has been run. */
  Runnable hold() {
    Sinks.Empty<Void> gate = Sinks.empty();
    open = gate.asMono();
    return () -> {
      open = Mono.empty();
      gate.tryEmitEmpty();
    };
  }

  @Override
  public Mono<EntitlementResult> of(Address wallet) {
    return Mono.defer(
        () -> open.then(Mono.fromSupplier(() -> results.getOrDefault(wallet, STAKED))));
  }

  @Override
  public Flux<Address> changed() {
    return changed.asFlux();
  }
}
