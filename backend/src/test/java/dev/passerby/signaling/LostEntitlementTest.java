package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.TestChain;
import dev.passerby.contracts.TierPass;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;

/** A pass that is sold and a stake that is asked back, from a real chain to the socket. */
@SpringBootTest(
    classes = LostEntitlementTest.OnChain.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.encounter.widen-every-when-few=50ms"
    })
class LostEntitlementTest {

  private static final Credentials ADA = TestChain.account(1);
  private static final Credentials BRUNO = TestChain.account(2);
  private static final Credentials CLARA = TestChain.account(3);
  private static final BigInteger MINIMUM_STAKE = TestChain.ether("0.1");

  // There before the service is, which is told where it is.
  private static final TestChain chain = startChain();
  private static final BigInteger pass = prepare();

  @LocalServerPort private int port;

  private final List<TestSocket> sockets = new ArrayList<>();

  /** Everything but the sign-in. */
  @EnableAutoConfiguration
  @ComponentScan({
    "dev.passerby.signaling",
    "dev.passerby.presence",
    "dev.passerby.encounter",
    "dev.passerby.grant",
    "dev.passerby.ice",
    "dev.passerby.safety",
    "dev.passerby.entitlement",
    "dev.passerby.store",
    "dev.passerby.chain"
  })
  @ConfigurationPropertiesScan({
    "dev.passerby.signaling",
    "dev.passerby.presence",
    "dev.passerby.encounter",
    "dev.passerby.grant",
    "dev.passerby.ice",
    "dev.passerby.safety",
    "dev.passerby.entitlement",
    "dev.passerby.store",
    "dev.passerby.chain"
  })
  @Import(SignInByHeader.class)
  static class OnChain {}

  private static TestChain startChain() {
    try {
      return TestChain.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ada gets a pass, Bruno a stake. */
  private static BigInteger prepare() {
    try {
      chain.staking(BRUNO).stake(MINIMUM_STAKE).send();
      var receipt = chain.passes(ADA).mint(BigInteger.ZERO, TestChain.ether("0.01")).send();
      return TierPass.getPassMintedEvents(receipt).getFirst().tokenId;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @DynamicPropertySource
  static void chain(DynamicPropertyRegistry properties) {
    properties.add("passerby.chain.rpc-url", chain::rpcUrl);
    properties.add("passerby.chain.tier-pass", () -> chain.contracts().tierPass().value());
    properties.add(
        "passerby.chain.session-staking", () -> chain.contracts().sessionStaking().value());
  }

  @AfterEach
  void closeSockets() {
    sockets.forEach(TestSocket::close);
  }

  @AfterAll
  static void stopChain() {
    chain.close();
  }

  @Test
  void whatIsLostInAnEncounterIsToldAtOnceAndTheEncounterGoesOn() throws Exception {
    TestSocket ada = connect(ADA);
    TestSocket bruno = connect(BRUNO);
    ada.send("{\"type\":\"join\"}");
    bruno.send("{\"type\":\"join\"}");
    String encounter = ada.await("matched").path("encounter").asString();
    bruno.await("matched");
    for (TestSocket one : List.of(ada, bruno)) {
      one.send("{\"type\":\"decoded\",\"encounter\":\"%s\"}".formatted(encounter));
    }
    ada.await("live");
    bruno.await("live");

    chain.passes(ADA).transferFrom(ADA.getAddress(), CLARA.getAddress(), pass).send();
    long transferred = System.nanoTime();
    JsonNode lost = ada.await("entitlement").path("entitlement");
    assertThat(lost.path("mayMeet").asBoolean()).isFalse();
    assertThat(lost.path("features")).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - transferred)).isLessThan(Duration.ofSeconds(5));

    chain.staking(BRUNO).requestUnstake(MINIMUM_STAKE).send();
    assertThat(bruno.await("entitlement").path("entitlement").path("mayMeet").asBoolean())
        .isFalse();

    ada.send(
        "{\"type\":\"signal\",\"encounter\":\"%s\",\"payload\":{\"candidate\":null}}"
            .formatted(encounter));
    assertThat(bruno.await("signal").path("encounter").asString()).isEqualTo(encounter);

    ada.send("{\"type\":\"leave\"}");
    bruno.await("ended");
    for (TestSocket one : List.of(ada, bruno)) {
      one.send("{\"type\":\"join\"}");
      assertThat(one.await("error").path("code").asString()).isEqualTo("entitlement-required");
    }
  }

  private TestSocket connect(Credentials account) {
    TestSocket socket = new TestSocket(port, TestChain.address(account));
    sockets.add(socket);
    return socket;
  }
}
