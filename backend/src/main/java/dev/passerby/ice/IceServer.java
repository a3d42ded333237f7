package dev.passerby.ice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A STUN or TURN server as a browser's {@code RTCIceServer} wants it.
 *
 * @param username null, as is the credential, for STUN
 */
public record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {

  public IceServer {
    urls = List.copyOf(urls);
  }

  @Override
  public String toString() {
    return "IceServer[urls="
        + urls
        + ", credential="
        + (credential == null ? "none" : "[REDACTED]")
        + "]";
  }
}
