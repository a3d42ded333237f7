package dev.passerby.presence;

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

/**
 * Under which ids people let themselves be found, and who looks for them. Plain state for one
 * thread at a time: what is to be told comes back as news.
 *
 * <p>An id belongs to the wallet that was first found under it, as long as it is. Nobody guesses
 * one; the two who know it could only spoil their own.
 */
final class Whereabouts {

  /** Two people look for each other from a few pages each. */
  private static final int MOST_LOOKING = 16;

  /** What a page is to be told: these came, or went. */
  record News(Page to, List<RendezvousId> ids, boolean online) {}

  private record Stated(Set<RendezvousId> findable, Set<RendezvousId> looking) {

    static final Stated NOTHING = new Stated(Set.of(), Set.of());

    int size() {
      return findable.size() + looking.size();
    }
  }

  private final int most;
  private final Map<Page, Stated> byPage = new HashMap<>();
  private final Map<RendezvousId, Set<Page>> found = new HashMap<>();
  private final Map<RendezvousId, Set<Page>> looking = new HashMap<>();
  private int ids;

  /**
   * Nobody is anywhere yet.
   *
   * @param most how many ids all pages may state together
   */
  Whereabouts(int most) {
    this.most = most;
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
    int more = now.size() - before.size();
    if (more > 0 && ids + more > most) {
      return Optional.empty();
    }
    ids += more;
    if (now.size() == 0) {
      byPage.remove(page);
    } else {
      byPage.put(page, now);
    }
    return Optional.of(change(page, before, now));
  }

  /** The page is gone. */
  List<News> forget(Page page) {
    return state(page, List.of(), List.of()).orElseThrow();
  }

  /** On which pages somebody can be found under this id; all of one wallet. */
  Set<Page> at(RendezvousId id) {
    return Set.copyOf(found.getOrDefault(id, Set.of()));
  }

  /** How many ids all pages state together. */
  int size() {
    return ids;
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
        tell(gone, id);
      }
    }
    for (RendezvousId id : without(now.findable, before.findable)) {
      if (add(found, id, page)) {
        tell(come, id);
      }
    }
    for (RendezvousId id : without(now.looking, before.looking)) {
      add(looking, id, page);
      if (found.containsKey(id)) {
        come.computeIfAbsent(page, none -> new ArrayList<>()).add(id);
      }
    }
    List<News> news = new ArrayList<>();
    gone.forEach((to, which) -> news.add(new News(to, which, false)));
    come.forEach((to, which) -> news.add(new News(to, which, true)));
    return news;
  }

  private void tell(Map<Page, List<RendezvousId>> news, RendezvousId id) {
    for (Page to : looking.getOrDefault(id, Set.of())) {
      news.computeIfAbsent(to, none -> new ArrayList<>()).add(id);
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

  private static Set<RendezvousId> without(Set<RendezvousId> some, Set<RendezvousId> others) {
    Set<RendezvousId> rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
