package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Two pages talk without a pause while both of their networks break again and again. */
@SpringBootTest(
    classes = SocketApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.encounter.connect-within=5m",
      "passerby.signaling.messages-per-second=100000",
      "passerby.signaling.burst=100000"
    })
class ResumeUnderFireTest {

  private static final AtomicInteger WALLETS = new AtomicInteger(4_000_000);
  private static final int SIGNALS = 600;

  /** Together with the acknowledgements, less than what is kept for who is away. */
  private static final int ON_THEIR_WAY = 30;

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Timeout(60)
  void everySignalArrivesOnceAndInOrder(long seed) throws Exception {
    try (LinePage one = page();
        LinePage two = page();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String join = "{\"type\":\"join\",\"interests\":[\"fire " + WALLETS.get() + "\"]}";
      one.send(join);
      two.send(join);
      String encounter = one.await("matched").path("encounter").asString();
      two.await("matched");
      var first = threads.submit(new Talker(one, encounter, new SplittableRandom(seed)));
      var second = threads.submit(new Talker(two, encounter, new SplittableRandom(-seed)));
      int losses = first.get() + second.get();
      assertThat(losses).isGreaterThan(20);
    }
  }

  private LinePage page() throws IOException {
    return new LinePage(port, new Address("0x%040x".formatted(WALLETS.incrementAndGet())));
  }

  /** Says its numbers, hears the other's, and loses its connection now and then. */
  private static final class Talker implements Callable<Integer> {

    private final LinePage page;
    private final String encounter;
    private final SplittableRandom random;
    private int said;
    private int heard;
    private int acknowledged;
    private int losses;

    Talker(LinePage page, String encounter, SplittableRandom random) {
      this.page = page;
      this.encounter = encounter;
      this.random = random;
    }

    @Override
    public Integer call() throws Exception {
      while (heard < SIGNALS || acknowledged < SIGNALS) {
        if (said < SIGNALS && said - acknowledged < ON_THEIR_WAY) {
          signal("number", ++said);
        }
        JsonNode message = page.poll();
        if (message != null && message.path("type").asString().equals("signal")) {
          hear(message.path("payload"));
        }
        if (random.nextInt(50) == 0) {
          lose();
        }
      }
      return losses;
    }

    private void hear(JsonNode payload) {
      acknowledged = Math.max(acknowledged, payload.path("heard").asInt());
      if (payload.has("number")) {
        assertThat(payload.path("number").asInt()).isEqualTo(++heard);
        if (heard % 10 == 0) {
          signal("heard", heard);
        }
      }
    }

    private void signal(String name, int value) {
      page.send(
          "{\"type\":\"signal\",\"encounter\":\"%s\",\"payload\":{\"%s\":%d}}"
              .formatted(encounter, name, value));
    }

    private void lose() throws IOException {
      losses++;
      switch (random.nextInt(4)) {
        case 0 -> page.breakTheConnection();
        case 1 -> page.loseTheNetwork();
        case 2 -> {
          page.loseTheNetwork();
          signal("heard", heard);
          page.breakTheConnection();
        }
        default -> {
          // Comes back although nothing was lost.
        }
      }
      page.comeBack();
    }
  }
}
