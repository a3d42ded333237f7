package dev.passerby.chain;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads the configured chain. What never changes on it was read once, at start. */
public interface ChainReader {

  /** The chain's EIP-155 id. */
  long chainId();

  /** Where the two contracts live. */
  ContractAddresses contracts();

  /** Length of every session, from the contract's {@code SESSION_LIMIT}. */
  Duration sessionLimit();

  /**
   * Makes the calls against the latest block of whichever node answers, in one JSON-RPC batch,
   * within a timeout.
   *
   * @return one outcome per call, in the same order; {@link ChainUnavailable} if the node fails
   */
  Mono<List<CallOutcome>> call(List<EthCall> calls);

  /**
   * Makes all calls as of each of these blocks in one JSON-RPC batch, within a timeout. The answer
   * is the same whichever node gives it: one that does not know the block has none.
   *
   * @param blocks hashes (EIP-1898)
   * @return what the calls returned at the first block, then at the next; {@link ChainUnavailable}
   *     if the nodes fail, or a call does
   */
  Mono<List<byte[]>> callAt(List<String> blocks, List<EthCall> calls);
}
