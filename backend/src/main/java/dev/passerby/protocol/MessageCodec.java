package dev.passerby.protocol;

import io.netty.buffer.ByteBuf;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Frames to messages and back. Holds no state of a connection; one serves all of them.
 *
 * <p>Of a {@code signal} only the envelope is read and written; its payload passes as the bytes it
 * came in.
 */
public final class MessageCodec {

  /** The largest frame, in bytes, either way. */
  public static final int MAX_FRAME_BYTES = 64 * 1024;

  /** How deep a payload may nest; the payload object itself is the first level. */
  public static final int MAX_PAYLOAD_DEPTH = 16;

  private final MessageDecoder decoder;
  private final MessageEncoder encoder;

  public MessageCodec() {
    var json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxDocumentLength(MAX_FRAME_BYTES).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    this.decoder = new MessageDecoder(json);
    this.encoder = new MessageEncoder(json);
  }

  /**
   * Reads one frame. Never throws on account of what is in it.
   *
   * @param frame one text frame's content; a payload keeps a view of it, so it is not to be reused
   */
  public Inbound decode(byte[] frame) {
    return decoder.decode(frame);
  }

  /** Writes one frame's content as UTF-8 JSON. */
  public void encode(ServerMessage message, ByteBuf out) {
    encoder.encode(message, out);
  }
}
