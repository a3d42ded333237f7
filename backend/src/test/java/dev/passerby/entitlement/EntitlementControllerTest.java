package dev.passerby.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import dev.passerby.wallet.WalletAuthentication;
import dev.passerby.wallet.WalletSession;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class EntitlementControllerTest {

  private static final Address ADA = new Address("0x" + "a1".repeat(20));

  @Test
  void tellsTheSignedInWhatTheirWalletMayDo() {
    var features = Set.of(Feature.CONTACTS, Feature.STUDIO_INPUTS);

    signedIn(new EntitlementResult.Known(new Entitlement(false, 2, features)))
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"staked":false,"passes":2,"features":["contacts","studio-inputs"],"mayMeet":true}
            """);
  }

  @Test
  void saysThatTheChainIsStale() {
    signedIn(new EntitlementResult.ChainStale(Duration.ofSeconds(75)))
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("chain-stale");
  }

  @Test
  void saysThatTheChainIsDown() {
    signedIn(new EntitlementResult.ChainDown())
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("chain-down");
  }

  private static WebTestClient.ResponseSpec signedIn(EntitlementResult result) {
    var session = new WalletSession("session", ADA, Instant.MAX);
    var principal = Mono.just(new WalletAuthentication(session));
    return WebTestClient.bindToController(new EntitlementController(new OnlyAda(result)))
        .webFilter(
            (exchange, chain) ->
                chain.filter(exchange.mutate().principal(principal.cast(Principal.class)).build()))
        .build()
        .get()
        .uri("/api/entitlement")
        .exchange();
  }

  /** Knows one wallet only, so that asking for another is seen. */
  private record OnlyAda(EntitlementResult result) implements Entitlements {

    @Override
    public Mono<EntitlementResult> of(Address wallet) {
      assertThat(wallet).isEqualTo(ADA);
      return Mono.just(result);
    }

    @Override
    public Flux<Address> changed() {
      return Flux.never();
    }
  }
}
