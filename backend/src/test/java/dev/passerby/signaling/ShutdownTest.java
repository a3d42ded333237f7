package dev.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class ShutdownTest {

  @Test
  void tellsEverybodyThenClosesWithinTwentySecondsAndEndsNoRound() throws IOException {
    var context =
        new SpringApplicationBuilder(SocketApplication.class)
            .properties("server.port=0", "spring.main.web-application-type=reactive")
            .run();
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    List<TestSocket> sockets =
        IntStream.range(0, 20).mapToObj(i -> new TestSocket(port, wallet(i))).toList();
    sockets.forEach(socket -> socket.await("welcome"));
    sockets.subList(0, 2).forEach(socket -> socket.send("{\"type\":\"join\"}"));
    sockets.subList(0, 2).forEach(socket -> socket.await("matched"));
    List<TestSocket> live = sockets.subList(2, 4);
    live.forEach(socket -> socket.send("{\"type\":\"join\"}"));
    for (TestSocket socket : live) {
      String encounter = socket.await("matched").path("encounter").asString();
      socket.send("{\"type\":\"decoded\",\"encounter\":\"%s\"}".formatted(encounter));
    }
    for (TestSocket socket : live) {
      assertThat(socket.await("live").path("revival").asString()).isNotEmpty();
    }

    RawSocket raw = new RawSocket(port, wallet(20));
    Instant begun = Instant.now();
    context.close();
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    for (TestSocket socket : sockets.subList(0, 2)) {
      assertThat(socket.await("ended").path("reason").asString()).isEqualTo("going-away");
      assertThat(socket.await("going-away").path("reconnectWithinMillis").asLong()).isPositive();
      socket.awaitClose();
    }
    for (TestSocket socket : live) {
      // Nothing ends here: their tickets are good for the next run.
      assertThat(socket.awaitAny().path("type").asString()).isEqualTo("going-away");
      socket.awaitClose();
    }
    for (TestSocket socket : sockets.subList(4, 20)) {
      assertThat(socket.await("going-away").path("reconnectWithinMillis").asLong()).isPositive();
      socket.awaitClose();
    }
    // Tomcat's client takes 1012 for a mistake, so that another one must tell.
    assertThat(raw.awaitEnd()).isEqualTo(1012);
    raw.close();
  }

  private static Address wallet(int number) {
    return new Address("0x%040x".formatted(2_000_000 + number));
  }
}
