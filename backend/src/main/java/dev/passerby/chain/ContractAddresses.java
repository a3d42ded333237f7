package dev.passerby.chain;

/**
 * Where the two contracts live on the configured chain.
 *
 * @param tierPass the ERC-721 passes and their tiers
 * @param sessionStaking the stake that opens encounters
 */
public record ContractAddresses(Address tierPass, Address sessionStaking) {}
