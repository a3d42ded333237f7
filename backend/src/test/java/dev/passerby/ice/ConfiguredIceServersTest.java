package dev.passerby.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredIceServersTest {

  private static final Instant UNTIL = Instant.ofEpochSecond(1_798_736_400L);

  @Test
  void signsExpiryEncounterAndRoundAsCoturnChecksThem() {
    var servers = servers(List.of("stun:stun.example.org"), List.of("turn:turn.example.org"));
    IceServer turn = servers.forRound("match", 2, UNTIL).get(1);
    assertThat(turn.username()).isEqualTo("1798736400:match.2");
    // printf '1798736400:match.2' | openssl dgst -sha1 -hmac north -binary | base64
    assertThat(turn.credential()).isEqualTo("u58GhAQJAUGxtZHa62IjAf9SpZM=");
  }

  @Test
  void givesEveryEncounterAndEveryRoundItsOwnCredential() {
    var servers = servers(List.of(), List.of("turn:turn.example.org"));
    assertThat(
            List.of(
                servers.forRound("one", 1, UNTIL),
                servers.forRound("one", 2, UNTIL),
                servers.forRound("other", 1, UNTIL)))
        .doesNotHaveDuplicates();
  }

  @Test
  void letsNoCredentialRunOutBeforeItsTime() {
    assertThat(TurnUsername.of("match", 1, UNTIL.plusMillis(1)).expiry())
        .isEqualTo(UNTIL.getEpochSecond() + 1);
    assertThat(TurnUsername.of("match", 1, UNTIL).expiry()).isEqualTo(UNTIL.getEpochSecond());
  }

  @Test
  void readsItsOwnNamesAndNoOthers() {
    var name = new TurnUsername(1_798_736_400L, "Zk3xq0Jr8V2mPdYw1nTb-_", 12);
    assertThat(TurnUsername.parse(name.wire())).contains(name);
    for (String other : List.of("", "alice", "1798736400:alice", "x:match.1", "1:match.1\n")) {
      assertThat(TurnUsername.parse(other)).as(other).isEmpty();
    }
  }

  @Test
  void hasNoServersUnlessConfigured() {
    assertThat(servers(List.of(), List.of()).forRound("match", 1, UNTIL)).isEmpty();
  }

  @Test
  void hasARelayOnlyWhereTurnIsConfigured() {
    assertThat(servers(List.of("stun:stun.example.org"), List.of()).hasRelay()).isFalse();
    assertThat(servers(List.of(), List.of("turn:turn.example.org")).hasRelay()).isTrue();
  }

  @Test
  void printsNoSecret() {
    var properties = properties(List.of(), List.of("turn:turn.example.org"));
    List<IceServer> servers = new ConfiguredIceServers(properties).forRound("match", 1, UNTIL);
    assertThat(properties + " " + servers + " " + properties.consoles())
        .doesNotContain("north", "south", String.valueOf(servers.getFirst().credential()));
  }

  private static ConfiguredIceServers servers(List<String> stun, List<String> turn) {
    return new ConfiguredIceServers(properties(stun, turn));
  }

  private static IceProperties properties(List<String> stun, List<String> turn) {
    return new IceProperties(
        stun,
        turn,
        "north",
        List.of("localhost:5766"),
        "south",
        Duration.ofSeconds(2),
        Duration.ofSeconds(1));
  }
}
