package dev.passerby.chain;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page, without a sign-in, which chain it is on. */
@RestController
class ChainController {

  private final ChainDescription description;
  private final List<DemoWallet> demoWallets;

  /**
   * @param demoWallets none where the chain is not for development
   */
  ChainController(ChainDescription description, DemoWallets demoWallets) {
    this.description = description;
    this.demoWallets = demoWallets.wallets();
  }

  @GetMapping("/api/config")
  ChainDescription config() {
    return description;
  }

  @GetMapping("/api/demo-wallets")
  ResponseEntity<Object> demoWallets() {
    if (demoWallets.isEmpty()) {
      var problem =
          ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "This chain has no demo wallets.");
      problem.setProperty("code", "no-demo-wallets");
      return ResponseEntity.status(HttpStatus.NOT_FOUND).body(problem);
    }
    return ResponseEntity.ok(demoWallets);
  }
}
