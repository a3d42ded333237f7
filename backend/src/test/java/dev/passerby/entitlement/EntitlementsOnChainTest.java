package dev.passerby.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import dev.passerby.chain.AdjustableClock;
import dev.passerby.chain.ChainHead;
import dev.passerby.chain.TestChain;
import dev.passerby.contracts.TierPass;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.core.DefaultBlockParameterName;

/** Entitlements over a real chain with the real contracts. */
class EntitlementsOnChainTest {

  private static final Credentials ADA = TestChain.account(1);
  private static final Credentials BRUNO = TestChain.account(2);
  private static final BigInteger BRONZE = BigInteger.ZERO;
  private static final BigInteger SILVER = BigInteger.ONE;
  private static final BigInteger GOLD = BigInteger.TWO;
  private static final BigInteger MINIMUM_STAKE = TestChain.ether("0.1");
  private static final EntitlementResult NOTHING = known(new Entitlement(false, 0, Set.of()));

  private final AdjustableClock clock = new AdjustableClock();
  private final List<Address> changed = new CopyOnWriteArrayList<>();

  private TestChain chain;
  private TestChain.Followed followed;
  private CachedEntitlements entitlements;

  @BeforeEach
  void start() throws Exception {
    chain = TestChain.start();
    follow(0);
  }

  /** As a service does that was started anew, once the contracts themselves are confirmed. */
  private void followAgain(int confirmations) throws Exception {
    stop(followed, entitlements);
    chain.send("anvil_mine", "0x%x".formatted(confirmations + 1));
    follow(confirmations);
  }

  private void follow(int confirmations) {
    followed = chain.follow(clock, confirmations);
    var properties = new EntitlementProperties(Duration.ofMinutes(1), 1_000, 50);
    entitlements = new CachedEntitlements(followed.reader(), followed.head(), properties, clock);
    entitlements.changed().subscribe(changed::add, error -> changed.clear());
  }

  @AfterEach
  void stop() {
    stop(followed, entitlements);
    chain.close();
  }

  private static void stop(TestChain.Followed followed, CachedEntitlements entitlements) {
    entitlements.close();
    followed.close();
  }

  @Test
  void aMintedPassUnlocksItsTiersFeatures() throws Exception {
    assertThat(of(ADA)).isEqualTo(NOTHING);

    mint(SILVER, "0.05");
    awaitChanged(ADA);

    var silver =
        Set.of(Feature.CONTACTS, Feature.RECORDING, Feature.STREAMING, Feature.STUDIO_INPUTS);
    assertThat(of(ADA)).isEqualTo(known(new Entitlement(false, 1, silver)));
  }

  @Test
  void passesOfSeveralTiersUnlockTheirUnion() throws Exception {
    mint(BRONZE, "0.01");
    mint(GOLD, "0.25");
    awaitTip();

    assertThat(of(ADA)).isEqualTo(known(new Entitlement(false, 2, Set.of(Feature.values()))));
  }

  @Test
  void aPassThatMovesTakesItsFeaturesAlong() throws Exception {
    var token = mint(BRONZE, "0.01");
    awaitChanged(ADA);
    assertThat(mayMeet(ADA)).isTrue();
    assertThat(mayMeet(BRUNO)).isFalse();

    chain.passes(ADA).transferFrom(ADA.getAddress(), BRUNO.getAddress(), token).send();
    awaitChanged(BRUNO);

    assertThat(of(ADA)).isEqualTo(NOTHING);
    assertThat(mayMeet(BRUNO)).isTrue();
  }

  @Test
  void stakeCountsUntilItIsAskedBack() throws Exception {
    chain.staking(ADA).stake(MINIMUM_STAKE).send();
    awaitChanged(ADA);
    assertThat(of(ADA)).isEqualTo(known(new Entitlement(true, 0, Set.of())));
    changed.clear();

    chain.staking(ADA).requestUnstake(MINIMUM_STAKE).send();
    awaitChanged(ADA);

    assertThat(of(ADA)).isEqualTo(NOTHING);
    assertThat(mayMeet(ADA)).isFalse();
  }

