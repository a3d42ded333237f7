package dev.passerby.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.ChainHead.ChainEvent;
import dev.passerby.chain.ChainHead.Head;
import dev.passerby.chain.ChainHead.Standing;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;

class HeadFollowerTest {

  private final AdjustableClock clock = new AdjustableClock();
  private final List<ChainEvent> events = new CopyOnWriteArrayList<>();

  private TestChain chain;
  private TestChain.Followed followed;
  private ChainHead head;

  @BeforeEach
  void start() throws Exception {
    chain = TestChain.start();
    follow(0);
  }

  private void follow(int confirmations) {
    followed = chain.follow(clock, confirmations);
    head = followed.head();
    head.events().subscribe(events::add, error -> events.clear());
    assertThat(head.view()).isPresent();
  }

  @AfterEach
  void stop() throws Exception {
    followed.close();
    chain.close();
  }

  @Test
  void followsBlockByBlockAndHandsOnTheContractsLogsOnly() throws Exception {
    chain.passes(TestChain.account(1)).mint(zero(), TestChain.ether("0.01")).send();
    chain.send("anvil_mine", "0x5");
    chain.staking(TestChain.account(2)).stake(TestChain.ether("0.1")).send();

    awaitTip();
    assertThat(logsIn(events)).isEqualTo(List.of(tierPass(), tierPass(), sessionStaking()));
    assertThat(events).doesNotContain(new ChainEvent.Reset());
  }

