package dev.passerby.presence;

import dev.passerby.chain.Address;
import dev.passerby.protocol.RendezvousId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Under which ids people let themselves be found, and who looks for them. Plain state for one
 * thread at a time: what is to be told comes back as news.
 *
 * <p>An id belongs to the wallet that was first found under it, as long as it is. Nobody guesses
 * one; the two who know it could only spoil their own. Of whoever they have been parted from by a
 * block, nobody hears anything, be it that they come or that they go.
 */
final class Whereabouts {

  /** Two people look for each other from a few pages each. */
  private static final int MOST_LOOKING = 16;

  /** What a page is to be told: these came, or went. */
  record News(Page to, List<RendezvousId> ids, boolean online) {}

  private record Stated(Set<RendezvousId> findable, Set<RendezvousId> looking) {

    static final Stated NOTHING = new Stated(Set.of(), Set.of());

    boolean isEmpty() {
      return findable.isEmpty() && looking.isEmpty();
    }
  }

  private final int most;
  private final int mostOfAWallet;
  private final BiPredicate<Address, Address> parted;
  private final Map<Page, Stated> byPage = new HashMap<>();
  private final Map<Address, Set<Page>> byWallet = new HashMap<>();
  private final Map<RendezvousId, Set<Page>> found = new HashMap<>();
  private final Map<RendezvousId, Set<Page>> looking = new HashMap<>();
  private int ids;

  /**
   * Nobody is anywhere yet.
   *
   * @param most how many ids all wallets may state together
   * @param mostOfAWallet how many a wallet may, on all its pages; the same id counts once
   * @param parted whether two wallets are to hear nothing of each other
   */
  Whereabouts(int most, int mostOfAWallet, BiPredicate<Address, Address> parted) {
    this.most = most;
    this.mostOfAWallet = mostOfAWallet;
    this.parted = parted;
  }

  /**
   * What the page states from now on, in place of what it has stated.
   *
   * @return what is to be told, or empty if there is no room for it: then nothing has changed
   */
  Optional<List<News>> state(
      Page page, Collection<RendezvousId> findable, Collection<RendezvousId> sought) {
    Stated before = byPage.getOrDefault(page, Stated.NOTHING);
    Stated now = new Stated(mine(page, findable), open(page, sought));
    int counted = count(page.wallet());
    put(page, now);
    int counts = count(page.wallet());
    int more = counts - counted;
    if (more > 0 && (counts > mostOfAWallet || ids + more > most)) {
      put(page, before);
      return Optional.empty();
    }
    ids += more;
    return Optional.of(change(page, before, now));
  }

  /** Of what the page has stated, only what is among these still holds. */
  List<News> narrow(Page page, Collection<RendezvousId> findable, Collection<RendezvousId> sought) {
    Stated before = byPage.getOrDefault(page, Stated.NOTHING);
    return state(page, shared(before.findable, findable), shared(before.looking, sought))
        .orElseThrow();
  }

  /** The two wallets have just been parted: each is told that the other has gone. */
  List<News> part(Address one, Address other) {
    List<News> news = new ArrayList<>();
    tellGone(one, other, news);
    tellGone(other, one, news);
    return news;
  }

  /** The page is gone. */
  List<News> forget(Page page) {
    return state(page, List.of(), List.of()).orElseThrow();
  }

  /** On which pages somebody can be found under this id; all of one wallet. */
  Set<Page> at(RendezvousId id) {
    return Set.copyOf(found.getOrDefault(id, Set.of()));
  }

  /** Whether the wallet states anything on any page. */
  boolean knows(Address wallet) {
    return byWallet.containsKey(wallet);
  }

  /** How many ids all wallets state together. */
  int size() {
    return ids;
  }

  private void put(Page page, Stated stated) {
    if (!stated.isEmpty()) {
      byPage.put(page, stated);
      byWallet.computeIfAbsent(page.wallet(), none -> new LinkedHashSet<>(2)).add(page);
    } else if (byPage.remove(page) != null) {
      byWallet.computeIfPresent(
          page.wallet(), (wallet, pages) -> pages.remove(page) && pages.isEmpty() ? null : pages);
    }
  }

  private int count(Address wallet) {
    return distinct(wallet, Stated::findable) + distinct(wallet, Stated::looking);
  }

