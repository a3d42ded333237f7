package dev.passerby.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.chain.AdjustableClock;
import dev.passerby.chain.CallOutcome;
import dev.passerby.chain.ChainHead;
import dev.passerby.chain.ChainHead.Head;
import dev.passerby.chain.ChainHead.Standing;
import dev.passerby.chain.ChainHead.View;
import dev.passerby.chain.ChainReader;
import dev.passerby.chain.ChainUnavailable;
import dev.passerby.chain.ContractAddresses;
import dev.passerby.chain.EthCall;
import dev.passerby.contracts.SessionStaking;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.utils.Numeric;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** When the cache may answer, and when it may not. */
class CachedEntitlementsTest {

  private static final Address ADA = new Address("0x" + "a1".repeat(20));
  private static final Address BRUNO = new Address("0x" + "b2".repeat(20));
  private static final EntitlementResult STAKED =
      new EntitlementResult.Known(new Entitlement(true, 0, Set.of()));
  private static final EntitlementResult NOTHING =
      new EntitlementResult.Known(new Entitlement(false, 0, Set.of()));

  private final AdjustableClock clock = new AdjustableClock();
  private final FakeReader reader = new FakeReader();
  private final FakeHead head = new FakeHead();
  private final CachedEntitlements entitlements =
      new CachedEntitlements(
          reader, head, new EntitlementProperties(Duration.ofMinutes(1), 100, 50), clock);

  @Test
  void oneReadServesAllWhoAskAtOnce() {
    var first = ask(ADA);
    var second = ask(ADA);

    assertThat(reader.pending).hasSize(1);
    reader.answer(true);
    assertThat(first).containsExactly(STAKED);
    assertThat(second).containsExactly(STAKED);
  }

  @Test
  void whoGivesUpDoesNotTakeTheAnswerFromOthers() {
    var impatient = entitlements.of(ADA).subscribe(result -> {}, error -> {});
    var patient = ask(ADA);

    impatient.dispose();
    reader.answer(true);

    assertThat(patient).containsExactly(STAKED);
  }

  @Test
  void aKnownWalletIsNotReadAgain() {
    ask(ADA);
    reader.answer(true);

    assertThat(ask(ADA)).containsExactly(STAKED);
    assertThat(reader.pending).isEmpty();
  }

  @Test
  void aReadThatAChangeOvertookIsNotKept() {
    var before = ask(ADA);

    head.logs(unstakeOf(ADA));
    reader.answer(true);
    assertThat(before).containsExactly(STAKED);

    var after = ask(ADA);
    assertThat(reader.pending).hasSize(1);
    reader.answer(false);
    assertThat(after).containsExactly(NOTHING);
  }

  @Test
  void anOvertakenReadThatComesInLateDoesNotReplaceTheNewOne() {
    ask(ADA);
    head.logs(unstakeOf(ADA));
    ask(ADA);
    var overtaken = reader.pending.remove();
    reader.answer(false);
    FakeReader.answer(overtaken, true);

    assertThat(ask(ADA)).containsExactly(NOTHING);
    assertThat(reader.pending).isEmpty();
  }

  @Test
  void aChangeOfOneWalletLeavesTheOthersAlone() {
    ask(ADA);
    reader.answer(true);
    ask(BRUNO);
    reader.answer(true);

    head.logs(unstakeOf(BRUNO));

    assertThat(ask(ADA)).containsExactly(STAKED);
    assertThat(ask(BRUNO)).isEmpty();
    assertThat(reader.pending).hasSize(1);
  }

  @Test
  void aResetForgetsEverybodyAlsoReadsUnderWayAndSaysSo() {
    ask(ADA);
    reader.answer(true);
    ask(BRUNO);
    var changed = new ArrayList<Address>();
    entitlements.changed().subscribe(changed::add, error -> changed.clear());

    head.reset();

    assertThat(changed).containsExactlyInAnyOrder(ADA, BRUNO);
    reader.answer(true);
    assertThat(ask(ADA)).isEmpty();
    assertThat(ask(BRUNO)).isEmpty();
    assertThat(reader.pending).hasSize(2);
  }