  @Test
  void blocksWithoutTheContractsLogsAreNoEvent() throws Exception {
    chain.send("anvil_mine", "0x3");

    awaitTip();
    assertThat(events).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10})
  void theConfirmedBlockLiesThatManyBelowTheLatest(int confirmations) throws Exception {
    followed.close();
    follow(confirmations);
    chain.send("anvil_mine", "0xb");
    awaitTip();

    var view = head.view().orElseThrow();
    assertThat(view.confirmed().number()).isEqualTo(view.latest().number() - confirmations);
    assertThat(view.confirmed().hash()).isEqualTo(hashOf(view.confirmed().number()));
  }

  @Test
  void logsAreHandedOnAgainWhenTheirBlockIsConfirmed() throws Exception {
    chain.send("anvil_mine", "0x2");
    followed.close();
    follow(2);
    chain.staking(TestChain.account(2)).stake(TestChain.ether("0.1")).send();
    await().until(() -> addresses(events).equals(List.of(sessionStaking())));

    chain.send("anvil_mine", "0x1");
    awaitTip();
    assertThat(addresses(events)).hasSize(1);

    chain.send("anvil_mine", "0x1");
    await().until(() -> addresses(events).equals(List.of(sessionStaking(), sessionStaking())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void tracesAReorganisationOfThisDepthAndHandsOnWhatItTookBack(int depth) throws Exception {
    chain.send("anvil_mine", "0xc"); // so that the contracts themselves are out of its reach
    chain.staking(TestChain.account(2)).stake(TestChain.ether("0.1")).send();
    if (depth > 1) {
      chain.send("anvil_mine", "0x%x".formatted(depth - 1));
    }
    awaitTip();
    var left = latest();
    events.clear();

    chain.send("anvil_reorg", depth, List.of());

    awaitTip();
    assertThat(latest().hash()).isNotEqualTo(left.hash());
    await().until(() -> addresses(events).equals(List.of(sessionStaking())));
    assertThat(events).doesNotContain(new ChainEvent.Reset());
    var view = head.view().orElseThrow();
    assertThat(view.confirmed().hash()).isEqualTo(hashOf(view.confirmed().number()));
  }

  @Test
  void aNodeThatLagsBehindIsNoReorganisation() throws Exception {
    try (var node = new FaultyNode(chain.rpcUrl());
        var lagging = chain.follow(List.of(node.url()), Duration.ofSeconds(5), clock, 0)) {
      chain.send("anvil_mine", "0x5");
      var tip = hashOf(DefaultBlockParameterName.LATEST);
      await().until(() -> lagging.head().view().orElseThrow().latest().hash().equals(tip));
      var seen = lagging.head().view();

      chain.send("anvil_rollback", 3);
      var looks = node.heads();
      await().until(() -> node.heads() > looks + 2);
      assertThat(lagging.head().view()).isEqualTo(seen);
      assertThat(lagging.head().standing()).isEqualTo(Standing.CURRENT);

      chain.send("anvil_mine", "0x1");
      var other = hashOf(DefaultBlockParameterName.LATEST);
      await().until(() -> lagging.head().view().orElseThrow().latest().hash().equals(other));
    }
  }

  @Test
  void beginsAnewOnAChainThatHasNothingInCommonWithTheOneBefore() throws Exception {
    chain.send("anvil_mine", "0x5");
    awaitTip();

    chain.send("anvil_reset");
    chain.send("anvil_mine", "0x1");

    awaitTip();
    await().until(() -> events.contains(new ChainEvent.Reset()));
  }

  @Test
  void resetsRatherThanWalkingBackThroughAThousandBlocks() throws Exception {
    chain.send("anvil_mine", "0x3e8");

    awaitTip();
    await().until(() -> events.contains(new ChainEvent.Reset()));
  }

  @Test
  void growsStaleWhileNoBlockComesAndRecovers() throws Exception {
    assertThat(head.standing()).isEqualTo(Standing.CURRENT);

    clock.putForward(Duration.ofSeconds(62));
    assertThat(head.standing()).isEqualTo(Standing.STALE);

    var ahead = clock.instant().getEpochSecond();
    chain.send("evm_setNextBlockTimestamp", ahead);
    chain.send("evm_mine");
    await().until(() -> head.standing() == Standing.CURRENT);
  }

  @Test
  void saysSoWhenTheNodeIsGoneAndKeepsTheLastHead() {
    var last = head.view();

    chain.stopNode();

    await().until(() -> head.standing() == Standing.UNREACHABLE);
    assertThat(head.view()).isEqualTo(last);
    clock.putForward(Duration.ofSeconds(62));
    assertThat(head.standing()).isEqualTo(Standing.STALE);
  }

  @Test
  void isStaleBeforeTheFirstBlock() {
    var settings = new HeadFollower.Settings(0, Duration.ofSeconds(1), Duration.ofSeconds(60));
    try (var rpc =
            new NodeRpc(List.of(URI.create("http://127.0.0.1:1")), Duration.ofSeconds(1), 1);
        var follower = new HeadFollower(rpc, chain.contracts(), settings, clock)) {
      follower.start();

      assertThat(follower.view()).isEmpty();
      assertThat(follower.standing()).isEqualTo(Standing.STALE);
    }
  }

  @Test
  void aNodeThatAnnouncesItsBlocksIsLookedAtAtOnce() throws Exception {
    var settings = new HeadFollower.Settings(0, Duration.ofHours(1), Duration.ofSeconds(60));
    try (var rpc = new NodeRpc(List.of(chain.socketUrl()), Duration.ofSeconds(5), 2);
        var follower = new HeadFollower(rpc, chain.contracts(), settings, clock)) {
      follower.start();
      var before = follower.view().orElseThrow().latest().number();

      // The subscription may not be there for the first of them.
      await()
          .until(
              () -> {
                chain.send("anvil_mine", "0x1");
                return follower.view().orElseThrow().latest().number() > before;
              });
    }
  }

  private Head latest() {
    return head.view().orElseThrow().latest();
  }

  private String hashOf(long number) throws Exception {
    return hashOf(DefaultBlockParameter.valueOf(BigInteger.valueOf(number)));
  }

  private String hashOf(DefaultBlockParameter block) throws Exception {
    return chain.web3j().ethGetBlockByNumber(block, false).send().getBlock().getHash();
  }

  private void awaitTip() throws Exception {
    var tip = hashOf(DefaultBlockParameterName.LATEST);
    await().until(() -> latest().hash().equals(tip));
  }

  private List<Address> logsIn(List<ChainEvent> seen) {
    await().until(() -> addresses(seen).contains(sessionStaking()));
    return addresses(seen);
  }

  private static List<Address> addresses(List<ChainEvent> seen) {
    return seen.stream()
        .flatMap(
            event ->
                switch (event) {
                  case ChainEvent.Logs logs -> logs.logs().stream();
                  case ChainEvent.Reset _ -> Stream.empty();
                })
        .map(log -> new Address(log.getAddress()))
        .toList();
  }

  private Address tierPass() {
    return chain.contracts().tierPass();
  }

  private Address sessionStaking() {
    return chain.contracts().sessionStaking();
  }

  private static BigInteger zero() {
    return BigInteger.ZERO;
  }
}
