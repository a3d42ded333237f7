package dev.passerby.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import dev.passerby.chain.AdjustableClock;
import dev.passerby.chain.ChainHead.Standing;
import dev.passerby.chain.FaultyNode;
import dev.passerby.chain.FaultyNode.Fault;
import dev.passerby.chain.TestChain;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many wallets that nobody knows, on a real chain that answers well or badly. */
class UnknownWalletsTest {

  private static final int WALLETS_PER_REQUEST = 50;
  private static final EntitlementResult NOTHING =
      new EntitlementResult.Known(new Entitlement(false, 0, Set.of()));
  private static final EntitlementResult STAKED =
      new EntitlementResult.Known(new Entitlement(true, 0, Set.of()));

  private TestChain chain;
  private FaultyNode node;
  private TestChain.Followed followed;
  private CachedEntitlements entitlements;

  @BeforeEach
  void start() throws Exception {
    chain = TestChain.start();
    chain.staking(TestChain.account(1)).stake(TestChain.ether("0.1")).send();
    chain.send("anvil_mine", "0x5");
    node = new FaultyNode(chain.rpcUrl());
    follow(0);
  }

  @AfterEach
  void stop() {
    unfollow();
    node.close();
    chain.close();
  }

  private void follow(int confirmations) {
    var clock = new AdjustableClock();
    followed = chain.follow(List.of(node.url()), Duration.ofSeconds(5), clock, confirmations);
    entitlements =
        new CachedEntitlements(
            followed.reader(),
            followed.head(),
            new EntitlementProperties(Duration.ofMinutes(1), 10_000, WALLETS_PER_REQUEST),
            clock);
  }

  private void unfollow() {
    entitlements.close();
    followed.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void oneWalletCostsOneRequestOnce(int confirmations) {
    unfollow();
    follow(confirmations);
    var before = node.reads();

    assertThat(of(ada())).isEqualTo(STAKED);
    assertThat(of(ada())).isEqualTo(STAKED);

    assertThat(node.reads() - before).isEqualTo(1);
  }

  @Test
  void aThousandAtOnceShareFewRequests() throws Exception {
    var before = node.reads();
    // All have asked before the first is answered.
    node.become(Fault.HELD, request -> request.contains("eth_call"));
    var answers = Flux.range(1, 1_000).flatMap(this::unknown, 1_000).collectList().toFuture();
    node.become(Fault.NONE);

    assertThat(answers.get(60, TimeUnit.SECONDS)).hasSize(1_000).containsOnly(NOTHING);

    assertThat(node.reads() - before).isBetween(20, 2 + 20);
  }

  @Test
  void aThousandThatGetNoAnswerDoNotKeepTheKnownWaitingNorTheHeadFromMoving() throws Exception {
    assertThat(of(ada())).isEqualTo(STAKED);
    node.become(Fault.SILENT, request -> request.contains("eth_call"));

    var burst = Flux.range(1, 1_000).flatMap(this::unknown, 1_000).subscribe();
    await().until(() -> node.reads() > 1);
    assertThat(entitlements.of(ada()).block(Duration.ofSeconds(1))).isEqualTo(STAKED);
    var seen = followed.head().view().orElseThrow().latest().number();
    chain.send("anvil_mine", "0x1");
    await().until(() -> followed.head().view().orElseThrow().latest().number() > seen);
    assertThat(followed.head().standing()).isEqualTo(Standing.CURRENT);
    burst.dispose();

    node.become(Fault.NONE);
  }

  @Test
  void whatFailedIsAskedAgain() throws Exception {
    node.become(Fault.GARBAGE, request -> request.contains("eth_call"));
    assertThat(askAll()).hasSize(1_000).containsOnly(new EntitlementResult.ChainDown());

    node.become(Fault.NONE);
    assertThat(askAll()).hasSize(1_000).containsOnly(NOTHING);
  }

  private List<EntitlementResult> askAll() {
    return Flux.range(1, 1_000)
        .flatMap(this::unknown, 1_000)
        .collectList()
        .blockOptional(Duration.ofSeconds(60))
        .orElseThrow();
  }

  private Mono<EntitlementResult> unknown(int number) {
    return entitlements.of(new Address("0x%040x".formatted(number)));
  }

  private EntitlementResult of(Address wallet) {
    return entitlements.of(wallet).blockOptional(Duration.ofSeconds(10)).orElseThrow();
  }

  private static Address ada() {
    return TestChain.address(TestChain.account(1));
  }
}
