package dev.passerby.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what is wrong with the database. */
final class StoreFailureAnalyzer extends AbstractFailureAnalyzer<StoreFailure> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StoreFailure cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
