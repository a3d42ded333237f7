package dev.passerby.encounter;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param connecting from the match until both must see each other
 * @param session one round, the contract's {@code SESSION_LIMIT}
 * @param answer how long both have to say whether they want another round
 */
record EncounterRules(Duration connecting, Duration session, Duration answer) {}
