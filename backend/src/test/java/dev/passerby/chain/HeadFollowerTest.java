package dev.passerby.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.ChainHead.ChainEvent;
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
import org.web3j.protocol.core.DefaultBlockParameterName;

class HeadFollowerTest {

  private final AdjustableClock clock = new AdjustableClock();
  private final List<ChainEvent> events = new CopyOnWriteArrayList<>();

  private TestChain chain;
  private TestChain.FollowedHead followed;
  private ChainHead head;

  @BeforeEach
  void start() throws Exception {
    chain = TestChain.start();
    followed = chain.follow(clock);
    head = followed.head();
    head.events().subscribe(events::add, error -> events.clear());
    await().until(() -> head.latest().isPresent());
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
  @ValueSource(ints = {1, 2, 3, 10})
  void convergesAfterAReorganisationOfThisDepth(int depth) throws Exception {
    chain.send("anvil_mine", "0xc");
    awaitTip();
    var left = head.latest().orElseThrow();

    chain.send("anvil_reorg", depth, List.of());

    awaitTip();
    assertThat(head.latest().orElseThrow().hash()).isNotEqualTo(left.hash());
    await().until(() -> events.contains(new ChainEvent.Reset()));
  }

  @Test
  void resetsWhenTheChainGetsShorter() throws Exception {
    chain.send("anvil_mine", "0x5");
    awaitTip();

    chain.send("anvil_rollback", 3);

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
    assertThat(head.stale()).isFalse();

    clock.putForward(Duration.ofSeconds(62));
    assertThat(head.stale()).isTrue();
    assertThat(head.following()).isTrue();

    var ahead = clock.instant().getEpochSecond();
    chain.send("evm_setNextBlockTimestamp", ahead);
    chain.send("evm_mine");
    await().until(() -> !head.stale());
  }

  @Test
  void saysSoWhenTheNodeIsGoneAndKeepsTheLastHead() throws Exception {
    await().until(head::following);
    var last = head.latest();

    chain.stopNode();

    await().until(() -> !head.following());
    assertThat(head.latest()).isEqualTo(last);
    clock.putForward(Duration.ofSeconds(62));
    assertThat(head.stale()).isTrue();
  }

  @Test
  void isStaleBeforeTheFirstBlock() {
    try (var rpc = new NodeRpc(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(1), 1);
        var follower =
            new HeadFollower(
                rpc, chain.contracts(), Duration.ofSeconds(1), Duration.ofSeconds(60), clock)) {
      assertThat(follower.latest()).isEmpty();
      assertThat(follower.stale()).isTrue();
      assertThat(follower.following()).isFalse();
    }
  }

  private void awaitTip() throws Exception {
    var tip =
        chain
            .web3j()
            .ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false)
            .send()
            .getBlock()
            .getHash();
    await().until(() -> head.latest().orElseThrow().hash().equals(tip));
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
