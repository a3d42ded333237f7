package dev.passerby.streaming;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person streams to. The key lets anybody stream in their name: it is in memory only, for
 * as long as the stream runs, and in no text that is made of this.
 *
 * @param secure whether it is RTMPS
 * @param host as the person wrote it: the name that a certificate has to be for
 * @param app the RTMP application: the address' path
 * @param key the stream's name at the ingest
 */
record Target(boolean secure, String host, int port, String app, String key) {

  private static final int LONGEST = 512;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+]");
  private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e&&[^\\\\]]+");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

  /**
   * Reads an ingest's address and the key for it; empty when they are not such, or their port is
   * not one of these.
   */
  static Optional<Target> of(String address, String key, Collection<Integer> ports) {
    if (address.length() > LONGEST || key.length() > LONGEST || !KEY.matcher(key).matches()) {
      return Optional.empty();
    }
    try {
      return of(new URI(address), key).filter(target -> ports.contains(target.port));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Target> of(URI address, String key) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("rtmps");
    String host = address.getHost();
    String path = address.getRawPath();
    boolean usable =
        (secure || scheme.equals("rtmp"))
            && host != null
            && HOST.matcher(host).matches()
            && path != null
            && PATH.matcher(path).matches()
            && address.getRawUserInfo() == null
            && address.getRawQuery() == null
            && address.getRawFragment() == null;
    if (!usable) {
      return Optional.empty();
    }
    int usual = secure ? 443 : 1935;
    int port = address.getPort() == -1 ? usual : address.getPort();
    String app = path.substring(1).replaceAll("/+$", "");
    return app.isEmpty() ? Optional.empty() : Optional.of(new Target(secure, host, port, app, key));
  }

  /** The address without the key, as RTMP's {@code connect} names it. */
  String url() {
    return (secure ? "rtmps://" : "rtmp://") + host + ":" + port + "/" + app;
  }

  /** Neither the key nor the place, which would tell who streams. */
  @Override
  public String toString() {
    return "Target[" + (secure ? "rtmps" : "rtmp") + ", [REDACTED]]";
  }
}
