package dev.passerby.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.TestChain;
import dev.passerby.protocol.ServerMessage.Grant;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.utils.Numeric;

/** What the node signs, put before the contract on a real chain. */
class SignedGrantsTest {

  private static final long CHAIN = 31337;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String FINE = "0x";

  private static TestChain chain;

  @BeforeAll
  static void startChain() throws Exception {
    chain = TestChain.start();
  }

  @AfterAll
  static void stopChain() {
    chain.close();
  }

  @Test
  void signsWhatTheContractAccepts() throws Exception {
    assertThat(check(grants().grant("a session", Instant.now(), LIMIT))).isEqualTo(FINE);
  }

  @Test
  void provesWhoGaveTooMuch() throws Exception {
    assertThat(check(grants().grant("a session", Instant.now(), LIMIT.plusSeconds(1))))
        .startsWith(error("GrantTooLong(uint64,uint64)"));
  }

  @Test
  void endsWithItsTime() throws Exception {
    Instant before = Instant.now().minus(LIMIT).minusSeconds(100);
    assertThat(check(grants().grant("a session", before, LIMIT)))
        .startsWith(error("GrantExpired(uint64)"));
  }

  @Test
  void holdsForNothingElseThanWhatWasSigned() throws Exception {
    Grant good = grants().grant("a session", Instant.now(), LIMIT);
    Grant another = grants().grant("another session", Instant.now(), LIMIT);
    var mixed =
        new Grant(
            good.node(), another.sessionId(), good.startsAt(), good.endsAt(), good.signature());
    assertThat(check(mixed)).startsWith(error("NotSignedByNode(address)"));
  }

  @Test
  void isOfOneChainAndOneContract() throws Exception {
    var elsewhere = new SignedGrants(NodeKey.random(), CHAIN + 1, contract());
    assertThat(check(elsewhere.grant("a session", Instant.now(), LIMIT)))
        .startsWith(error("NotSignedByNode(address)"));
    var otherContract = new SignedGrants(NodeKey.random(), CHAIN, chain.contracts().tierPass());
    assertThat(check(otherContract.grant("a session", Instant.now(), LIMIT)))
        .startsWith(error("NotSignedByNode(address)"));
  }

  @Test
  void tellsOnlyTheHashOfTheSession() {
    Grant grant = grants().grant("a session", Instant.ofEpochMilli(1_999), LIMIT);
    assertThat(grant.sessionId()).isEqualTo(Hash.sha3String("a session"));
    assertThat(grant.startsAt()).isEqualTo(1);
    assertThat(grant.endsAt()).isEqualTo(301);
  }

  private static SignedGrants grants() {
    return new SignedGrants(NodeKey.random(), CHAIN, contract());
  }

  private static dev.passerby.chain.Address contract() {
    return chain.contracts().sessionStaking();
  }

  /** What {@code checkGrant} returns or reverts with, in hex. */
  private static String check(Grant grant) throws IOException {
    var struct =
        new StaticStruct(
            new Address(grant.node()),
            new Bytes32(Numeric.hexStringToByteArray(grant.sessionId())),
            new Uint64(BigInteger.valueOf(grant.startsAt())),
            new Uint64(BigInteger.valueOf(grant.endsAt())));
    var signature = new DynamicBytes(Numeric.hexStringToByteArray(grant.signature()));
    var call = new Function("checkGrant", List.of(struct, signature), List.of());
    var response =
        chain
            .web3j()
            .ethCall(
                Transaction.createEthCallTransaction(
                    null, contract().value(), FunctionEncoder.encode(call)),
                DefaultBlockParameterName.LATEST)
            .send();
    return response.hasError()
        ? String.valueOf(response.getError().getData()).replace("\"", "")
        : response.getValue();
  }

  private static String error(String signature) {
    return Hash.sha3String(signature).substring(0, 10);
  }
}
