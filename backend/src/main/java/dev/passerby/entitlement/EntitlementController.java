package dev.passerby.entitlement;

import dev.passerby.wallet.WalletAuthentication;
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
    return result instanceof EntitlementResult.Known known
        ? ResponseEntity.ok(known.entitlement())
        : EntitlementProblem.of(result)
            .map(problem -> ResponseEntity.of(problem).build())
            .orElseThrow();
  }
}
