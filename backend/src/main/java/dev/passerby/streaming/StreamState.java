package dev.passerby.streaming;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a stream that runs is doing. */
enum StreamState {
  /** The ingest is being connected to; no media is wanted yet. */
  CONNECTING,
  /** The ingest waits for media. */
  READY,
  LIVE,
  /** The ingest takes less than comes. */
  CONGESTED,
  /** The ingest was lost and is being tried again. */
  RECONNECTING;

  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
