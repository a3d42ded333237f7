package dev.passerby.encounter;

import dev.passerby.grant.SessionGrants;
import java.time.Duration;

/**
 * How long things take, and who permits them.
 *
 * @param connecting from the match until both must see each other
 * @param session one round, the contract's {@code SESSION_LIMIT}
 * @param answer how long both have to say whether they want another round
 * @param grants signs every round
 */
record EncounterRules(
    Duration connecting, Duration session, Duration answer, SessionGrants grants) {}
