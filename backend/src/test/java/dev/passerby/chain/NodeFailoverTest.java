package dev.passerby.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.ChainHead.Standing;
import dev.passerby.chain.FaultyNode.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.utils.Numeric;

/** Two nodes, of which one goes bad. */
class NodeFailoverTest {

  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private final AdjustableClock clock = new AdjustableClock();

  private TestChain chain;
  private FaultyNode first;
  private FaultyNode second;
  private TestChain.Followed followed;

  @BeforeEach
  void start() throws Exception {
    chain = TestChain.start();
    first = new FaultyNode(chain.rpcUrl());
    second = new FaultyNode(chain.rpcUrl());
    followed = chain.follow(List.of(first.url(), second.url()), TIMEOUT, clock, 0);
    assertThat(followed.head().standing()).isEqualTo(Standing.CURRENT);
  }

  @AfterEach
  void stop() {
    followed.close();
    first.close();
    second.close();
    chain.close();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NONE", "LYING", "LAGGING"})
  void whatOneFailsToAnswerIsAskedOfTheOther(Fault fault) throws Exception {
    first.become(fault);

    chain.send("anvil_mine", "0x1");

    awaitTip();
    assertThat(readTierCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NONE", "LYING", "LAGGING"})
  void whenBothFailNobodyKnowsAndTheyRecover(Fault fault) throws Exception {
    first.become(fault);
    second.become(fault);
    await().until(() -> followed.head().standing() == Standing.UNREACHABLE);

    second.become(Fault.NONE);
    chain.send("anvil_mine", "0x1");

    awaitTip();
    await().until(() -> followed.head().standing() == Standing.CURRENT);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NONE", "LYING", "LAGGING"})
  void aNodeThatAnswersEverythingButCallsIsNoObstacle(Fault fault) throws Exception {
    first.become(fault, request -> request.contains("eth_call"));

    assertThat(readTierCount()).isEqualTo(3);
    assertThat(followed.head().standing()).isEqualTo(Standing.CURRENT);
  }

  @Test
  void aDeadNodeIsNotAskedEveryTime() throws Exception {
    first.become(Fault.BAD_GATEWAY);
    await().until(() -> second.heads() > 0);
    var asked = first.heads();

    var looks = second.heads();
    await().until(() -> second.heads() > looks + 20);
    assertThat(first.heads() - asked).isLessThan(5);
  }

  @Test
  void nobodyIsBelievedWhenOneLiesAboutABlock() throws Exception {
    second.become(Fault.LYING);
    chain.send("anvil_mine", "0x1");
    await().until(() -> followed.head().standing() == Standing.DISPUTED);

    second.become(Fault.NONE);
    awaitTip();
    await().until(() -> followed.head().standing() == Standing.CURRENT);
  }

  @Test
  void theLiarIsNotBelievedEitherWhenItIsTheOnePreferred() throws Exception {
    var seen = followed.head().view();
    first.become(Fault.LYING);
    chain.send("anvil_mine", "0x1");

    await().until(() -> followed.head().standing() != Standing.CURRENT);
    assertThat(followed.head().view()).isEqualTo(seen);
  }

  @Test
  void whoIsNotAskedInTimeContradictsNobody() throws Exception {
    second.become(Fault.SILENT);

    chain.send("anvil_mine", "0x1");

    awaitTip();
    assertThat(followed.head().standing()).isEqualTo(Standing.CURRENT);
  }

  @Test
  void aNodeThatLagsTooFarBehindHandsOverToOneThatDoesNot() throws Exception {
    first.become(Fault.LAGGING);
    clock.putForward(Duration.ofSeconds(90));
    await().until(() -> followed.head().standing() == Standing.STALE);

    chain.send("evm_setNextBlockTimestamp", clock.instant().getEpochSecond());
    chain.send("anvil_mine", "0x1");

    awaitTip();
    assertThat(followed.head().standing()).isEqualTo(Standing.CURRENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "ws"})
  void anOpenConnectionThatNobodyServesIsGivenUp(String scheme) throws Exception {
    try (var proxy = new TcpProxy(chain.rpcUrl().getPort())) {
      var url = URI.create(scheme + "://127.0.0.1:" + proxy.port());
      try (var over = chain.follow(List.of(url), TIMEOUT, clock, 0)) {
        assertThat(over.head().standing()).isEqualTo(Standing.CURRENT);

        proxy.freeze();
        await().until(() -> over.head().standing() == Standing.UNREACHABLE);

        proxy.thaw();
        chain.send("anvil_mine", "0x1");
        var tip = tip();
        await().until(() -> over.head().view().orElseThrow().latest().hash().equals(tip));
      }
    }
  }

  private int readTierCount() {
    var tierCount = Numeric.hexStringToByteArray(Hash.sha3String("tierCount()").substring(0, 10));
    var call = new EthCall(chain.contracts().tierPass(), tierCount, null);
    var latest = followed.head().view().orElseThrow().latest().hash();
    var word =
        followed
            .reader()
            .callAt(List.of(latest), List.of(call))
            .blockOptional(Duration.ofSeconds(10))
            .orElseThrow()
            .getFirst();
    return word[31];
  }

  private String tip() throws Exception {
    return chain
        .web3j()
        .ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false)
        .send()
        .getBlock()
        .getHash();
  }

  private void awaitTip() throws Exception {
    var tip = tip();
    await().until(() -> followed.head().view().orElseThrow().latest().hash().equals(tip));
  }
}
