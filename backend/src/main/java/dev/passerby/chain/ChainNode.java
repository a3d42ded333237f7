package dev.passerby.chain;

import java.net.URI;
import java.util.List;

/** The nodes that the service talks to, and the contracts it serves. */
sealed interface ChainNode extends AutoCloseable {

  /** The id that development chains share (anvil, Hardhat). */
  long DEVELOPMENT_CHAIN_ID = 31_337;

  /** JSON-RPC endpoints in the order of preference; may hold secrets. */
  List<URI> rpcUrls();

  /** The contracts to serve. */
  ContractAddresses contracts();

  @Override
  void close();

  /** Nodes that someone else runs. */
  record Configured(List<URI> rpcUrls, ContractAddresses contracts) implements ChainNode {

    @Override
    public void close() {
      // Not ours to stop.
    }

    @Override
    public String toString() {
      return "Configured" + rpcUrls.stream().map(URI::getHost).toList();
    }
  }

  /** The development chain, a child process of the service. */
  record Embedded(List<URI> rpcUrls, ContractAddresses contracts, EmbeddedChain chain)
      implements ChainNode {

    @Override
    public void close() {
      chain.close();
    }
  }
}
