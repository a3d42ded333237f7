package dev.passerby.wallet;

import dev.passerby.chain.ChainDescription;
import dev.passerby.chain.DataFolder;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import reactor.core.publisher.Mono;

/**
 * The service as far as this package goes, over a chain that tests write. Not annotated as a
 * configuration, so that no other test's scan finds it.
 */
@EnableAutoConfiguration
@ComponentScan({
  "dev.passerby.wallet",
  "dev.passerby.store",
  "dev.passerby.safety",
  "dev.passerby.contacts"
})
@ConfigurationPropertiesScan({"dev.passerby.store", "dev.passerby.safety", "dev.passerby.contacts"})
class WalletServer {

  @Bean
  FakeChain chain() {
    return new FakeChain();
  }

  @Bean
  FakePasses passes() {
    return new FakePasses();
  }

  /** The database is in memory unless a test says where it is; nothing is kept here otherwise. */
  @Bean
  DataFolder dataFolder(@Value("${test.folder:target}") Path folder) {
    return new DataFolder(folder, false);
  }

  @Bean
  ChainDescription chainDescription(FakeChain chain) {
    String rpcUrl = "https://rpc.example:8545/some/path";
    String tierPass = chain.contracts().tierPass().value();
    String staking = chain.contracts().sessionStaking().value();
    return new ChainDescription(FakeChain.ID, "Test", rpcUrl, "ETH", tierPass, staking, true, null);
  }

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  /** A socket that says whose it is, and closes when the session is over. */
  @Bean
  HandlerMapping sockets(WalletSessions sessions) {
    WebSocketHandler handler =
        socket ->
            socket
                .getHandshakeInfo()
                .getPrincipal()
                .cast(WalletAuthentication.class)
                .map(WalletAuthentication::getPrincipal)
                .flatMap(
                    session ->
                        socket
                            .send(Mono.just(socket.textMessage(session.wallet().value())))
                            .then(sessions.ended(session))
                            .then());
    return new SimpleUrlHandlerMapping(Map.of("/api/socket", handler), 1);
  }
}
