package dev.passerby.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.utils.Numeric;
import reactor.test.StepVerifier;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainReaderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestChain chain = startChain();

  private static TestChain startChain() {
    try {
      return TestChain.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  void stop() throws Exception {
    chain.close();
  }

  List<URI> endpoints() {
    return List.of(chain.rpcUrl(), chain.socketUrl());
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void readsWhatNeverChangesOnce(URI endpoint) {
    try (var rpc = new NodeRpc(List.of(endpoint), Duration.ofSeconds(5), 2)) {
      var reader = ChainStart.connect(rpc, chain.contracts());

      assertThat(reader.chainId()).isEqualTo(31_337);
      assertThat(reader.sessionLimit()).isEqualTo(Duration.ofMinutes(5));
      assertThat(reader.contracts()).isEqualTo(chain.contracts());
    }
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void tellsReturnsFromRevertsInOneBatch(URI endpoint) throws Exception {
    var reverting = contract("60fe60005360016000fd"); // reverts with the single byte fe
    var endless = contract("5b600056"); // jumps back for ever
    try (var rpc = new NodeRpc(List.of(endpoint), Duration.ofSeconds(5), 2)) {
      var reader = ChainStart.connect(rpc, chain.contracts());
      var tierCount = Numeric.hexStringToByteArray("0x0d67ddbb");

      var calls =
          List.of(
              new EthCall(reverting, new byte[0], null),
              new EthCall(chain.contracts().tierPass(), selector("tierCount()"), null),
              new EthCall(endless, new byte[0], 100_000L),
              new EthCall(new Address("0x" + "12".repeat(20)), tierCount, null));

      StepVerifier.create(reader.call(calls))
          .expectNext(
              List.of(
                  new CallOutcome.Reverted(new byte[] {(byte) 0xfe}),
                  new CallOutcome.Returned(Numeric.toBytesPadded(BigInteger.valueOf(3), 32)),
                  new CallOutcome.Reverted(new byte[0]),
                  new CallOutcome.Returned(new byte[0])))
          .expectComplete()
          .verify(PATIENCE);
    }
  }

  @Test
  void noCallsNeedNoNode() {
    StepVerifier.create(chain.reader().call(List.of())).expectNext(List.of()).verifyComplete();
  }

  @Test
  void matchesAnswersToCallsByIdWhateverTheirOrder() throws Exception {
    try (var node = new FakeNode(200, ChainReaderTest::answeredBackwards);
        var rpc = new NodeRpc(List.of(node.url()), Duration.ofSeconds(5), 2)) {
      var calls = List.of(anyCall(), anyCall(), anyCall());

      StepVerifier.create(readerOn(rpc).call(calls))
          .assertNext(
              outcomes ->
                  assertThat(outcomes)
                      .isSortedAccordingTo(
                          (a, b) ->
                              Numeric.toHexString(data(a)).compareTo(Numeric.toHexString(data(b)))))
          .expectComplete()
          .verify(PATIENCE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "null",
        "[null]",
        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}",
        "[{\"jsonrpc\":\"2.0\",\"id\":ID,\"error\":{\"code\":-32005,\"message\":\"limit"
            + " exceeded\"}}]",
        "[{\"jsonrpc\":\"2.0\",\"id\":ID,\"error\":{\"code\":-32603,\"message\":\"internal\"}}]",
        "[{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":\"0x0\"}]",
        "[{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":null}]",
        "[{\"jsonrpc\":\"2.0\",\"id\":ID,\"result\":{\"nested\":1}}]",
        "[{\"jsonrpc\":\"2.0\",\"id\":1000000000,\"result\":\"0x\"}]",
      })
  void anythingButAResultIsUnavailable(String answer) throws Exception {
    try (var node = new FakeNode(200, request -> answer.replace("ID", ids(request).getFirst()));
        var rpc = new NodeRpc(List.of(node.url()), Duration.ofSeconds(5), 2)) {
      StepVerifier.create(readerOn(rpc).call(List.of(anyCall())))
          .expectError(ChainUnavailable.class)
          .verify(PATIENCE);
    }
  }

  @Test
  void aFailingGatewayIsUnavailable() throws Exception {
    try (var node = new FakeNode(502, request -> "bad gateway");
        var rpc = new NodeRpc(List.of(node.url()), Duration.ofSeconds(5), 2)) {
      StepVerifier.create(readerOn(rpc).call(List.of(anyCall())))
          .expectError(ChainUnavailable.class)
          .verify(PATIENCE);
    }
  }

  @Test
  void aNodeThatNeverAnswersIsUnavailable() throws Exception {
    try (var node = FakeNode.silent();
        var rpc = new NodeRpc(List.of(node.url()), Duration.ofMillis(200), 2)) {
      StepVerifier.create(readerOn(rpc).call(List.of(anyCall())))
          .expectError(ChainUnavailable.class)
          .verify(PATIENCE);
    }
  }

  @Test
  void aLostSocketIsOpenedAgain() throws Exception {
    try (var proxy = new TcpProxy(chain.rpcUrl().getPort());
        var rpc =
            new NodeRpc(
                List.of(URI.create("ws://127.0.0.1:" + proxy.port())), Duration.ofSeconds(5), 2)) {
      var reader = ChainStart.connect(rpc, chain.contracts());
      var call = new EthCall(chain.contracts().tierPass(), selector("tierCount()"), null);
      StepVerifier.create(reader.call(List.of(call)))
          .expectNextCount(1)
          .expectComplete()
          .verify(PATIENCE);

      proxy.dropConnections();

      StepVerifier.create(reader.call(List.of(call)).retry(20))
          .expectNextCount(1)
          .expectComplete()
          .verify(PATIENCE);
    }
  }

  @Test
  void refusesToStartWithoutANode() throws Exception {
    int unused;
    try (var proxy = new TcpProxy(1)) {
      unused = proxy.port();
    }
    try (var rpc =
        new NodeRpc(List.of(URI.create("http://127.0.0.1:" + unused)), Duration.ofSeconds(2), 1)) {
      assertThatThrownBy(() -> ChainStart.connect(rpc, chain.contracts()))
          .isInstanceOf(ChainStartFailure.class)
          .hasMessage("The chain's node does not answer at passerby.chain.rpc-url.");
    }
  }

  @Test
  void refusesToStartWithoutCodeAtAnAddress() {
    var empty = new Address("0x" + "12".repeat(20));

    assertThatThrownBy(
            () ->
                ChainStart.connect(
                    chain.rpc(), new ContractAddresses(chain.contracts().tierPass(), empty)))
        .isInstanceOf(ChainStartFailure.class)
        .hasMessage(
            "There is no contract at passerby.chain.session-staking %s on chain 31337."
                .formatted(empty.value()));
  }

  @Test
  void refusesToStartWithAContractOfAnotherKind() {
    var passes = chain.contracts().tierPass();

    assertThatThrownBy(() -> ChainStart.connect(chain.rpc(), new ContractAddresses(passes, passes)))
        .isInstanceOf(ChainStartFailure.class)
        .hasMessageContaining("passerby.chain.session-staking");
  }

  /** A reader without the questions asked at start, which a fake node does not answer. */
  private static ChainReader readerOn(NodeRpc rpc) {
    var nowhere = new Address("0x" + "00".repeat(20));
    return new Web3jChainReader(
        rpc, 1, new ContractAddresses(nowhere, nowhere), Duration.ofMinutes(5));
  }

  private Address contract(String runtimeCode) throws Exception {
    var address = "0x" + "c0de" + runtimeCode.substring(0, 8) + "00".repeat(14);
    chain.send("anvil_setCode", address, "0x" + runtimeCode);
    return new Address(address);
  }

  private static EthCall anyCall() {
    return new EthCall(new Address("0x" + "12".repeat(20)), new byte[] {1}, null);
  }

  private static byte[] selector(String signature) {
    var hash = org.web3j.crypto.Hash.sha3String(signature);
    return Numeric.hexStringToByteArray(hash.substring(0, 10));
  }

  private static byte[] data(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Returned returned -> returned.data();
      case CallOutcome.Reverted reverted -> reverted.data();
    };
  }

  private static List<String> ids(String request) {
    return Pattern.compile("\"id\":(\\d+)")
        .matcher(request)
        .results()
        .map(id -> id.group(1))
        .toList();
  }

  /** Every call returns its own id as a word. */
  private static String answeredBackwards(String request) {
    return ids(request).reversed().stream()
        .map(
            id ->
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":\"0x%064x\"}"
                    .formatted(id, Long.parseLong(id)))
        .toList()
        .toString();
  }
}
