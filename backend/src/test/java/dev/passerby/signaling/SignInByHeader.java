package dev.passerby.signaling;

import dev.passerby.chain.Address;
import dev.passerby.wallet.WalletAuthentication;
import dev.passerby.wallet.WalletSession;
import dev.passerby.wallet.WalletSessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** In place of the sign-in: a header says who connects. To be imported, not to be found. */
public class SignInByHeader {

  public static final String WALLET_HEADER = "X-Wallet";

  /** Names one of the wallet's sessions; most tests need no more than the one without a name. */
  static final String SESSION_HEADER = "X-Session";

  @Bean
  Clock clock() {
    return Clock.systemUTC();
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
      String named = exchange.getRequest().getHeaders().getFirst(SESSION_HEADER);
      WalletSession session = signedIn.as(new Address(wallet), named == null ? "" : named);
      return chain.filter(
          exchange.mutate().principal(Mono.just(new WalletAuthentication(session))).build());
    };
  }

  /** The sessions of each wallet, kept to be ended. */
  public record SignedIn(WalletSessions sessions, Map<String, WalletSession> byName) {

    SignedIn(WalletSessions sessions) {
      this(sessions, new ConcurrentHashMap<>());
    }

    public WalletSession as(Address wallet) {
      return as(wallet, "");
    }

    WalletSession as(Address wallet, String session) {
      return byName.computeIfAbsent(
          wallet.value() + session, absent -> sessions.open(wallet).orElseThrow().session());
    }
  }
}
