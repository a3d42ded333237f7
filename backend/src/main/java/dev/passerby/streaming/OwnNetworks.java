package dev.passerby.streaming;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.List;

/**
 * The networks that this machine stands in, as its interfaces have them now: also one of public
 * addresses is its operator's own.
 */
@FunctionalInterface
interface OwnNetworks {

  List<Network> now() throws IOException;

  /** Those of this machine. */
  static List<Network> ofThisMachine() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(networkInterface -> networkInterface.getInterfaceAddresses().stream())
        .map(OwnNetworks::networkOf)
        .toList();
  }

  /** Of an interface that says nothing of its network, its own address at least. */
  private static Network networkOf(InterfaceAddress own) {
    InetAddress address = own.getAddress();
    int prefix = own.getNetworkPrefixLength();
    return new Network(address, prefix > 0 ? prefix : address.getAddress().length * Byte.SIZE);
  }
}
