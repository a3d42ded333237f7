package dev.passerby.safety;

import dev.passerby.chain.Address;
import dev.passerby.protocol.ClientMessage;
import dev.passerby.store.Pseudonym;
import dev.passerby.store.Pseudonyms;
import dev.passerby.store.Store;
import reactor.core.publisher.Mono;

/** Safety over the service's database, which knows wallets by their pseudonyms only. */
record StoredSafety(
    Store store, Pseudonyms pseudonyms, Reports reports, Blocks blocks, Cooldowns cooldowns)
    implements Safety {

  @Override
  public Mono<Clearance> clearance(Address wallet) {
    Pseudonym self = pseudonyms.of(wallet);
    return store.work(
        client ->
            Mono.zip(
                blocks.of(client, self),
                cooldowns.running(client, self).singleOptional(),
                Clearance::new));
  }

  @Override
  public Mono<Filing> report(Address reporter, Address reported, ClientMessage.Report report) {
    return reports.file(pseudonyms.of(reporter), pseudonyms.of(reported), report);
  }

  @Override
  public Mono<Blocking> block(Address blocker, Address blocked) {
    return blocks.block(pseudonyms.of(blocker), pseudonyms.of(blocked));
  }

  @Override
  public boolean haveParted(Address one, Address other) {
    return blocks.haveParted(pseudonyms.of(one), pseudonyms.of(other));
  }
}
