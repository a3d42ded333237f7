package dev.passerby.entitlement;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why an HTTP request is refused on account of what its wallet may do (RFC 9457). */
public final class EntitlementProblem {

  private EntitlementProblem() {}

  /** Why it is not known what the wallet may do; empty when it is. */
  public static Optional<ProblemDetail> of(EntitlementResult result) {
    return switch (result) {
      case EntitlementResult.Known _ -> Optional.empty();
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

  /** Why the wallet may not do what takes this feature; empty when it may. */
  public static Optional<ProblemDetail> of(EntitlementResult result, Feature feature) {
    return result instanceof EntitlementResult.Known(Entitlement entitlement)
            && !entitlement.features().contains(feature)
        ? problem(
            HttpStatus.FORBIDDEN,
            "feature-required",
            "A pass is needed that unlocks \"" + feature.wireName() + "\".")
        : of(result);
  }

  private static Optional<ProblemDetail> unavailable(String code, String detail) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
  }

  private static Optional<ProblemDetail> problem(HttpStatus status, String code, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return Optional.of(problem);
  }
}
