package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service streams to the public internet, and is no way into the network it stands in. */
class PublicAddressesTest {

  private final PublicAddresses addresses = new PublicAddresses(List.of());

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
  void streamsToNoAddressThatIsNotPublic(String address) {
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
  void streamsToPublicAddresses(String address) {
    assertThat(addresses.permits(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void aNetworkCanBeAllowedAndItsNeighboursAreNot() {
    var allowing =
        new PublicAddresses(
            List.of(Network.valueOf("10.1.2.0/23"), Network.valueOf("fd00:1::/33")));
    assertThat(allowing.permits(InetAddress.ofLiteral("10.1.3.255"))).isTrue();
    assertThat(allowing.permits(InetAddress.ofLiteral("10.1.4.0"))).isFalse();
    assertThat(allowing.permits(InetAddress.ofLiteral("fd00:1:7fff::1"))).isTrue();
    assertThat(allowing.permits(InetAddress.ofLiteral("fd00:1:8000::1"))).isFalse();
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
}