  private int distinct(Address wallet, Function<Stated, Set<RendezvousId>> which) {
    Set<Page> pages = byWallet.getOrDefault(wallet, Set.of());
    if (pages.size() == 1) {
      return which.apply(byPage.getOrDefault(pages.iterator().next(), Stated.NOTHING)).size();
    }
    Set<RendezvousId> all = new HashSet<>();
    pages.forEach(page -> all.addAll(which.apply(byPage.getOrDefault(page, Stated.NOTHING))));
    return all.size();
  }

  private void tellGone(Address wallet, Address looking, List<News> news) {
    for (Page to : byWallet.getOrDefault(looking, Set.of())) {
      List<RendezvousId> gone =
          byPage.getOrDefault(to, Stated.NOTHING).looking.stream()
              .filter(id -> wallet.equals(ownerOf(id)))
              .toList();
      if (!gone.isEmpty()) {
        news.add(new News(to, gone, false));
      }
    }
  }

  private @Nullable Address ownerOf(RendezvousId id) {
    Set<Page> pages = found.get(id);
    return pages == null ? null : pages.iterator().next().wallet();
  }

  private Set<RendezvousId> mine(Page page, Collection<RendezvousId> findable) {
    Set<RendezvousId> mine = new HashSet<>(findable);
    mine.removeIf(
        id ->
            found.getOrDefault(id, Set.of()).stream()
                .anyMatch(other -> !other.wallet().equals(page.wallet())));
    return mine;
  }

  private Set<RendezvousId> open(Page page, Collection<RendezvousId> sought) {
    Set<RendezvousId> open = new HashSet<>(sought);
    open.removeIf(
        id -> {
          Set<Page> others = looking.getOrDefault(id, Set.of());
          return others.size() >= MOST_LOOKING && !others.contains(page);
        });
    return open;
  }

  private List<News> change(Page page, Stated before, Stated now) {
    Map<Page, List<RendezvousId>> gone = new LinkedHashMap<>();
    Map<Page, List<RendezvousId>> come = new LinkedHashMap<>();
    for (RendezvousId id : without(before.looking, now.looking)) {
      remove(looking, id, page);
    }
    for (RendezvousId id : without(before.findable, now.findable)) {
      if (remove(found, id, page)) {
        tell(gone, id, page.wallet());
      }
    }
    for (RendezvousId id : without(now.findable, before.findable)) {
      if (add(found, id, page)) {
        tell(come, id, page.wallet());
      }
    }
    for (RendezvousId id : without(now.looking, before.looking)) {
      add(looking, id, page);
      Address owner = ownerOf(id);
      if (owner != null && !parted.test(owner, page.wallet())) {
        come.computeIfAbsent(page, none -> new ArrayList<>()).add(id);
      }
    }
    List<News> news = new ArrayList<>();
    gone.forEach((to, which) -> news.add(new News(to, which, false)));
    come.forEach((to, which) -> news.add(new News(to, which, true)));
    return news;
  }

  private void tell(Map<Page, List<RendezvousId>> news, RendezvousId id, Address owner) {
    for (Page to : looking.getOrDefault(id, Set.of())) {
      if (!parted.test(owner, to.wallet())) {
        news.computeIfAbsent(to, none -> new ArrayList<>()).add(id);
      }
    }
  }

  /** Whether it is the first. */
  private static boolean add(Map<RendezvousId, Set<Page>> pages, RendezvousId id, Page page) {
    Set<Page> of = pages.computeIfAbsent(id, none -> new LinkedHashSet<>(2));
    of.add(page);
    return of.size() == 1;
  }

  /** Whether it was the last. */
  private static boolean remove(Map<RendezvousId, Set<Page>> pages, RendezvousId id, Page page) {
    Set<Page> of = pages.get(id);
    if (of == null || !of.remove(page) || !of.isEmpty()) {
      return false;
    }
    pages.remove(id);
    return true;
  }

  private static Set<RendezvousId> shared(Set<RendezvousId> some, Collection<RendezvousId> others) {
    Set<RendezvousId> both = new HashSet<>(others);
    both.retainAll(some);
    return both;
  }

  private static Set<RendezvousId> without(Set<RendezvousId> some, Set<RendezvousId> others) {
    Set<RendezvousId> rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
