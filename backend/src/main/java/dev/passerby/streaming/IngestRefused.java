package dev.passerby.streaming;

import java.io.IOException;

/** The ingest answers, and does not take the stream. */
final class IngestRefused extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param code the ingest's own, such as {@code NetStream.Publish.BadName}; nothing else of what
   *     it says is kept, for it may repeat the key
   */
  IngestRefused(String code) {
    super(code);
  }
}
