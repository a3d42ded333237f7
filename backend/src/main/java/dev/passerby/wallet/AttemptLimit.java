package dev.passerby.wallet;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Limits how often one client address may try to sign in. */
@Component
final class AttemptLimit {

  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Ephemeral ephemeral;
  private final int attempts;

  AttemptLimit(Ephemeral ephemeral, WalletProperties properties) {
    this.ephemeral = ephemeral;
    this.attempts = properties.attemptsPerMinute();
  }

  /** Completes if the client may try now. */
  Mono<Void> permit(ServerWebExchange exchange) {
    return ephemeral
        .permit("sign-in:" + client(exchange), attempts, PERIOD)
        .filter(Boolean::booleanValue)
        .switchIfEmpty(
            Mono.error(
                () -> new SignInRefused(SignInError.RATE_LIMITED, "wait a few seconds and retry")))
        .then();
  }

  /** The IPv4 address, or the IPv6 network of 64 bits: a household has all of those. */
  private static String client(ServerWebExchange exchange) {
    InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
    InetAddress address = remote == null ? null : remote.getAddress();
    if (address == null) {
      return "unknown";
    }
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }
}
