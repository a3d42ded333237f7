package dev.passerby.presence;

import dev.passerby.encounter.Encounters;
import dev.passerby.encounter.Participant;
import dev.passerby.encounter.SignalRouter;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.ErrorCode;
import dev.passerby.protocol.RendezvousId;
import dev.passerby.protocol.ServerMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is online for whom, for as long as their lines live. Safe from any thread; nothing in here
 * waits.
 */
public final class Presence {

  private static final Logger log = LoggerFactory.getLogger(Presence.class);

  private final Encounters encounters;
  private final SignalRouter router;

  /** Guarded by this, as is the order of what is told. */
  private final Whereabouts whereabouts;

  /**
   * Nobody is online yet.
   *
   * @param most how many ids all pages may state together
   */
  Presence(Encounters encounters, SignalRouter router, int most) {
    this.encounters = encounters;
    this.router = router;
    this.whereabouts = new Whereabouts(most);
  }

  /** What the page states from now on. Whoever may meet nobody is not to be found, nor to look. */
  public void state(Participant person, ClientMessage.Presence stated) {
    Page page = Page.of(person);
    synchronized (this) {
      Optional<List<Whereabouts.News>> news =
          whereabouts.state(page, stated.findable(), stated.looking());
      if (news.isEmpty()) {
        tell(page, ServerMessage.Problem.of(ErrorCode.PRESENCE_FULL));
        return;
      }
      tell(news.get());
    }
    // Only after it is there: what the line's end takes away cannot come behind it.
    encounters
        .refusal(person.wallet())
        .subscribe(
            refusal -> refusal.ifPresent(why -> refuse(page, why)),
            error -> log.error("{} is online unchecked", page, error));
  }

  /** The page is gone. */
  public void gone(Participant person) {
    forget(Page.of(person));
  }

  /** On which pages of others somebody can be found under this id. */
  synchronized Set<Page> at(RendezvousId id, Page asking) {
    Set<Page> at = whereabouts.at(id);
    return at.stream().anyMatch(page -> page.wallet().equals(asking.wallet())) ? Set.of() : at;
  }

  /** How many ids all pages state together. */
  synchronized int size() {
    return whereabouts.size();
  }

  private void refuse(Page page, ServerMessage why) {
    forget(page);
    tell(page, why);
  }

  private synchronized void forget(Page page) {
    tell(whereabouts.forget(page));
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
