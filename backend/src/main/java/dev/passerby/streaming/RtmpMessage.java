package dev.passerby.streaming;

import java.nio.ByteBuffer;

/**
 * A message of RTMP 1.0 (§5.3, §6).
 *
 * @param type one of the constants here, or of {@link FlvTag}
 * @param stream 0 is the connection itself
 * @param timestamp in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RtmpMessage(int type, int stream, int timestamp, byte[] body) {

  static final int SET_CHUNK_SIZE = 1;
  static final int ACKNOWLEDGEMENT = 3;
  static final int USER_CONTROL = 4;
  static final int WINDOW_SIZE = 5;
  static final int PEER_BANDWIDTH = 6;
  static final int COMMAND = 20;

  /** Events of {@link #USER_CONTROL}. */
  static final int PING_REQUEST = 6;

  static final int PING_RESPONSE = 7;

  /** One for the connection that holds a number of four bytes. */
  static RtmpMessage control(int type, int number) {
    return new RtmpMessage(type, 0, 0, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  /** The four bytes at its beginning. */
  int number() {
    return body.length < Integer.BYTES ? 0 : ByteBuffer.wrap(body).getInt();
  }
}
