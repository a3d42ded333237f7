package dev.passerby.grant;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what is wrong with the node's key. */
final class NodeKeyFailureAnalyzer extends AbstractFailureAnalyzer<NodeKeyRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NodeKeyRefused cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
