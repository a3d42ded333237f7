package dev.passerby.chain;

import org.jspecify.annotations.Nullable;

/**
 * What the page needs to know of the chain, as {@code GET /api/config} gives it to anybody.
 *
 * @param chainId EIP-155 id
 * @param chainName for people
 * @param rpcUrl endpoint that browsers may use; also part of the page's content security policy
 * @param currency symbol of the native currency
 * @param tierPass checksummed address
 * @param sessionStaking checksummed address
 * @param development whether the chain's keys and money are worthless
 * @param explorerUrl a block explorer, if there is one
 */
public record ChainDescription(
    long chainId,
    String chainName,
    String rpcUrl,
    String currency,
    String tierPass,
    String sessionStaking,
    boolean development,
    @Nullable String explorerUrl) {}
