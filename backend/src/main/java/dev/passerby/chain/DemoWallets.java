package dev.passerby.chain;

import java.util.List;

/**
 * The wallets that the page may offer.
 *
 * @param wallets none where the chain is not for development
 */
record DemoWallets(List<DemoWallet> wallets) {

  /**
   * Decides whether there are any.
   *
   * @throws ChainStartFailure if they are asked for on a chain where keys are worth something
   */
  static DemoWallets on(long chainId, boolean wanted) {
    if (!wanted) {
      return new DemoWallets(List.of());
    }
    if (chainId != ChainNode.DEVELOPMENT_CHAIN_ID) {
      throw new ChainStartFailure(
          "passerby.chain.demo-wallets is set, but the chain's id is %d and not %d."
              .formatted(chainId, ChainNode.DEVELOPMENT_CHAIN_ID),
          "Take the setting away: demo wallets are for development chains only.");
    }
    return new DemoWallets(DemoWallet.all());
  }
}
