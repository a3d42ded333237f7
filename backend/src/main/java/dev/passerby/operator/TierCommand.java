package dev.passerby.operator;

import dev.passerby.contracts.TierPass;
import dev.passerby.entitlement.Feature;
import dev.passerby.operator.DeploymentOptions.Deployed;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds and closes tiers, and announces what they will cost. */
@Command(
    name = "tier",
    description = "Adds and closes tiers, and announces their prices and caps; for the operator.",
    synopsisSubcommandLabel = "(add | close | price)")
final class TierCommand {

  private final Console console;

  TierCommand(Console console) {
    this.console = console;
  }

  @Command(description = "Adds a tier. What it unlocks never changes afterwards.")
  void add(
      @Mixin NodeOptions node,
      @Mixin DeploymentOptions deployment,
      @Mixin KeyOptions key,
      @Mixin SendOptions send,
      @Option(
              names = "--name",
              required = true,
              description = "Shown to people: 1 to 32 printable ASCII characters.")
          String name,
      @Option(
              names = "--price",
              required = true,
              paramLabel = "ETHER",
              description = "Exact price of a pass.")
          Ether price,
      @Option(
              names = "--cap",
              required = true,
              paramLabel = "PASSES",
              description = "Most passes that may ever enter it: 1 to 65535.")
          int cap,
      @Option(
              names = "--features",
              required = true,
              paramLabel = "FEATURE",
              split = ",",
              description =
                  "What it unlocks, with commas between: contacts, recording, streaming,"
                      + " studio-inputs, large-rooms.")
          List<Feature> features) {
    requireRange(price, cap);
    var there = deployment.deployed();
    try (var connected = node.connect(console, there.chainId())) {
      var passes = connected.passes(there.contracts().tierPass());
      requireNew(name, Tiers.read(connected, passes));
      var bits = features.stream().mapToInt(Feature::bit).reduce(0, (a, b) -> a | b);
      var call =
          passes.addTier(name, price.wei(), BigInteger.valueOf(cap), BigInteger.valueOf(bits));
      new ContractCall(console, connected, key.signer(console), send)
          .send("tier " + name, there.contracts().tierPass(), call.encodeFunctionCall());
    }
  }

  @Command(
      description =
          "Lets no more passes into a tier, at once and for good. Passes that are held keep what"
              + " they unlock.")
  void close(
      @Mixin NodeOptions node,
      @Mixin DeploymentOptions deployment,
      @Mixin KeyOptions key,
      @Mixin SendOptions send,
      @Parameters(paramLabel = "TIER", description = "The tier's number, see status.")
          long tierId) {
    var there = deployment.deployed();
    try (var connected = node.connect(console, there.chainId())) {
      var tierPass = there.contracts().tierPass();
      var call = connected.passes(tierPass).closeTier(BigInteger.valueOf(tierId));
      new ContractCall(console, connected, key.signer(console), send)
          .send("close tier " + tierId, tierPass, call.encodeFunctionCall());
    }
  }

  @Command(
      description =
          "Announces a tier's next price and cap. They hold by themselves once the contract's"
              + " notice is over; an announcement that waits is replaced, and the notice starts"
              + " anew.")
  void price(
      @Mixin NodeOptions node,
      @Mixin DeploymentOptions deployment,
      @Mixin KeyOptions key,
      @Mixin SendOptions send,
      @Parameters(paramLabel = "TIER", description = "The tier's number, see status.") long tierId,
      @Option(
              names = "--price",
              paramLabel = "ETHER",
              description = "The next price; without it, the latest one stays.")
          @Nullable Ether price,
      @Option(
              names = "--cap",
              paramLabel = "PASSES",
              description = "The next cap; without it, the latest one stays.")
          @Nullable Integer cap) {
    if (price == null && cap == null) {
      throw new CommandFailure(ExitCode.USAGE, "Give --price, --cap, or both.");
    }
    var there = deployment.deployed();
    try (var connected = node.connect(console, there.chainId())) {
      var tier = Tiers.one(connected, connected.passes(there.contracts().tierPass()), tierId);
      var last = tier.last();
      var next =
          new Tiers.Terms(
              price == null ? last.price() : price, cap == null ? last.supplyCap() : cap);
      requireRange(next.price(), next.supplyCap());
      if (next.equals(last)) {
        console.say("Tier %d has these terms already, or will have. Nothing was sent.", tierId);
        return;
      }
      announce(connected, there, key.signer(console), send, tierId, next);
    }
  }

  private void announce(
      Node node, Deployed there, Signer signer, SendOptions send, long tierId, Tiers.Terms next) {
    var tierPass = there.contracts().tierPass();
    TierPass passes = node.passes(tierPass);
    var call =
        passes.announceTerms(
            BigInteger.valueOf(tierId), next.price().wei(), BigInteger.valueOf(next.supplyCap()));
    var step = "announce tier " + tierId;
    if (new ContractCall(console, node, signer, send)
        .send(step, tierPass, call.encodeFunctionCall())) {
      var announced = Tiers.one(node, passes, tierId).announced();
      if (announced != null) {
        console.say("%s, from %s on.", announced.terms(), announced.from());
      }
    } else {
      var notice = Duration.ofSeconds(node.read(passes.NOTICE()).longValueExact());
      console.say("  %s, %s after it is mined", next, Times.words(notice));
    }
  }

  private static void requireNew(String name, List<Tiers.Tier> tiers) {
    for (var tier : tiers) {
      if (tier.name().equals(name)) {
        throw new CommandFailure(
            ExitCode.REFUSED,
            "Tier %d is called %s already. Nothing was sent.".formatted(tier.id(), name));
      }
    }
  }

  private static void requireRange(Ether price, int cap) {
    if (price.wei().bitLength() > 88) {
      throw new CommandFailure(ExitCode.USAGE, "The contract takes no price as high as that.");
    }
    if (cap < 1 || cap > 0xffff) {
      throw new CommandFailure(ExitCode.USAGE, "--cap is from 1 to 65535.");
    }
  }
}
