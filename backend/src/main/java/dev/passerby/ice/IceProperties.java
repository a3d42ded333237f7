package dev.passerby.ice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which STUN and TURN servers the pages use; without any, only peers that reach each other directly
 * meet.
 *
 * @param stunUrls e.g. {@code stun:stun.example.org:3478}
 * @param turnUrls e.g. {@code turns:turn.example.org:5349?transport=tcp}
 * @param turnSecret coturn's {@code static-auth-secret}; needed with TURN, never sent or logged
 * @param coturnCli {@code host:port} of the console of every coturn behind these URLs; without it,
 *     relayed calls end because both pages obey
 * @param coturnCliPassword coturn's {@code cli-password}; never logged
 * @param coturnCliTimeout for the connection to a console, and for each of its answers
 * @param coturnLookEvery how often each coturn is looked through for allocations that should be
 *     gone
 */
@Validated
@ConfigurationProperties("passerby.ice")
public record IceProperties(
    @DefaultValue List<@Pattern(regexp = "stuns?:[^\\s]+") String> stunUrls,
    @DefaultValue List<@Pattern(regexp = "turns?:[^\\s]+") String> turnUrls,
    @DefaultValue("") String turnSecret,
    @DefaultValue List<@Pattern(regexp = "[^\\s]+:\\d{1,5}") String> coturnCli,
    @DefaultValue("") String coturnCliPassword,
    @DefaultValue("2s") @DurationMin(millis = 1) Duration coturnCliTimeout,
    @DefaultValue("1s") @DurationMin(millis = 1) Duration coturnLookEvery) {

  @AssertTrue(message = "passerby.ice.turn-secret is needed with passerby.ice.turn-urls")
  boolean isSecretGivenWithTurn() {
    return turnUrls.isEmpty() || !turnSecret.isBlank();
  }

  @AssertTrue(message = "passerby.ice.coturn-cli-password is needed with passerby.ice.coturn-cli")
  boolean isPasswordGivenWithCli() {
    return coturnCli.isEmpty() || !coturnCliPassword.isBlank();
  }

  @AssertTrue(message = "passerby.ice.coturn-cli is of no use without passerby.ice.turn-urls")
  boolean isTurnGivenWithCli() {
    return coturnCli.isEmpty() || !turnUrls.isEmpty();
  }

  List<AllocationCloser.Console> consoles() {
    return coturnCli.stream()
        .map(
            at ->
                new AllocationCloser.Console(
                    address(at), coturnCliPassword, coturnCliTimeout, coturnLookEvery))
        .toList();
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return InetSocketAddress.createUnresolved(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return "IceProperties[stunUrls="
        + stunUrls
        + ", turnUrls="
        + turnUrls
        + ", coturnCli="
        + coturnCli
        + ", secrets=[REDACTED]]";
  }
}
