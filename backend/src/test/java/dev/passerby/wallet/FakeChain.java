package dev.passerby.wallet;

import dev.passerby.chain.Address;
import dev.passerby.chain.CallOutcome;
import dev.passerby.chain.ChainReader;
import dev.passerby.chain.ContractAddresses;
import dev.passerby.chain.EthCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A chain on which every address is a plain account, until it is said how it answers. */
final class FakeChain implements ChainReader {

  static final long ID = 31337;

  private final Map<Address, Function<EthCall, Mono<CallOutcome>>> contracts =
      new ConcurrentHashMap<>();

  void put(Address address, Function<EthCall, Mono<CallOutcome>> contract) {
    contracts.put(address, contract);
  }

  @Override
  public long chainId() {
    return ID;
  }

  @Override
  public ContractAddresses contracts() {
    return new ContractAddresses(
        new Address("0x" + "11".repeat(20)), new Address("0x" + "22".repeat(20)));
  }

  @Override
  public Duration sessionLimit() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Mono<List<CallOutcome>> call(List<EthCall> calls) {
    return Flux.fromIterable(calls).concatMap(this::answer).collectList();
  }

  @Override
  public Mono<List<byte[]>> callAt(List<String> blocks, List<EthCall> calls) {
    return Mono.error(new AssertionError("a signature is checked against the latest block"));
  }

  private Mono<CallOutcome> answer(EthCall call) {
    return contracts
        .getOrDefault(call.to(), plain -> Mono.just(new CallOutcome.Returned(new byte[0])))
        .apply(call);
  }
}
