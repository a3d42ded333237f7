package dev.passerby.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The configured servers, with time-limited TURN credentials as coturn's {@code use-auth-secret}
 * checks them ("REST API for access to TURN services", draft-uberti-behave-turn-rest-00): the
 * credential is the HMAC-SHA1 of the {@linkplain TurnUsername username}.
 */
@Component
final class ConfiguredIceServers implements IceServers {

  private final IceProperties properties;

  ConfiguredIceServers(IceProperties properties) {
    this.properties = properties;
  }

  @Override
  public List<IceServer> forRound(String encounter, int round, Instant validUntil) {
    List<IceServer> servers = new ArrayList<>(2);
    if (!properties.stunUrls().isEmpty()) {
      servers.add(new IceServer(properties.stunUrls(), null, null));
    }
    if (!properties.turnUrls().isEmpty()) {
      String username = TurnUsername.of(encounter, round, validUntil).wire();
      servers.add(new IceServer(properties.turnUrls(), username, credential(username)));
    }
    return List.copyOf(servers);
  }

  @Override
  public boolean hasRelay() {
    return !properties.turnUrls().isEmpty();
  }

  private String credential(String username) {
    try {
      // SHA-1 is what coturn speaks here; as a keyed MAC it is not broken.
      Mac mac = Mac.getInstance("HmacSHA1");
      byte[] secret = properties.turnSecret().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }
}
