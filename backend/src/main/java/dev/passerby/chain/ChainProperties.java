package dev.passerby.chain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which chain the service reads.
 *
 * @param rpcUrl JSON-RPC endpoints of nodes (http, https, ws or wss) in the order of preference,
 *     which may hold secrets; the embedded development chain if there are none
 * @param publicRpcUrl the endpoint that the page is told; needed unless the chain is embedded or on
 *     this machine
 * @param explorerUrl a block explorer that the page links to
 * @param name the chain's name as people know it
 * @param currency the symbol of its native currency
 * @param tierPass where the {@code TierPass} contract lives; only with {@code rpcUrl}
 * @param sessionStaking where the {@code SessionStaking} contract lives; only with {@code rpcUrl}
 * @param deployment a file that the {@code deploy} command has written, instead of the two
 *     addresses; the nodes must then be on its chain
 * @param confirmations how many blocks must lie on top of the one that lets somebody in; by default
 *     3, and 0 on development chains. What is taken away counts at once
 * @param timeout most time one request to one node may take
 * @param concurrency most requests to the nodes at a time
 * @param pollInterval time between two looks at the chain's head
 * @param staleAfter age from which the head is not trusted any more
 * @param demoWallets whether the page is given funded wallets; by default on the embedded chain
 *     only, and refused on any chain but number 31337
 */
@Validated
@ConfigurationProperties("passerby.chain")
record ChainProperties(
    @DefaultValue List<URI> rpcUrl,
    @Nullable URI publicRpcUrl,
    @Nullable URI explorerUrl,
    @Nullable String name,
    @DefaultValue("ETH") String currency,
    @Nullable String tierPass,
    @Nullable String sessionStaking,
    @Nullable Path deployment,
    @Nullable @Min(0) @Max(64) Integer confirmations,
    @DefaultValue("2s") Duration timeout,
    @DefaultValue("16") @Min(1) int concurrency,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("60s") Duration staleAfter,
    @Nullable Boolean demoWallets,
    @DefaultValue @Valid Embedded embedded) {

  /**
   * The development chain that the service starts itself.
   *
   * @param anvil the program; looked for in {@code node_modules} and on the PATH if absent
   * @param port its port on 127.0.0.1; 0, or one that is taken, means any free one
   * @param folder where its state is kept; {@code chain} in the data folder if absent
   * @param fresh whether to forget what was kept, as {@code --fresh} does
   * @param blockTime time between blocks without transactions; a transaction gets its block at once
   */
  record Embedded(
      @Nullable Path anvil,
      @DefaultValue("8545") @Min(0) @Max(65535) int port,
      @Nullable Path folder,
      @DefaultValue("false") boolean fresh,
      @DefaultValue("15s") Duration blockTime) {}
}
