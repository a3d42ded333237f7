package dev.passerby.streaming;

import dev.passerby.entitlement.Entitlements;
import dev.passerby.wallet.Ephemeral;
import dev.passerby.wallet.WalletSessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the stream's socket at its address. */
@Configuration(proxyBeanMethods = false)
class StreamingConfiguration {

  /** Below the other socket's, so that the same {@code Origin} is asked of it. */
  static final String PATH = "/api/socket/stream";

  private static final int LOOK_UPS = 4;
  private static final int LOOK_UPS_WAITING = 16;

  @Bean
  HandlerMapping streamMapping(StreamWebSocketHandler handler) {
    return new SimpleUrlHandlerMapping(Map.of(PATH, handler), -1);
  }

  @Bean
  @ConfigurationPropertiesBinding
  static Converter<String, Network> networks() {
    return new Converter<>() {
      @Override
      public Network convert(String text) {
        return Network.valueOf(text);
      }
    };
  }

  @Bean
  Program ffmpeg(StreamingProperties properties) {
    return Program.find(properties.ffmpeg());
  }

  @Bean
  Streams streams(StreamingProperties properties, MeterRegistry registry) {
    return new Streams(properties, registry);
  }

  /** Of its own: whoever names names that take long to look up keeps nobody else waiting. */
  @Bean(destroyMethod = "dispose")
  Scheduler streamNames() {
    return Schedulers.newBoundedElastic(LOOK_UPS, LOOK_UPS_WAITING, "stream-names", 60, true);
  }

  @Bean
  StreamPage.Surroundings streamSurroundings(
      Streams streams,
      Scheduler streamNames,
      Program program,
      StreamingProperties properties,
      Entitlements entitlements,
      WalletSessions sessions,
      Ephemeral ephemeral) {
    return new StreamPage.Surroundings(
        streams,
        new StreamingRights(entitlements, sessions, ephemeral, properties),
        new PublicAddresses(
            properties.deniedNetworks(), properties.allowedNetworks(), OwnNetworks::ofThisMachine),
        streamNames,
        program,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        properties);
  }

  /** Before the web server stops, which waits for open sockets. */
  @Bean
  SmartLifecycle streamsEndWithTheService(Streams streams) {
    return new SmartLifecycle() {
      private volatile boolean running;

      @Override
      public void start() {
        running = true;
      }

      @Override
      public void stop() {
        streams.shut();
        running = false;
      }

      @Override
      public boolean isRunning() {
        return running;
      }
    };
  }
}
