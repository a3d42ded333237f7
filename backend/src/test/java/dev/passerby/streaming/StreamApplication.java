package dev.passerby.streaming;

import dev.passerby.signaling.SocketApplication;
import dev.passerby.wallet.Ephemeral;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** Both sockets as they are, without chain and sign-in. */
@ComponentScan("dev.passerby.streaming")
@ConfigurationPropertiesScan("dev.passerby.streaming")
@Import(SocketApplication.class)
class StreamApplication {

  @Bean
  CountingPermits permits() {
    return new CountingPermits();
  }

  /** Permits that do not grow back. */
  static final class CountingPermits implements Ephemeral {

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    @Override
    public Mono<Boolean> keep(String key, Duration timeToLive) {
      return Mono.error(new AssertionError("nothing is kept here"));
    }

    @Override
    public Mono<Boolean> take(String key) {
      return Mono.error(new AssertionError("nothing is kept here"));
    }

    @Override
    public Mono<Boolean> permit(String key, int permits, Duration period) {
      return Mono.fromSupplier(() -> asked.merge(key, 1, Integer::sum) <= permits);
    }
  }
}
