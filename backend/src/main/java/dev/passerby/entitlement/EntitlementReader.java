package dev.passerby.entitlement;

import dev.passerby.chain.Address;
import dev.passerby.chain.ChainHead;
import dev.passerby.chain.ChainHead.View;
import dev.passerby.chain.ChainReader;
import dev.passerby.chain.ChainUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Reads wallets' entitlements from the chain. Whoever comes first is read at once; those who come
 * while enough requests are under way wait and share the next one.
 *
 * <p>A right counts if the wallet has it at the confirmed block and at the latest one.
 */
final class EntitlementReader {

  /** Enough to keep a node busy, few enough to leave it to others, too. */
  private static final int REQUESTS_AT_ONCE = 2;

  /** Wallets that may wait; more are refused at once. */
  private static final int MOST_WAITING = 10_000;

  private final ChainReader chain;
  private final ChainHead head;
  private final int walletsPerRequest;
  private final Queue<Question> waiting = new ArrayDeque<>(); // guarded by this
  private int underWay; // guarded by this

  EntitlementReader(ChainReader chain, ChainHead head, int walletsPerRequest) {
    this.chain = chain;
    this.head = head;
    this.walletsPerRequest = walletsPerRequest;
  }

  private record Question(Address wallet, Sinks.One<Entitlement> answer) {}

  /**
   * What the wallet may do as of the head's view when it is its turn; {@link ChainUnavailable} if
   * that cannot be told.
   */
  Mono<Entitlement> read(Address wallet) {
    return Mono.defer(
        () -> {
          var question = new Question(wallet, Sinks.one());
          if (!queue(question)) {
            return Mono.error(new ChainUnavailable("too many wallets are asked about", null));
          }
          ask();
          return question.answer().asMono();
        });
  }

  private synchronized boolean queue(Question question) {
    return waiting.size() < MOST_WAITING && waiting.add(question);
  }

  private void ask() {
    for (var questions = next(); !questions.isEmpty(); questions = next()) {
      request(questions);
    }
  }

  private synchronized List<Question> next() {
    var questions = new ArrayList<Question>();
    if (underWay == REQUESTS_AT_ONCE) {
      return questions;
    }
    while (questions.size() < walletsPerRequest && !waiting.isEmpty()) {
      questions.add(waiting.remove());
    }
    if (!questions.isEmpty()) {
      underWay++;
    }
    return questions;
  }

  private void request(List<Question> questions) {
    var wallets = questions.stream().map(Question::wallet).toList();
    Mono.defer(() -> at(view(), wallets))
        .subscribe(
            entitlements -> {
              done();
              for (var i = 0; i < questions.size(); i++) {
                questions.get(i).answer().tryEmitValue(entitlements.get(i));
              }
            },
            error -> {
              done();
              questions.forEach(question -> question.answer().tryEmitError(error));
            });
  }

  /** Before the answers are told, so that nobody waits for those who do something with theirs. */
  private void done() {
    synchronized (this) {
      underWay--;
    }
    ask();
  }

  private View view() {
    return head.view().orElseThrow(() -> new ChainUnavailable("no block was ever seen", null));
  }

  private Mono<List<Entitlement>> at(View view, List<Address> wallets) {
    return read(view, wallets)
        .onErrorResume(
            ChainUnavailable.class,
            error -> {
              // The chain may have left the block while it was asked about.
              var now = view();
              return now.equals(view) ? Mono.error(error) : read(now, wallets);
            });
  }

  private Mono<List<Entitlement>> read(View view, List<Address> wallets) {
    var calls = EntitlementCalls.about(wallets, chain.contracts());
    var latest = view.latest().hash();
    var confirmed = view.confirmed().hash();
    if (latest.equals(confirmed)) {
      return chain.callAt(List.of(latest), calls).map(EntitlementCalls::read);
    }
    return chain
        .callAt(List.of(latest, confirmed), calls)
        .map(EntitlementCalls::read)
        .map(
            both ->
                atBoth(both.subList(0, wallets.size()), both.subList(wallets.size(), both.size())));
  }

  private static List<Entitlement> atBoth(List<Entitlement> latest, List<Entitlement> confirmed) {
    var both = new ArrayList<Entitlement>(latest.size());
    for (var i = 0; i < latest.size(); i++) {
      both.add(latest.get(i).and(confirmed.get(i)));
    }
    return both;
  }
}
