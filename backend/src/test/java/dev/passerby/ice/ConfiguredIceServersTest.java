package dev.passerby.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredIceServersTest {

  private static final Instant UNTIL = Instant.ofEpochSecond(1_798_736_400L);

  @Test
  void signsTheExpiryAndTheMatchAsCoturnChecksThem() {
    var servers =
        new ConfiguredIceServers(
            new IceProperties(
                List.of("stun:stun.example.org"), List.of("turn:turn.example.org"), "north"));
    IceServer turn = servers.forMatch("match", UNTIL).get(1);
    assertThat(turn.username()).isEqualTo("1798736400:match");
    // printf '1798736400:match' | openssl dgst -sha1 -hmac north -binary | base64
    assertThat(turn.credential()).isEqualTo("pzcJuKzAggvzc9o7CUzihlKVGSY=");
  }

  @Test
  void givesEveryMatchItsOwnCredential() {
    var servers =
        new ConfiguredIceServers(
            new IceProperties(List.of(), List.of("turn:turn.example.org"), "north"));
    assertThat(servers.forMatch("one", UNTIL)).isNotEqualTo(servers.forMatch("other", UNTIL));
  }

  @Test
  void hasNoServersUnlessConfigured() {
    var servers = new ConfiguredIceServers(new IceProperties(List.of(), List.of(), ""));
    assertThat(servers.forMatch("match", UNTIL)).isEmpty();
  }

  @Test
  void printsNoSecret() {
    var properties = new IceProperties(List.of(), List.of("turn:turn.example.org"), "north");
    List<IceServer> servers = new ConfiguredIceServers(properties).forMatch("match", UNTIL);
    assertThat(properties + " " + servers)
        .doesNotContain("north", String.valueOf(servers.getFirst().credential()));
  }
}
