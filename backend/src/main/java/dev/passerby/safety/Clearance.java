package dev.passerby.safety;

import java.util.Optional;

/**
 * What is remembered about somebody who wants to meet people.
 *
 * @param cooldown the one that runs
 */
public record Clearance(BlockList blocks, Optional<Cooldown> cooldown) {}
