package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.protocol.CooldownReason;
import dev.passerby.safety.BlockList;
import dev.passerby.safety.Blocking;
import dev.passerby.safety.Clearance;
import dev.passerby.safety.Cooldown;
import dev.passerby.safety.Filing;
import dev.passerby.safety.Safety;
import dev.passerby.store.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A database that answers at once, as long as it is there. */
final class FakeSafety implements Safety {

  /** What somebody said of somebody. */
  record Said(Address reporter, Address reported, ClientMessage.Report report) {}

  final List<Said> reports = new ArrayList<>();
  private final Map<Address, Cooldown> cooldowns = new HashMap<>();
  private final Map<Address, Set<Pseudonym>> blocked = new HashMap<>();
  private boolean gone;
  private boolean coolsDown;

  /** From now on nothing is answered, or again. */
  void gone(boolean gone) {
    this.gone = gone;
  }

  /** The wallet may meet nobody until then. */
  void coolDown(Address wallet, Instant until) {
    cooldowns.put(wallet, new Cooldown(until, CooldownReason.REPORTS));
  }

  /** The wallet's cooldown is over. */
  void cooled(Address wallet) {
    cooldowns.remove(wallet);
  }

  /** The next report begins a cooldown until then. */
  void nextReportCoolsDown(Address wallet, Instant until) {
    coolsDown = true;
    coolDown(wallet, until);
  }

  @Override
  public Mono<Clearance> clearance(Address wallet) {
    return answer(
        () ->
            new Clearance(
                new BlockList(name(wallet), blocked.getOrDefault(wallet, Set.of())),
                Optional.ofNullable(cooldowns.get(wallet))));
  }

  @Override
  public Mono<Filing> report(Address reporter, Address reported, ClientMessage.Report report) {
    return answer(
        () -> {
          reports.add(new Said(reporter, reported, report));
          return new Filing.Filed("receipt " + reports.size(), coolsDown);
        });
  }

  @Override
  public Mono<Blocking> block(Address blocker, Address other) {
    blocked.computeIfAbsent(blocker, none -> new HashSet<>()).add(name(other));
    return answer(Blocking.Blocked::new);
  }

  @Override
  public boolean haveParted(Address one, Address other) {
    return blocked.getOrDefault(one, Set.of()).contains(name(other))
        || blocked.getOrDefault(other, Set.of()).contains(name(one));
  }

  private interface Answer<T> {
    T now();
  }

  private <T> Mono<T> answer(Answer<T> answer) {
    return Mono.defer(
        () ->
            gone
                ? Mono.error(new IllegalStateException("the database is gone"))
                : Mono.just(answer.now()));
  }

  private static Pseudonym name(Address wallet) {
    return new Pseudonym(wallet.value());
  }
}
