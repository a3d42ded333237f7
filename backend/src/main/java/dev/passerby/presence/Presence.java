package dev.passerby.presence;

import dev.passerby.chain.Address;
import dev.passerby.encounter.Encounters;
import dev.passerby.encounter.Participant;
import dev.passerby.encounter.SignalRouter;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.RendezvousId;
import dev.passerby.protocol.ServerMessage;
import dev.passerby.safety.BlockList;
import dev.passerby.safety.Safety;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Who is online for whom, for as long as their lines live. Safe from any thread; nothing in here
 * waits.
 */
public final class Presence {

  private static final Logger log = LoggerFactory.getLogger(Presence.class);

  /** What comes of asking whether somebody may be found, and look. */
  private sealed interface Verdict {

    record Allowed(BlockList blocks) implements Verdict {}

    record Refused(ServerMessage why) implements Verdict {}
  }

  private final Encounters encounters;
  private final Safety safety;
  private final SignalRouter router;

  /** Guarded by this, as is the order of what is told. */
  private final Whereabouts whereabouts;

  /** Whom the wallets that are there have blocked; guarded by this. */
  private final Map<Address, BlockList> blocks = new HashMap<>();

  /** Which statement of a page is being asked about; guarded by this. */
  private final Map<Page, Long> asked = new HashMap<>();

  private long statements;

  /**
   * Nobody is online yet.
   *
   * @param limits how many ids may be stated
   */
  Presence(Encounters encounters, Safety safety, SignalRouter router, PresenceProperties limits) {
    this.encounters = encounters;
    this.safety = safety;
    this.router = router;
    this.whereabouts = new Whereabouts(limits.ids(), limits.idsPerWallet(), this::haveParted);
  }

  /**
   * What the page states from now on. Whoever may meet nobody is not to be found, nor to look: what
   * is new is there once that is known, what is taken back is gone at once.
   */
  public void state(Participant person, ClientMessage.Presence stated) {
    Page page = Page.of(person);
    long statement;
    synchronized (this) {
      tell(whereabouts.narrow(page, stated.findable(), stated.looking()));
      statement = ++statements;
      asked.put(page, statement);
    }
    verdict(page.wallet())
        .subscribe(
            verdict -> answer(page, statement, stated, verdict),
            error -> log.error("{} is not online, and not told so", page, error));
  }

  /** One of the two has blocked the other: from now on neither hears anything of the other. */
  public synchronized void part(Address one, Address other) {
    tell(whereabouts.part(one, other));
  }

  /** The page is gone. */
  public synchronized void gone(Participant person) {
    forget(Page.of(person));
  }

  /** On which pages of others somebody can be found under this id. */
  synchronized Set<Page> at(RendezvousId id, Page asking) {
    Set<Page> at = whereabouts.at(id);
    return at.stream().anyMatch(page -> page.wallet().equals(asking.wallet())) ? Set.of() : at;
  }

  /** How many ids all wallets state together. */
  synchronized int size() {
    return whereabouts.size();
  }

  /** Never an error signal. Whom somebody has blocked is not shown to them for want of knowing. */
  private Mono<Verdict> verdict(Address wallet) {
    return encounters
        .refusal(wallet)
        .flatMap(
            refusal ->
                refusal
                    .<Mono<Verdict>>map(why -> Mono.just(new Verdict.Refused(why)))
                    .orElseGet(() -> blocksOf(wallet)));
  }

  private Mono<Verdict> blocksOf(Address wallet) {
    return safety
        .clearance(wallet)
        .<Verdict>map(clearance -> new Verdict.Allowed(clearance.blocks()))
        .onErrorResume(
            error -> {
              log.warn("nobody is online, the database does not answer: {}", error.getMessage());
              return Mono.just(new Verdict.Refused(ServerMessage.Problem.of(ErrorCode.STORE_DOWN)));
            });
  }

  private synchronized void answer(
      Page page, long statement, ClientMessage.Presence stated, Verdict verdict) {
    // The line may have ended, or have stated something else meanwhile.
    if (!asked.remove(page, statement)) {
      return;
    }
    switch (verdict) {
      case Verdict.Refused(ServerMessage why) -> {
        forget(page);
        tell(page, why);
      }
      case Verdict.Allowed(BlockList blocked) -> {
        blocks.put(page.wallet(), blocked);
        whereabouts
            .state(page, stated.findable(), stated.looking())
            .ifPresentOrElse(
                this::tell, () -> tell(page, ServerMessage.Problem.of(ErrorCode.PRESENCE_FULL)));
        forgetBlocksOfWhoIsNotHere(page.wallet());
      }
    }
  }

  private void forget(Page page) {
    asked.remove(page);
    tell(whereabouts.forget(page));
    forgetBlocksOfWhoIsNotHere(page.wallet());
  }

  private void forgetBlocksOfWhoIsNotHere(Address wallet) {
    if (!whereabouts.knows(wallet)) {
      blocks.remove(wallet);
    }
  }

  /** Those of this run are known at once, those from before since the two said where they are. */
  private boolean haveParted(Address one, Address other) {
    BlockList first = blocks.get(one);
    BlockList second = blocks.get(other);
    return safety.haveParted(one, other)
        || (first != null && second != null && first.separates(second));
  }

  private void tell(List<Whereabouts.News> news) {
    for (Whereabouts.News one : news) {
      tell(one.to(), new ServerMessage.ContactOnline(one.ids(), one.online()));
    }
  }

  private void tell(Page page, ServerMessage message) {
    // A connection that is gone is noticed where its socket is: nothing to do here.
    boolean _ = router.send(page.line(), message);
  }
}