  @Test
  void aWithdrawalIsNoticed() throws Exception {
    chain.staking(ADA).stake(MINIMUM_STAKE).send();
    awaitChanged(ADA);
    changed.clear();
    chain.staking(ADA).requestUnstake(MINIMUM_STAKE).send();
    awaitChanged(ADA);
    changed.clear();
    chain.send("evm_increaseTime", Duration.ofDays(1).toSeconds());

    chain.staking(ADA).withdraw().send();

    awaitChanged(ADA);
    assertThat(of(ADA)).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatAReorganisationOfThisDepthTakesBackIsNotGranted(int depth) throws Exception {
    chain.send("anvil_mine", "0xb"); // so that the contracts themselves are out of its reach
    mint(BRONZE, "0.01");
    awaitChanged(ADA);
    if (depth > 1) {
      chain.send("anvil_mine", "0x%x".formatted(depth - 1));
    }
    awaitTip();
    assertThat(mayMeet(ADA)).isTrue();
    changed.clear();

    chain.send("anvil_reorg", depth, List.of());
    awaitChanged(ADA);

    assertThat(of(ADA)).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void aRightOpensAtThisDepthAndClosesAtOnce(int depth) throws Exception {
    followAgain(depth);
    assertThat(of(ADA)).isEqualTo(NOTHING);

    chain.staking(ADA).stake(MINIMUM_STAKE).send();
    for (var confirmations = 0; confirmations < depth; confirmations++) {
      awaitTip();
      assertThat(mayMeet(ADA)).isFalse();
      chain.send("anvil_mine", "0x1");
    }
    await().until(() -> mayMeet(ADA));

    chain.staking(ADA).requestUnstake(MINIMUM_STAKE).send();
    await().until(() -> !mayMeet(ADA));
  }

  @Test
  void aPassBoughtForAStakeGivenBackOpensNothingUntilItIsConfirmed() throws Exception {
    followAgain(2);
    chain.staking(ADA).stake(MINIMUM_STAKE).send();
    chain.send("anvil_mine", "0x2");
    awaitTip();
    assertThat(mayMeet(ADA)).isTrue();

    mint(BRONZE, "0.01");
    chain.staking(ADA).requestUnstake(MINIMUM_STAKE).send();
    awaitTip();
    assertThat(mayMeet(ADA)).isFalse();

    chain.send("anvil_mine", "0x1");
    awaitTip();
    await().until(() -> mayMeet(ADA));
  }

  @Test
  void aServiceThatStartsWithNothingKnownComesToTheSameAnswers() throws Exception {
    mint(SILVER, "0.05");
    chain.staking(BRUNO).stake(MINIMUM_STAKE).send();
    awaitTip();
    var ada = of(ADA);
    var bruno = of(BRUNO);

    followAgain(0);

    assertThat(of(ADA)).isEqualTo(ada);
    assertThat(of(BRUNO)).isEqualTo(bruno);
  }

  @Test
  void aNodeThatStartsWithNothingKnownLetsNobodyIn() throws Exception {
    mint(SILVER, "0.05");
    awaitChanged(ADA);
    assertThat(mayMeet(ADA)).isTrue();

    chain.send("anvil_reset");

    // No contracts are there, so that nothing is known and nothing is granted.
    await().until(() -> of(ADA).equals(new EntitlementResult.ChainDown()));
    chain.send("anvil_mine", "0x1");
    awaitTip();
    assertThat(of(ADA)).isEqualTo(new EntitlementResult.ChainDown());
    assertThat(of(BRUNO)).isEqualTo(new EntitlementResult.ChainDown());
  }

  @Test
  void nobodyIsLetInOnAStaleChain() throws Exception {
    mint(BRONZE, "0.01");
    awaitChanged(ADA);
    assertThat(mayMeet(ADA)).isTrue();

    clock.putForward(Duration.ofSeconds(65));

    assertThat(of(ADA)).isInstanceOf(EntitlementResult.ChainStale.class);
  }

  @Test
  void nobodyIsLetInWhileTheNodeIsDownNotEvenTheKnown() throws Exception {
    mint(BRONZE, "0.01");
    awaitChanged(ADA);
    assertThat(mayMeet(ADA)).isTrue();

    chain.stopNode();
    await().until(() -> followed.head().standing() == ChainHead.Standing.UNREACHABLE);

    assertThat(of(ADA)).isEqualTo(new EntitlementResult.ChainDown());
    assertThat(of(BRUNO)).isEqualTo(new EntitlementResult.ChainDown());
  }

  /** Ada mints a pass and gets its token. */
  private BigInteger mint(BigInteger tier, String price) throws Exception {
    var receipt = chain.passes(ADA).mint(tier, TestChain.ether(price)).send();
    return TierPass.getPassMintedEvents(receipt).getFirst().tokenId;
  }

  private EntitlementResult of(Credentials account) {
    return entitlements
        .of(TestChain.address(account))
        .blockOptional(Duration.ofSeconds(10))
        .orElseThrow();
  }

  private boolean mayMeet(Credentials account) {
    return of(account) instanceof EntitlementResult.Known known && known.entitlement().mayMeet();
  }

  private void awaitChanged(Credentials account) {
    await().until(() -> changed.contains(TestChain.address(account)));
  }

  /** Until the service has seen what is the newest block now. */
  private void awaitTip() throws Exception {
    var tip =
        chain
            .web3j()
            .ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false)
            .send()
            .getBlock()
            .getHash();
    await()
        .until(
            () ->
                followed
                    .head()
                    .view()
                    .filter(view -> view.latest().hash().equals(tip))
                    .isPresent());
  }

  private static EntitlementResult known(Entitlement entitlement) {
    return new EntitlementResult.Known(entitlement);
  }
}
