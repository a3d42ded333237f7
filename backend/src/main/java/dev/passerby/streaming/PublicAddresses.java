package dev.passerby.streaming;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are streamed to. The service connects to whatever a person names, and must not
 * become a way into the network that it stands in: only addresses of the public internet are
 * connected to, and those that are checked are those that are connected to.
 */
final class PublicAddresses {

  /** What is not public in IPv4 (IANA's special-purpose registry, RFC 6890 and its updates). */
  private static final List<Network> SPECIAL_V4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All that is public in IPv6 is in here (RFC 4291 §2.4). */
  private static final Network GLOBAL_UNICAST = Network.valueOf("2000::/3");

  /** Of those, what leads elsewhere: Teredo and its kin, documentation, and IPv4 in disguise. */
  private static final List<Network> SPECIAL_V6 =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private final List<Network> allowed;

  /**
   * @param allowed networks that are taken although they are not public
   */
  PublicAddresses(List<Network> allowed) {
    this.allowed = allowed;
  }

  boolean permits(InetAddress address) {
    return isPublic(address) || allowed.stream().anyMatch(network -> network.contains(address));
  }

  /**
   * Looks a name up, once; blocks. A name of which any address is not permitted is not permitted.
   *
   * @return its addresses, none when one of them is not permitted
   * @throws UnknownHostException when there is no such name
   */
  List<InetAddress> of(String host) throws UnknownHostException {
    List<InetAddress> found = List.of(InetAddress.getAllByName(host));
    return found.stream().allMatch(this::permits) ? found : List.of();
  }

  private static boolean isPublic(InetAddress address) {
    // Java makes plain IPv4 addresses of those that IPv6 maps (::ffff:0:0/96).
    if (address instanceof Inet6Address) {
      return GLOBAL_UNICAST.contains(address) && isOutside(SPECIAL_V6, address);
    }
    return isOutside(SPECIAL_V4, address);
  }

  private static boolean isOutside(List<Network> networks, InetAddress address) {
    return networks.stream().noneMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::valueOf).toList();
  }
}
