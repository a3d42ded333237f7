package dev.passerby.ice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.util.List;
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
 */
@Validated
@ConfigurationProperties("passerby.ice")
public record IceProperties(
    @DefaultValue List<@Pattern(regexp = "stuns?:[^\\s]+") String> stunUrls,
    @DefaultValue List<@Pattern(regexp = "turns?:[^\\s]+") String> turnUrls,
    @DefaultValue("") String turnSecret) {

  @AssertTrue(message = "passerby.ice.turn-secret is needed with passerby.ice.turn-urls")
  boolean isSecretGivenWithTurn() {
    return turnUrls.isEmpty() || !turnSecret.isBlank();
  }

  @Override
  public String toString() {
    return "IceProperties[stunUrls="
        + stunUrls
        + ", turnUrls="
        + turnUrls
        + ", turnSecret=[REDACTED]]";
  }
}
