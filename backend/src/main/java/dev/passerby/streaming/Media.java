package dev.passerby.streaming;

/**
 * What a page sends, as far as it matters for making FLV of it: H.264 and AAC are what every ingest
 * takes, and are copied.
 */
record Media(Container container, boolean h264, boolean aac) {

  enum Container {
    /** WebM is one, too. */
    MATROSKA,
    /** In fragments. */
    MP4
  }

  boolean needsTranscoding() {
    return !h264;
  }
}
