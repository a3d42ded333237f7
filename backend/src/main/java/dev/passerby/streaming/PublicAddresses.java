package dev.passerby.streaming;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are streamed to. The service connects to whatever a person names, and must not
 * become a way into the network that it stands in: only addresses of the public internet are
 * connected to, and of those none of the machine's own networks; and those that are checked are
 * those that are connected to.
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

  private final List<Network> denied;
  private final List<Network> allowed;
  private final OwnNetworks own;

  /**
   * @param denied networks that are not taken, whatever else is said of them
   * @param allowed networks that are taken although they are not public, or are the machine's own
   */
  PublicAddresses(List<Network> denied, List<Network> allowed, OwnNetworks own) {
    this.denied = denied;
    this.allowed = allowed;
    this.own = own;
  }

  /**
   * Whether it is streamed to.
   *
   * @throws IOException when it is not known which networks this machine stands in
   */
  boolean permits(InetAddress address) throws IOException {
    return permits(address, own.now());
  }

  /**
   * Looks a name up, once; blocks. A name of which any address is not permitted is not permitted.
   *
   * @return its addresses, none when one of them is not permitted
   * @throws IOException when there is no such name, or it is not known where this machine stands
   */
  List<InetAddress> of(String host) throws IOException {
    List<InetAddress> found = List.of(InetAddress.getAllByName(host));
    List<Network> ours = own.now();
    return found.stream().allMatch(address -> permits(address, ours)) ? found : List.of();
  }

  private boolean permits(InetAddress address, List<Network> ours) {
    if (isIn(denied, address)) {
      return false;
    }
    return isIn(allowed, address) || (isPublic(address) && !isIn(ours, address));
  }

  private static boolean isPublic(InetAddress address) {
    // Java makes plain IPv4 addresses of those that IPv6 maps (::ffff:0:0/96).
    if (address instanceof Inet6Address) {
      return GLOBAL_UNICAST.contains(address) && !isIn(SPECIAL_V6, address);
    }
    return !isIn(SPECIAL_V4, address);
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::valueOf).toList();
  }
}