  @Test
  void whoIsToldOfAChangeAndAsksGetsANewRead() {
    ask(ADA);
    reader.answer(true);
    var answers = new ArrayList<EntitlementResult>();
    entitlements
        .changed()
        .flatMap(entitlements::of)
        .subscribe(answers::add, error -> answers.clear());

    head.logs(unstakeOf(ADA));
    reader.answer(false);

    assertThat(answers).containsExactly(NOTHING);
  }

  @Test
  void anEntryThatIsTooOldIsReadAgain() {
    ask(ADA);
    reader.answer(true);

    clock.putForward(Duration.ofSeconds(61));
    var again = ask(ADA);
    reader.answer(false);

    assertThat(again).containsExactly(NOTHING);
  }

  @Test
  void aFailedReadIsChainDownAndNotKept() {
    var failed = ask(ADA);
    reader.pending.remove().answer().tryEmitError(new ChainUnavailable("gone", null));
    assertThat(failed).containsExactly(new EntitlementResult.ChainDown());

    var next = ask(ADA);
    reader.answer(true);
    assertThat(next).containsExactly(STAKED);
  }

  @Test
  void contractsThatDoNotAnswerAsTheyShouldAreChainDown() {
    var asked = ask(ADA);

    var nothing = new byte[0];
    reader.pending.remove().answer().tryEmitValue(List.of(nothing, nothing, nothing));

    assertThat(asked).containsExactly(new EntitlementResult.ChainDown());
  }

  @Test
  void aStaleHeadIsNotEvenAsked() {
    head.age = Duration.ofSeconds(61);
    head.standing = Standing.STALE;

    assertThat(ask(ADA)).containsExactly(new EntitlementResult.ChainStale(Duration.ofSeconds(61)));
    assertThat(reader.pending).isEmpty();
  }

  @Test
  void theKnownAreNotLetInEitherWhileNoNodeAnswersOrTheyDisagree() {
    ask(ADA);
    reader.answer(true);

    head.standing = Standing.UNREACHABLE;
    assertThat(ask(ADA)).containsExactly(new EntitlementResult.ChainDown());
    head.standing = Standing.DISPUTED;
    assertThat(ask(ADA)).containsExactly(new EntitlementResult.ChainDisputed());

    head.standing = Standing.CURRENT;
    assertThat(ask(ADA)).containsExactly(STAKED);
    assertThat(reader.pending).isEmpty();
  }

  @Test
  void aRightCountsOnlyOnceItIsConfirmedAndNoLongerThanItLasts() {
    head.view = view(12, 9);

    var fresh = ask(ADA);
    assertThat(reader.pending.element().blocks()).containsExactly("block 12", "block 9");
    reader.answer(true, false);
    assertThat(fresh).containsExactly(NOTHING);

    head.logs(unstakeOf(ADA));
    var gone = ask(ADA);
    reader.answer(false, true);
    assertThat(gone).containsExactly(NOTHING);

    head.logs(unstakeOf(ADA));
    var confirmed = ask(ADA);
    reader.answer(true, true);
    assertThat(confirmed).containsExactly(STAKED);
  }

  @Test
  void aReadOfABlockThatTheChainHasLeftIsRepeatedOnTheNewOne() {
    head.view = view(12, 12);
    var asked = ask(ADA);

    head.view = view(13, 13);
    reader.pending.remove().answer().tryEmitError(new ChainUnavailable("no such block", null));

    assertThat(reader.pending.element().blocks()).containsExactly("block 13");
    reader.answer(true);
    assertThat(asked).containsExactly(STAKED);
  }

