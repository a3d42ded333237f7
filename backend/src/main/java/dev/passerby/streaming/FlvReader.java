package dev.passerby.streaming;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the tags of a Flash video stream (Adobe Video File Format 10.1, annex E). */
final class FlvReader {

  private static final int SIGNATURE = 0x464c56; // "FLV"
  private static final int HEADER_BYTES = 9;
  private static final int LARGEST_TAG = 8 << 20;

  private final DataInputStream in;
  private boolean begun;

  FlvReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** The next tag, waited for; null at the end, also when it ends within a tag. */
  @Nullable FlvTag next() throws IOException {
    try {
      if (!begun) {
        begun = true;
        readHeader();
      }
      int type = in.readUnsignedByte() & 0x1f;
      int length = read24();
      int timestamp = read24() | in.readUnsignedByte() << 24;
      read24(); // stream id, always 0
      if (length > LARGEST_TAG) {
        throw new IOException("a tag of " + length + " bytes");
      }
      byte[] body = in.readNBytes(length);
      in.readInt(); // length of this tag again
      return new FlvTag(type, timestamp, body);
    } catch (EOFException e) {
      return null;
    }
  }

  private void readHeader() throws IOException {
    if (read24() != SIGNATURE) {
      throw new IOException("not Flash video");
    }
    in.readShort(); // version and what is in it
    int length = in.readInt();
    in.skipNBytes(length - HEADER_BYTES + Integer.BYTES);
  }

  private int read24() throws IOException {
    return in.readUnsignedShort() << 8 | in.readUnsignedByte();
  }
}
