package dev.passerby.entitlement;

import dev.passerby.chain.Address;
import dev.passerby.contracts.SessionStaking;
import dev.passerby.contracts.TierPass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.methods.response.Log;

/** Whose entitlement a log may have changed. */
final class AffectedWallets {

  private static final int PADDING = "0x".length() + 24;

  /** Which topics of an event hold a wallet. */
  private static final Map<String, List<Integer>> WALLETS_BY_EVENT =
      Map.of(
          EventEncoder.encode(TierPass.TRANSFER_EVENT), List.of(1, 2),
          EventEncoder.encode(TierPass.PASSMINTED_EVENT), List.of(1),
          EventEncoder.encode(TierPass.PASSUPGRADED_EVENT), List.of(1),
          EventEncoder.encode(SessionStaking.STAKED_EVENT), List.of(1),
          EventEncoder.encode(SessionStaking.UNSTAKEREQUESTED_EVENT), List.of(1),
          EventEncoder.encode(SessionStaking.WITHDRAWN_EVENT), List.of(1));

  private AffectedWallets() {}

  /** The wallets named by the logs, each once, in the logs' order. */
  static Set<Address> of(List<Log> logs) {
    var wallets = new LinkedHashSet<Address>();
    for (var log : logs) {
      var topics = log.getTopics();
      if (!topics.isEmpty()) {
        WALLETS_BY_EVENT
            .getOrDefault(topics.getFirst(), List.of())
            .forEach(index -> wallets.add(wallet(topics.get(index))));
      }
    }
    return wallets;
  }

  /** An address in a 32-byte topic is its last 20 bytes. */
  private static Address wallet(String topic) {
    return new Address("0x" + topic.substring(PADDING));
  }
}
