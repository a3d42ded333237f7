package dev.passerby.encounter;

import dev.passerby.grant.SessionGrants;
import dev.passerby.ice.IceServers;
import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long things take, and what permits and connects a round.
 *
 * @param connecting from the match until both must see each other
 * @param session one round, the contract's {@code SESSION_LIMIT}
 * @param answer how long both have to say whether they want another round
 * @param pause how long the clock of a round may stand still, all in all
 * @param grants signs every round
 * @param ice gives every round its servers
 */
record EncounterRules(
    Duration connecting,
    Duration session,
    Duration answer,
    Duration pause,
    SessionGrants grants,
    IceServers ice) {

  /** How far a TURN server's clock may be behind or ahead of ours. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(15);

  /** When the credentials of a round run out that begins at this time at the latest. */
  Instant credentialsUntil(Instant begin) {
    return begin.plus(session).plus(pause).plus(CLOCK_SKEW);
  }

  /**
   * The servers for a round, in the wire's words.
   *
   * @param begin the latest time at which it begins
   */
  List<ServerMessage.Ice> servers(String encounter, int round, Instant begin) {
    return ice.forRound(encounter, round, credentialsUntil(begin)).stream()
        .map(server -> new ServerMessage.Ice(server.urls(), server.username(), server.credential()))
        .toList();
  }
}
