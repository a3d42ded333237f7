package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.Feature;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.tuples.generated.Tuple2;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how things stand; needs no key. */
@Command(
    name = "status",
    description =
        "Says how things stand: tiers, terms and what is announced, roles, balances, pauses. Needs"
            + " no key.")
final class StatusCommand implements Runnable {

  private final Console console;

  @Mixin NodeOptions node = new NodeOptions();
  @Mixin DeploymentOptions deployment = new DeploymentOptions();

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    var there = deployment.deployed();
    try (var connected = node.connect(console, there.chainId())) {
      var block = connected.latestBlock();
      console.say(
          "Chain %d at block %d of %s",
          there.chainId(),
          block.getNumber(),
          Instant.ofEpochSecond(block.getTimestamp().longValueExact()));
      passes(connected, there.contracts().tierPass(), there.since());
      stakes(connected, there.contracts().sessionStaking(), there.since());
    }
  }

  private void passes(Node node, Address at, long since) {
    var passes = node.passes(at);
    console.say("TierPass %s", at.value());
    console.say("  income to withdraw  %s", new Ether(node.balance(at)));
    console.say("  sales               %s", state(node, passes.paused()));
    console.say("  notice              %s", time(node, passes.NOTICE()));
    var royalty = node.read(passes.royaltyInfo(BigInteger.ONE, BigInteger.valueOf(10_000)));
    console.say(
        "  royalty             %s %% to %s",
        royalty.component2().doubleValue() / 100, new Address(royalty.component1()).value());
    governance(
        node,
        at,
        since,
        time(node, passes.defaultAdminDelay()),
        node.read(passes.pendingDefaultAdmin()));
    for (var tier : Tiers.read(node, passes)) {
      console.say(
          "  tier %d %s: %s, %,d minted, unlocks %s%s",
          tier.id(),
          tier.name(),
          tier.terms(),
          tier.minted(),
          names(tier.features()),
          tier.closed() ? ", closed" : "");
      if (tier.announced() != null) {
        console.say(
            "    announced: %s, from %s on", tier.announced().terms(), tier.announced().from());
      }
    }
  }

  private void stakes(Node node, Address at, long since) {
    var staking = node.staking(at);
    console.say("SessionStaking %s", at.value());
    console.say("  holds               %s", new Ether(node.balance(at)));
    console.say("  new stake           %s", state(node, staking.paused()));
    console.say("  minimum stake       %s", new Ether(node.read(staking.minimumStake())));
    var next = node.read(staking.announcedMinimum());
    if (next.component2().signum() != 0) {
      console.say(
          "    announced: %s, from %s on",
          new Ether(next.component1()), Instant.ofEpochSecond(next.component2().longValueExact()));
    }
    console.say("  warm-up             %s", time(node, staking.WARM_UP()));
    console.say("  cool-down           %s", time(node, staking.COOLDOWN()));
    console.say("  session limit       %ds", node.read(staking.SESSION_LIMIT()));
    console.say("  notice              %s", time(node, staking.NOTICE()));
    governance(
        node,
        at,
        since,
        time(node, staking.defaultAdminDelay()),
        node.read(staking.pendingDefaultAdmin()));
  }

  private void governance(
      Node node, Address at, long since, String delay, Tuple2<String, BigInteger> pendingAdmin) {
    var holders = RoleHolders.of(node, at, since);
    if (holders.isEmpty()) {
      console.say(
          "  roles               not known: the node does not look back to block %d", since);
    } else {
      holders
          .get()
          .forEach((role, accounts) -> console.say("  %-19s %s", role.title(), list(accounts)));
    }
    console.say("  admin's delay       %s", delay);
    if (pendingAdmin.component2().signum() != 0) {
      console.say(
          "    announced: admin %s, who may accept from %s on",
          new Address(pendingAdmin.component1()).value(),
          Instant.ofEpochSecond(pendingAdmin.component2().longValueExact()));
    }
  }

  private static String list(Set<Address> accounts) {
    return accounts.isEmpty()
        ? "nobody"
        : accounts.stream().map(Address::value).collect(Collectors.joining(", "));
  }

  private static String names(Set<Feature> features) {
    return features.isEmpty()
        ? "nothing"
        : features.stream().map(Feature::wireName).collect(Collectors.joining(", "));
  }

  private static String state(Node node, RemoteFunctionCall<Boolean> paused) {
    return node.read(paused) ? "paused" : "open";
  }

  private static String time(Node node, RemoteFunctionCall<BigInteger> seconds) {
    return Times.words(Duration.ofSeconds(node.read(seconds).longValueExact()));
  }
}
