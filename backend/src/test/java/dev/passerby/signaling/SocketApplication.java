package dev.passerby.signaling;

import dev.passerby.chain.ChainDescription;
import dev.passerby.chain.ChainReader;
import dev.passerby.chain.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The socket, the encounters and the ICE servers as they are, without chain and sign-in. Not
 * annotated as a configuration, so that no other test's scan finds it.
 */
@EnableAutoConfiguration
@ComponentScan({
  "dev.passerby.signaling",
  "dev.passerby.presence",
  "dev.passerby.encounter",
  "dev.passerby.grant",
  "dev.passerby.ice",
  "dev.passerby.safety",
  "dev.passerby.store"
})
@ConfigurationPropertiesScan({
  "dev.passerby.signaling",
  "dev.passerby.presence",
  "dev.passerby.encounter",
  "dev.passerby.grant",
  "dev.passerby.ice",
  "dev.passerby.safety",
  "dev.passerby.store"
})
@Import(SignInByHeader.class)
public class SocketApplication {

  @Bean
  FakeEntitlements entitlements() {
    return new FakeEntitlements();
  }

  /** The database is in memory; nothing is kept here. */
  @Bean
  DataFolder dataFolder() {
    return new DataFolder(Path.of("target"), false);
  }

  @Bean
  ChainReader chainReader() {
    return new FixedChain(Duration.ofSeconds(1));
  }

  @Bean
  ChainDescription chainDescription() {
    String anywhere = "0x" + "11".repeat(20);
    return new ChainDescription(31337, "Test", "", "ETH", anywhere, anywhere, true, null);
  }
}
