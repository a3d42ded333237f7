package dev.passerby.signaling;

import dev.passerby.chain.Address;
import dev.passerby.chain.CallOutcome;
import dev.passerby.chain.ChainReader;
import dev.passerby.chain.ContractAddresses;
import dev.passerby.chain.EthCall;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** A chain of which only the session limit is known. */
record FixedChain(Duration sessionLimit) implements ChainReader {

  private static final Address NOWHERE = new Address("0x" + "0".repeat(40));

  @Override
  public long chainId() {
    return 31337;
  }

  @Override
  public ContractAddresses contracts() {
    return new ContractAddresses(NOWHERE, NOWHERE);
  }

  @Override
  public Mono<List<CallOutcome>> call(List<EthCall> calls) {
    return Mono.error(new AssertionError("nobody calls contracts here"));
  }

  @Override
  public Mono<List<byte[]>> callAt(List<String> blocks, List<EthCall> calls) {
    return Mono.error(new AssertionError("nobody calls contracts here"));
  }
}
