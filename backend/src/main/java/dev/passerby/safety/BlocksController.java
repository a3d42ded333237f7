package dev.passerby.safety;

import dev.passerby.store.Pseudonym;
import dev.passerby.store.Pseudonyms;
import dev.passerby.store.StoreUnavailable;
import dev.passerby.wallet.WalletAuthentication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells the signed-in how many they have blocked, and forgets them; strangers have no names. */
@RestController
@RequestMapping("/api/blocks")
class BlocksController {

  private final Blocks blocks;
  private final Pseudonyms pseudonyms;

  BlocksController(Blocks blocks, Pseudonyms pseudonyms) {
    this.blocks = blocks;
    this.pseudonyms = pseudonyms;
  }

  /** How many, and how many there may be. */
  record Count(long count, int most) {}

  @GetMapping
  Mono<ResponseEntity<Object>> mine(WalletAuthentication who) {
    return answer(blocks.count(self(who)));
  }

  @DeleteMapping
  Mono<ResponseEntity<Object>> clear(WalletAuthentication who) {
    return answer(blocks.clear(self(who)).thenReturn(0L));
  }

  private Pseudonym self(WalletAuthentication who) {
    return pseudonyms.of(who.getPrincipal().wallet());
  }

  private Mono<ResponseEntity<Object>> answer(Mono<Long> count) {
    return count
        .map(number -> ResponseEntity.<Object>ok(new Count(number, blocks.most())))
        .onErrorResume(StoreUnavailable.class, error -> Mono.just(unavailable()));
  }

  private static ResponseEntity<Object> unavailable() {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer.");
    problem.setProperty("code", "store-down");
    return ResponseEntity.of(problem).build();
  }
}
