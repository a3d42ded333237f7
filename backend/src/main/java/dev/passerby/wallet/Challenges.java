package dev.passerby.wallet;

import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The one-use nonces of EIP-4361. A nonce is kept together with the secret of the browser that
 * asked for it, so that another browser can neither use it nor use it up.
 */
@Component
final class Challenges {

  private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Ephemeral ephemeral;
  private final Duration lifetime;

  Challenges(Ephemeral ephemeral, WalletProperties properties) {
    this.ephemeral = ephemeral;
    this.lifetime = properties.nonceLifetime();
  }

  Duration lifetime() {
    return lifetime;
  }

  /** A secret that names a browser while it signs in. */
  static String newBrowser() {
    return SecretToken.random().value();
  }

  static boolean isBrowser(String value) {
    return BROWSER.matcher(value).matches();
  }

  /** A fresh nonce: 128 random bits in hex, as EIP-4361 allows letters and digits only. */
  Mono<String> issue(String browser) {
    return Mono.defer(
        () -> {
          String nonce = HexFormat.of().formatHex(SecretToken.randomBytes(16));
          return ephemeral
              .keep(key(browser, nonce), lifetime)
              .filter(Boolean::booleanValue)
              .map(kept -> nonce)
              .switchIfEmpty(Mono.error(() -> refused(SignInError.BUSY, "no room for a nonce")));
        });
  }

  /** Completes if the nonce was this browser's and nobody had used it, which now somebody has. */
  Mono<Void> redeem(String browser, String nonce) {
    return ephemeral
        .take(key(browser, nonce))
        .filter(Boolean::booleanValue)
        .switchIfEmpty(
            Mono.error(() -> refused(SignInError.NONCE_UNKNOWN, "ask for another challenge")))
        .then();
  }

  /** Hashed: whoever reads the store cannot sign in with what is found there. */
  private static String key(String browser, String nonce) {
    return "nonce:" + SecretToken.hash(browser + " " + nonce);
  }

  private static SignInRefused refused(SignInError error, String detail) {
    return new SignInRefused(error, detail);
  }
}
