package dev.passerby.chain;

import java.net.URI;

/** The node that the service talks to, and the contracts it serves. */
sealed interface ChainNode extends AutoCloseable {

  /** The id that development chains share (anvil, Hardhat). */
  long DEVELOPMENT_CHAIN_ID = 31_337;

  /** The node's JSON-RPC endpoint; may hold a secret. */
  URI rpcUrl();

  /** The contracts to serve. */
  ContractAddresses contracts();

  @Override
  void close();

  /** A node that someone else runs. */
  record Configured(URI rpcUrl, ContractAddresses contracts) implements ChainNode {

    @Override
    public void close() {
      // Not ours to stop.
    }

    @Override
    public String toString() {
      return "Configured[" + rpcUrl.getHost() + "]";
    }
  }

  /** The development chain, a child process of the service. */
  record Embedded(URI rpcUrl, ContractAddresses contracts, EmbeddedChain chain)
      implements ChainNode {

    @Override
    public void close() {
      chain.close();
    }
  }
}
