package dev.passerby.streaming;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of addresses (CIDR, RFC 4632), IPv4 or IPv6.
 *
 * @param first any address in it
 * @param prefix how many leading bits all of them share
 */
record Network(InetAddress first, int prefix) {

  Network {
    if (prefix < 0 || prefix > first.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("no such prefix: /" + prefix);
    }
  }

  /**
   * Reads {@code 10.0.0.0/8} or {@code 2001:db8::/32}; a literal address, never a name.
   *
   * @throws IllegalArgumentException when it is not that
   */
  static Network valueOf(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a network, such as 10.0.0.0/8: " + text);
    }
    return new Network(
        InetAddress.ofLiteral(text.substring(0, slash)),
        Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] theirs = address.getAddress();
    int whole = prefix / Byte.SIZE;
    if (mine.length != theirs.length || !Arrays.equals(mine, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int rest = prefix % Byte.SIZE;
    return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
  }
}
