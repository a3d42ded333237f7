package dev.passerby.entitlement;

import dev.passerby.wallet.WalletAuthentication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells the signed-in what their wallet may do. */
@RestController
class EntitlementController {

  private final Entitlements entitlements;

  EntitlementController(Entitlements entitlements) {
    this.entitlements = entitlements;
  }

  @GetMapping("/api/entitlement")
  Mono<ResponseEntity<Object>> mine(WalletAuthentication authentication) {
    return entitlements
        .of(authentication.getPrincipal().wallet())
        .map(EntitlementController::answer);
  }

  private static ResponseEntity<Object> answer(EntitlementResult result) {
    return switch (result) {
      case EntitlementResult.Known known -> ResponseEntity.ok(known.entitlement());
      case EntitlementResult.ChainStale stale ->
          unavailable(
              "chain-stale",
              "The newest block is %d seconds old.".formatted(stale.headAge().toSeconds()));
      case EntitlementResult.ChainDown _ ->
          unavailable("chain-down", "The chain's node does not answer.");
      case EntitlementResult.ChainDisputed _ ->
          unavailable("chain-disputed", "The chain's nodes disagree about a block.");
    };
  }

  private static ResponseEntity<Object> unavailable(String code, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail);
    problem.setProperty("code", code);
    return ResponseEntity.of(problem).build();
  }
}
