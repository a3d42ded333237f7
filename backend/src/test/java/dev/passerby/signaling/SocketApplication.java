package dev.passerby.signaling;

import dev.passerby.chain.Address;
import dev.passerby.chain.ChainDescription;
import dev.passerby.chain.ChainReader;
import dev.passerby.wallet.WalletAuthentication;
import dev.passerby.wallet.WalletSession;
import dev.passerby.wallet.WalletSessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The socket, the encounters and the ICE servers as they are, without chain and sign-in: a header
 * says who connects. Not annotated as a configuration, so that no other test's scan finds it.
 */
@EnableAutoConfiguration
@ComponentScan({
  "dev.passerby.signaling",
  "dev.passerby.encounter",
  "dev.passerby.grant",
  "dev.passerby.ice"
})
@ConfigurationPropertiesScan({
  "dev.passerby.signaling",
  "dev.passerby.encounter",
  "dev.passerby.grant",
  "dev.passerby.ice"
})
class SocketApplication {

  static final String WALLET_HEADER = "X-Wallet";

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  FakeEntitlements entitlements() {
    return new FakeEntitlements();
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

  @Bean
  SignedIn signedIn(Clock clock) {
    return new SignedIn(
        new WalletSessions(clock, Schedulers.parallel(), Duration.ofMinutes(5), 1000));
  }

  @Bean
  WalletSessions walletSessions(SignedIn signedIn) {
    return signedIn.sessions();
  }

  @Bean
  SecurityWebFilterChain openToAll(ServerHttpSecurity http) {
    return http.authorizeExchange(may -> may.anyExchange().permitAll()).build();
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebFilter signsInByHeader(SignedIn signedIn) {
    return (exchange, chain) -> {
      String wallet = exchange.getRequest().getHeaders().getFirst(WALLET_HEADER);
      if (wallet == null) {
        return chain.filter(exchange);
      }
      WalletSession session = signedIn.as(new Address(wallet));
      return chain.filter(
          exchange.mutate().principal(Mono.just(new WalletAuthentication(session))).build());
    };
  }

  /** One session for each wallet, kept to be ended. */
  record SignedIn(WalletSessions sessions, Map<Address, WalletSession> byWallet) {

    SignedIn(WalletSessions sessions) {
      this(sessions, new ConcurrentHashMap<>());
    }

    WalletSession as(Address wallet) {
      return byWallet.computeIfAbsent(
          wallet, absent -> sessions.open(wallet).orElseThrow().session());
    }
  }
}
