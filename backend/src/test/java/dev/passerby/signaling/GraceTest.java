package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.passerby.chain.Address;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of those who do not come back in time, of which there is little here. */
@SpringBootTest(
    classes = SocketApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.web-application-type=reactive",
      "passerby.signaling.resume-within=200ms"
    })
class GraceTest {

  private static final AtomicInteger WALLETS = new AtomicInteger(5_000_000);

  @LocalServerPort private int port;
  @Autowired private Connections connections;

  @Test
  void losesTheSeat() throws IOException {
    try (LinePage one = page();
        LinePage two = page()) {
      String join = "{\"type\":\"join\",\"interests\":[\"patience\"]}";
      one.send(join);
      two.send(join);
      one.await("matched");
      one.breakTheConnection();
      two.await("peer-away");
      assertThat(two.await("ended").path("reason").asString()).isEqualTo("peer-lost");
      two.send(join);
      two.await("waiting");
      try (var again = new TestSocket(port, one.socket().wallet())) {
        again.await("welcome");
        again.send(one.resume());
        assertThat(again.await("error").path("code").asString()).isEqualTo("resume-unknown");
        again.send(join);
        again.await("waiting");
      }
    }
  }

  @Test
  void losesThePlaceInTheQueue() throws IOException {
    try (LinePage page = page()) {
      page.send("{\"type\":\"join\",\"interests\":[\"patience, too\"]}");
      page.await("waiting");
      page.breakTheConnection();
      await().until(() -> connections.of(page.socket().wallet()).isEmpty());
      assertThat(connections.countAway()).isZero();
      try (var again = new TestSocket(port, page.socket().wallet())) {
        again.await("welcome");
        again.send("{\"type\":\"join\"}");
        again.await("waiting");
      }
    }
  }

  private LinePage page() throws IOException {
    return new LinePage(port, new Address("0x%040x".formatted(WALLETS.incrementAndGet())));
  }
}
