package dev.passerby.chain;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why there is no chain in one line instead of a stack trace. */
final class ChainFailureAnalyzer extends AbstractFailureAnalyzer<ChainStartFailure> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ChainStartFailure cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
