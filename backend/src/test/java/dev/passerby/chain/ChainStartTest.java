package dev.passerby.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.passerby.chain.FaultyNode.Fault;
import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.tx.RawTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;

/** On which chains the service starts. */
class ChainStartTest {

  private TestChain chain;

  @BeforeEach
  void start() throws Exception {
    chain = TestChain.start();
  }

  @AfterEach
  void stop() {
    chain.close();
  }

  @Test
  void theTermsOfTheContractsMayDifferOnADevelopmentChain() throws Exception {
    var staking = deployStaking(7);

    var reader = connect(new ContractAddresses(chain.contracts().tierPass(), staking));

    assertThat(reader.sessionLimit()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void sessionsLastFiveMinutesOnEveryOtherChain() throws Exception {
    var contracts = new ContractAddresses(chain.contracts().tierPass(), deployStaking(301));
    chain.send("anvil_setChainId", 10);

    assertThat(connect(chain.contracts()).sessionLimit()).isEqualTo(Duration.ofMinutes(5));
    assertThatThrownBy(() -> connect(contracts))
        .isInstanceOf(ChainStartFailure.class)
        .hasMessage(
            "The contract at passerby.chain.session-staking %s limits sessions to 301 seconds and not to 300."
                .formatted(contracts.sessionStaking().value()));
  }

  @Test
  void oneOtherByteIsAnotherContract() throws Exception {
    var passes = chain.contracts().tierPass();
    var code = new StringBuilder(codeAt(passes));
    code.setCharAt(1_000, code.charAt(1_000) == '0' ? '1' : '0');
    chain.send("anvil_setCode", passes.value(), code.toString());

    assertThatThrownBy(() -> connect(chain.contracts()))
        .isInstanceOf(ChainStartFailure.class)
        .hasMessage(
            "The code at passerby.chain.tier-pass %s on chain 31337 is not that of this version's TierPass."
                .formatted(passes.value()));
  }

  @Test
  void onlyWholeCodeIsTheContracts() throws Exception {
    var passes = codeAt(chain.contracts().tierPass());
    var staking = codeAt(chain.contracts().sessionStaking());

    assertThat(ContractCode.comesOf(TierPass.BINARY, passes)).isTrue();
    assertThat(ContractCode.comesOf(SessionStaking.BINARY, staking)).isTrue();
    assertThat(ContractCode.comesOf(SessionStaking.BINARY, passes)).isFalse();
    assertThat(ContractCode.comesOf(TierPass.BINARY, staking)).isFalse();
    assertThat(ContractCode.comesOf(TierPass.BINARY, passes + "00")).isFalse();
    assertThat(ContractCode.comesOf(TierPass.BINARY, passes.substring(0, 500))).isFalse();
    assertThat(ContractCode.comesOf(TierPass.BINARY, "0x" + passes.substring(500))).isFalse();
    assertThat(ContractCode.comesOf(TierPass.BINARY, TierPass.BINARY)).isFalse();
    assertThat(ContractCode.comesOf(TierPass.BINARY, "0x")).isFalse();
  }

  @Test
  void theNodesMustBeOnOneChain() throws Exception {
    try (var other = TestChain.start()) {
      other.send("anvil_setChainId", 10);

      assertThatThrownBy(() -> connect(chain.contracts(), chain.rpcUrl(), other.rpcUrl()))
          .isInstanceOf(ChainStartFailure.class)
          .hasMessage(
              "The nodes at passerby.chain.rpc-url are on different chains: %s is on 10, %s on 31337."
                  .formatted(other.rpcUrl().getAuthority(), chain.rpcUrl().getAuthority()));
    }
  }

  @Test
  void oneNodeThatAnswersIsEnough() throws Exception {
    try (var dead = new FaultyNode(chain.rpcUrl())) {
      dead.become(Fault.BAD_GATEWAY);

      assertThat(connect(chain.contracts(), dead.url(), chain.rpcUrl()).chainId())
          .isEqualTo(31_337);
    }
  }

  @Test
  void whatIsSaidAboutANodeHoldsNoSecretOfItsAddress() {
    var url = URI.create("http://user:password@127.0.0.1:1/v3/api-key?token=secret");
    try (var rpc = new NodeRpc(List.of(url), Duration.ofSeconds(1), 1)) {
      assertThat(rpc.endpoints()).hasToString("[127.0.0.1:1]");
      assertThat(new ChainNode.Configured(List.of(url), chain.contracts()))
          .hasToString("Configured[127.0.0.1]");
      assertThatThrownBy(() -> ChainStart.connect(rpc, chain.contracts()))
          .isInstanceOf(ChainStartFailure.class)
          .satisfies(
              failure ->
                  assertThat(Throwables.getStackTrace(failure))
                      .doesNotContain("api-key", "secret", "password"));
    }
  }

  private Address deployStaking(long sessionLimit) throws Exception {
    var deployer = DemoWallet.account(0);
    var me = deployer.getAddress();
    var staking =
        SessionStaking.deploy(
                chain.web3j(),
                new RawTransactionManager(chain.web3j(), deployer, ChainNode.DEVELOPMENT_CHAIN_ID),
                new DefaultGasProvider(),
                new SessionStaking.Governance(me, BigInteger.ONE, me, me),
                new SessionStaking.Terms(
                    BigInteger.TWO,
                    BigInteger.ZERO,
                    BigInteger.TEN,
                    BigInteger.valueOf(sessionLimit),
                    BigInteger.valueOf(Duration.ofDays(1).toSeconds())))
            .send();
    return new Address(staking.getContractAddress());
  }

  private ChainReader connect(ContractAddresses contracts) {
    return ChainStart.connect(chain.rpc(), contracts);
  }

  private static ChainReader connect(ContractAddresses contracts, URI... urls) {
    try (var rpc = new NodeRpc(List.of(urls), Duration.ofSeconds(5), 2)) {
      return ChainStart.connect(rpc, contracts);
    }
  }

  private String codeAt(Address contract) throws Exception {
    return chain
        .web3j()
        .ethGetCode(contract.value(), DefaultBlockParameterName.LATEST)
        .send()
        .getCode();
  }
}
