package dev.passerby.wallet;

import dev.passerby.chain.ChainDescription;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import reactor.core.publisher.Mono;

/** The service as far as this package goes, over a chain that tests write. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
class WalletServer {

  @Bean
  TestChain chain() {
    return new TestChain();
  }

  @Bean
  ChainDescription chainDescription(TestChain chain) {
    String rpcUrl = "https://rpc.example:8545/some/path";
    String tierPass = chain.contracts().tierPass().value();
    String staking = chain.contracts().sessionStaking().value();
    return new ChainDescription(TestChain.ID, "Test", rpcUrl, "ETH", tierPass, staking, true, null);
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
