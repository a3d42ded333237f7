package dev.passerby.safety;

import dev.passerby.protocol.CooldownReason;
import java.time.Instant;

/** Somebody may meet nobody for a while. */
public record Cooldown(Instant until, CooldownReason reason) {}
