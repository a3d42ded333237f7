package dev.passerby.encounter;

/**
 * One of two who have agreed to meet.
 *
 * @param hidesAddress whether the other is not to learn their IP address
 */
public record Party(Participant person, boolean hidesAddress) {}
