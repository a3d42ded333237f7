package dev.passerby.entitlement;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.passerby.chain.Address;
import dev.passerby.chain.TestChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Prints how long after a stake was asked back its owner is refused: from the sending of the
 * transaction, which the chain mines at once, to the answer that the wallet may not meet.
 */
final class TimeToRefusal {

  private static final int TIMES = 30;
  private static final Address ADA = TestChain.address(TestChain.account(1));

  private TimeToRefusal() {}

  public static void main(String[] arguments) throws Exception {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.OFF);
    }
    print("asked every second (http)", measure(false));
    print("told by newHeads (ws)", measure(true));
    System.exit(0); // the libraries' threads are no daemons
  }

  private static List<Duration> measure(boolean announced) throws Exception {
    var chain = TestChain.start();
    try (var service = new RunningEntitlements()) {
      service.start(chain, announced ? chain.socketUrl() : chain.rpcUrl(), 0);
      var staking = chain.staking(TestChain.account(1));
      var stake = TestChain.ether("0.1");
      var times = new ArrayList<Duration>();
      for (var i = 0; i < TIMES; i++) {
        var admitted = answer(service, true);
        staking.stake(stake).send();
        admitted.join();
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1_000));

        var refused = answer(service, false);
        var sent = System.nanoTime();
        staking.requestUnstake(stake).send();
        refused.join();
        times.add(Duration.ofNanos(System.nanoTime() - sent));
      }
      return times;
    }
  }

  private static CompletableFuture<EntitlementResult> answer(
      RunningEntitlements service, boolean mayMeet) {
    return service
        .changed()
        .filter(ADA::equals)
        .concatMap(service::of)
        .filter(
            result ->
                result instanceof EntitlementResult.Known known
                    && known.entitlement().mayMeet() == mayMeet)
        .next()
        .toFuture();
  }

  private static void print(String how, List<Duration> times) {
    var sorted = times.stream().sorted().toList();
    System.out.printf(
        "%-28s median %4d ms, longest of %d %4d ms%n",
        how, sorted.get(sorted.size() / 2).toMillis(), TIMES, sorted.getLast().toMillis());
  }
}
