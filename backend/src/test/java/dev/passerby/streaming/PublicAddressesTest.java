package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service streams to the public internet, and is no way into the network it stands in. */
class PublicAddressesTest {

  private static final OwnNetworks NOWHERE = List::of;

  private final PublicAddresses addresses = new PublicAddresses(List.of(), List.of(), NOWHERE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456:789a::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void streamsToNoAddressThatIsNotPublic(String address) throws Exception {
    assertThat(addresses.permits(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1"
      })
  void streamsToPublicAddresses(String address) throws Exception {
    assertThat(addresses.permits(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void aNetworkCanBeAllowedAndItsNeighboursAreNot() throws Exception {
    var allowing = new PublicAddresses(List.of(), networks("10.1.2.0/23", "fd00:1::/33"), NOWHERE);
    assertThat(allowing.permits(InetAddress.ofLiteral("10.1.3.255"))).isTrue();
    assertThat(allowing.permits(InetAddress.ofLiteral("10.1.4.0"))).isFalse();
    assertThat(allowing.permits(InetAddress.ofLiteral("fd00:1:7fff::1"))).isTrue();
    assertThat(allowing.permits(InetAddress.ofLiteral("fd00:1:8000::1"))).isFalse();
  }

  @Test
  void aPublicNetworkThatTheMachineStandsInIsItsOwn() throws Exception {
    OwnNetworks own = () -> networks("11.22.32.7/20", "2a00:1234:5::7/64");
    var standing = new PublicAddresses(List.of(), List.of(), own);
    assertThat(standing.permits(InetAddress.ofLiteral("11.22.47.255"))).isFalse();
    assertThat(standing.permits(InetAddress.ofLiteral("2a00:1234:5::1"))).isFalse();
    assertThat(standing.of("11.22.33.44")).isEmpty();
    assertThat(standing.permits(InetAddress.ofLiteral("11.22.48.0"))).isTrue();
    assertThat(standing.permits(InetAddress.ofLiteral("2a00:1234:5:1::1"))).isTrue();

    var allowing = new PublicAddresses(List.of(), networks("11.22.33.44/32"), own);
    assertThat(allowing.permits(InetAddress.ofLiteral("11.22.33.44"))).isTrue();
    assertThat(allowing.permits(InetAddress.ofLiteral("11.22.33.45"))).isFalse();
  }

  @Test
  void knowsWhereThisMachineStands() throws Exception {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    assertThat(OwnNetworks.ofThisMachine()).anyMatch(network -> network.contains(loopback));
  }

  @Test
  void nothingIsPermittedWhileThatIsNotKnown() {
    var blind =
        new PublicAddresses(
            List.of(),
            List.of(),
            () -> {
              throw new SocketException("no interfaces");
            });
    assertThatThrownBy(() -> blind.of("1.1.1.1")).isInstanceOf(SocketException.class);
  }

  @Test
  void whatIsDeniedIsNotStreamedToAlthoughItIsPublicOrAllowed() throws Exception {
    var denying =
        new PublicAddresses(
            networks("1.1.1.0/24", "10.1.2.128/25"), networks("10.1.2.0/24"), NOWHERE);
    assertThat(denying.of("1.1.1.1")).isEmpty();
    assertThat(denying.permits(InetAddress.ofLiteral("10.1.2.200"))).isFalse();
    assertThat(denying.permits(InetAddress.ofLiteral("10.1.2.100"))).isTrue();
    assertThat(denying.permits(InetAddress.ofLiteral("1.1.2.1"))).isTrue();
  }

  @Test
  void aNameIsLookedUpAndSoAreOddWaysToWriteAnAddress() throws Exception {
    assertThat(addresses.of("localhost")).isEmpty();
    assertThat(addresses.of("2130706433")).isEmpty();
    assertThat(addresses.of("127.1")).isEmpty();
    assertThat(addresses.of("[::ffff:127.0.0.1]")).isEmpty();
    assertThat(addresses.of("1.1.1.1")).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "example.org/8", "::/129"})
  void aNetworkIsALiteralAddressAndAPrefix(String text) {
    assertThatThrownBy(() -> Network.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::valueOf).toList();
  }
}
