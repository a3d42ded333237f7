package dev.passerby.streaming;

/**
 * One piece of a Flash video stream (Adobe Video File Format 10.1, annex E.4), which is also one
 * message of RTMP.
 *
 * @param type {@link #AUDIO}, {@link #VIDEO} or {@link #SCRIPT}
 * @param timestamp in milliseconds
 * @param body everything behind the tag's header
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FlvTag(int type, int timestamp, byte[] body) {

  static final int AUDIO = 8;
  static final int VIDEO = 9;
  static final int SCRIPT = 18;

  private static final int AVC = 7;
  private static final int AAC = 10;

  /** Whether every ingest takes it: H.264, AAC, or words about them. */
  boolean isTaken() {
    return switch (type) {
      case VIDEO -> body.length > 1 && (body[0] & 0x8f) == AVC;
      case AUDIO -> body.length > 1 && (body[0] & 0xf0) >> 4 == AAC;
      default -> true;
    };
  }

  /** Whether it says how to decode what follows. */
  boolean isHeader() {
    return type == SCRIPT || body[1] == 0;
  }

  /** Whether decoding can begin with it. */
  boolean isKeyFrame() {
    return type == VIDEO && !isHeader() && (body[0] & 0x70) >> 4 == 1;
  }
}
