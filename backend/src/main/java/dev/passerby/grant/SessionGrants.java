package dev.passerby.grant;

import dev.passerby.protocol.ServerMessage;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs what permits a session: the contract {@code ISessionGrants} can check it, and so can both
 * pages. A grant names no wallet.
 */
public interface SessionGrants {

  /**
   * Signs one; the same question has the same answer.
   *
   * @param session a name of this very session that nobody can guess; only its hash is told
   * @param startsAt cut to the second, as the chain's clock knows nothing smaller
   */
  ServerMessage.Grant grant(String session, Instant startsAt, Duration length);
}