  @Test
  void aBurstOfUnknownWalletsSharesFewRequestsAndLeavesTheKnownAlone() {
    ask(ADA);
    reader.answer(true);

    var answers = new ArrayList<EntitlementResult>();
    for (var i = 1; i <= 1_000; i++) {
      entitlements
          .of(new Address("0x%040x".formatted(i)))
          .subscribe(answers::add, error -> answers.clear());
    }
    assertThat(reader.pending).hasSize(2);
    assertThat(ask(ADA)).containsExactly(STAKED);

    var requests = 0;
    for (; !reader.pending.isEmpty(); requests++) {
      assertThat(reader.pending).hasSizeLessThanOrEqualTo(2);
      reader.answer(true);
    }
    assertThat(requests).isLessThanOrEqualTo(2 + 1_000 / 50);
    assertThat(answers).hasSize(1_000).containsOnly(STAKED);
  }

  @Test
  void tooManyUnknownWalletsAtOnceAreRefusedAndNotPiledUp() {
    var refused = new ArrayList<EntitlementResult>();
    for (var i = 1; i <= 10_003; i++) {
      entitlements
          .of(new Address("0x%040x".formatted(i)))
          .subscribe(refused::add, error -> refused.clear());
    }

    assertThat(refused).containsExactly(new EntitlementResult.ChainDown());
  }

  private List<EntitlementResult> ask(Address wallet) {
    var answers = new ArrayList<EntitlementResult>();
    entitlements.of(wallet).subscribe(answers::add, error -> answers.clear());
    return answers;
  }

  private static Log unstakeOf(Address wallet) {
    var log = new Log();
    var event = EventEncoder.encode(SessionStaking.UNSTAKEREQUESTED_EVENT);
    log.setTopics(List.of(event, "0x" + "00".repeat(12) + wallet.value().substring(2)));
    return log;
  }

  private static View view(long latest, long confirmed) {
    return new View(block(latest), block(confirmed));
  }

  private static Head block(long number) {
    return new Head(number, "block " + number, Instant.EPOCH);
  }

  /** A chain that answers when the test says so. */
  private static final class FakeReader implements ChainReader {

    private final Queue<Question> pending = new ArrayDeque<>();

    record Question(List<String> blocks, int calls, Sinks.One<List<byte[]>> answer) {}

    /** Whether everybody asked about is staked, block by block. */
    void answer(boolean... staked) {
      answer(pending.remove(), staked);
    }

    static void answer(Question question, boolean... staked) {
      var words = new ArrayList<byte[]>();
      for (var inBlock : staked) {
        for (var i = 0; i < question.calls(); i += 3) {
          words.addAll(List.of(word(0), word(0), word(inBlock ? 1 : 0)));
        }
      }
      question.answer().tryEmitValue(words);
    }

    private static byte[] word(long value) {
      return Numeric.toBytesPadded(BigInteger.valueOf(value), 32);
    }

    @Override
    public long chainId() {
      return 31_337;
    }

    @Override
    public ContractAddresses contracts() {
      return new ContractAddresses(
          new Address("0x" + "01".repeat(20)), new Address("0x" + "02".repeat(20)));
    }

    @Override
    public Duration sessionLimit() {
      return Duration.ofMinutes(5);
    }

    @Override
    public Mono<List<CallOutcome>> call(List<EthCall> calls) {
      return Mono.error(new AssertionError("what is read without a block may be of any"));
    }

    @Override
    public Mono<List<byte[]>> callAt(List<String> blocks, List<EthCall> calls) {
      var question = new Question(blocks, calls.size(), Sinks.one());
      pending.add(question);
      return question.answer().asMono();
    }
  }

  private static final class FakeHead implements ChainHead {

    private final Sinks.Many<ChainEvent> events = Sinks.many().multicast().directBestEffort();
    private Duration age = Duration.ofSeconds(1);
    private Standing standing = Standing.CURRENT;
    private View view = CachedEntitlementsTest.view(1, 1);

    void logs(Log log) {
      events.tryEmitNext(new ChainEvent.Logs(List.of(log)));
    }

    void reset() {
      events.tryEmitNext(new ChainEvent.Reset());
    }

    @Override
    public Optional<View> view() {
      return Optional.of(view);
    }

    @Override
    public Duration age() {
      return age;
    }

    @Override
    public Standing standing() {
      return standing;
    }

    @Override
    public Flux<ChainEvent> events() {
      return events.asFlux();
    }
  }
}
