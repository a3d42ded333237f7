package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.safety.Blocking;
import dev.passerby.safety.Filing;
import dev.passerby.safety.Safety;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What people have to say of those they met. The encounter is over by then, whatever comes of it
 * here; only what is stored for good is confirmed.
 */
final class Complaints {

  private static final Logger log = LoggerFactory.getLogger(Complaints.class);

  private final Safety safety;
  private final SignalRouter router;
  private final EncounterMetrics metrics;
  private final Consumer<Address> coolsDown;

  /**
   * Passes on what it is told.
   *
   * @param coolsDown told of wallets whose cooldown has just begun
   */
  Complaints(
      Safety safety, SignalRouter router, EncounterMetrics metrics, Consumer<Address> coolsDown) {
    this.safety = safety;
    this.router = router;
    this.metrics = metrics;
    this.coolsDown = coolsDown;
  }

  void report(Participant person, Address other, ClientMessage.Report report) {
    answer(
        person,
        report.encounter(),
        safety
            .report(person.wallet(), other, report)
            .map(
                filing ->
                    switch (filing) {
                      case Filing.Filed filed -> filed(report, other, filed);
                      case Filing.TooMany() ->
                          ServerMessage.Problem.about(
                              report.encounter(), ErrorCode.TOO_MANY_REPORTS);
                    }));
  }

  void block(Participant person, Address other, ClientMessage.Block block) {
    answer(
        person,
        block.encounter(),
        safety
            .block(person.wallet(), other)
            .map(
                blocking ->
                    switch (blocking) {
                      case Blocking.Blocked() -> {
                        metrics.blocked();
                        yield new ServerMessage.Blocked(block.encounter());
                      }
                      case Blocking.Full() ->
                          ServerMessage.Problem.about(block.encounter(), ErrorCode.TOO_MANY_BLOCKS);
                    }));
  }

  private ServerMessage filed(ClientMessage.Report report, Address other, Filing.Filed filed) {
    metrics.reported(report.category());
    if (filed.coolsDown()) {
      metrics.cooledDown();
      coolsDown.accept(other);
    }
    return new ServerMessage.Reported(report.encounter(), filed.receipt());
  }

  /** It cannot be told any more what happened in that encounter, or it was somebody else's. */
  void tooLate(Participant person, String encounter) {
    tell(person, ServerMessage.Problem.about(encounter, ErrorCode.TOO_LATE));
  }

  private void answer(Participant person, String encounter, Mono<ServerMessage> outcome) {
    outcome
        .onErrorResume(
            error -> {
              log.warn("{}: nothing stored: {}", person, error.getMessage());
              return Mono.just(ServerMessage.Problem.about(encounter, ErrorCode.STORE_DOWN));
            })
        .subscribe(
            message -> tell(person, message),
            error -> log.error("{} hears nothing of a complaint", person, error));
  }

  private void tell(Participant person, ServerMessage message) {
    // A connection that is gone is noticed where its socket is; the page asks again when it is
    // back.
    boolean _ = router.send(person.connection(), message);
  }
}
