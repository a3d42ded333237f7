package dev.passerby.streaming;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes messages apart and puts them together again (RTMP 1.0 §5.3.1). Reading and writing are each
 * one thread's at a time.
 */
final class RtmpChunks {

  /** What we say that we send; a peer begins by expecting 128 bytes. */
  static final int OUT_CHUNK = 4096;

  private static final int EXTENDED = 0xffffff;

  /** An ingest has little to say. */
  private static final int LARGEST_MESSAGE = 64 << 10;

  private static final int MOST_CHUNK_STREAMS = 64;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final Map<Integer, Incoming> incoming = new HashMap<>();
  private int inChunk = 128;
  private int outChunk = 128;
  private long received;
  private final AtomicLong sent = new AtomicLong();

  RtmpChunks(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** A message that comes in pieces. */
  private static final class Incoming {
    private int timestamp;
    private int delta;
    private int length;
    private int type;
    private int stream;
    private boolean extended;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  }

  /** How many bytes of messages have come, and gone. */
  long received() {
    return received;
  }

  long sent() {
    return sent.get();
  }

  /** From now on larger pieces are written; the peer has been told. */
  void enlarge() {
    outChunk = OUT_CHUNK;
  }

  /** Writes a message; each begins with a full header (type 0), which is never wrong. */
  void write(RtmpMessage message) throws IOException {
    int chunkStream = chunkStreamOf(message.type());
    int timestamp = message.timestamp();
    boolean extended = Integer.compareUnsigned(timestamp, EXTENDED) >= 0;
    byte[] body = message.body();
    out.writeByte(chunkStream);
    write24(extended ? EXTENDED : timestamp);
    write24(body.length);
    out.writeByte(message.type());
    out.writeInt(Integer.reverseBytes(message.stream()));
    for (int at = 0; at == 0 || at < body.length; at += outChunk) {
      if (at > 0) {
        out.writeByte(0xc0 | chunkStream);
      }
      if (extended) {
        out.writeInt(timestamp);
      }
      out.write(body, at, Math.min(outChunk, body.length - at));
    }
    out.flush();
    sent.addAndGet(body.length);
  }

  /** The next message, waited for. */
  RtmpMessage read() throws IOException {
    while (true) {
      Incoming part = readChunk();
      if (part.body.size() == part.length) {
        byte[] body = part.body.toByteArray();
        part.body.reset();
        received += body.length;
        if (part.type == RtmpMessage.SET_CHUNK_SIZE) {
          setChunkSize(new RtmpMessage(part.type, 0, 0, body).number());
        } else {
          return new RtmpMessage(part.type, part.stream, part.timestamp, body);
        }
      }
    }
  }

  private Incoming readChunk() throws IOException {
    int first = in.readUnsignedByte();
    Incoming part = incomingOf(first & 0x3f);
    int format = first >> 6;
    boolean begins = part.body.size() == 0;
    if (format < 3) {
      readHeader(part, format);
    } else if (part.extended) {
      in.readInt();
    }
    if (begins && format > 0) {
      part.timestamp += part.delta;
    }
    if (part.length > LARGEST_MESSAGE) {
      throw new IOException("a message of " + part.length + " bytes");
    }
    int rest = Math.min(inChunk, part.length - part.body.size());
    part.body.write(in.readNBytes(rest));
    return part;
  }

  private void readHeader(Incoming part, int format) throws IOException {
    part.body.reset();
    int time = read24();
    if (format < 2) {
      part.length = read24();
      part.type = in.readUnsignedByte();
    }
    if (format == 0) {
      part.stream = Integer.reverseBytes(in.readInt());
    }
    part.extended = time == EXTENDED;
    int stated = part.extended ? in.readInt() : time;
    if (format == 0) {
      part.timestamp = stated;
      part.delta = 0;
    } else {
      part.delta = stated;
    }
  }

  private Incoming incomingOf(int marker) throws IOException {
    int chunkStream =
        switch (marker) {
          case 0 -> 64 + in.readUnsignedByte();
          case 1 -> 64 + in.readUnsignedByte() + (in.readUnsignedByte() << 8);
          default -> marker;
        };
    Incoming known = incoming.get(chunkStream);
    if (known != null) {
      return known;
    }
    if (incoming.size() >= MOST_CHUNK_STREAMS) {
      throw new IOException("too many chunk streams");
    }
    Incoming fresh = new Incoming();
    incoming.put(chunkStream, fresh);
    return fresh;
  }

  private void setChunkSize(int size) throws IOException {
    if (size < 1) {
      throw new IOException("chunks of " + size + " bytes");
    }
    inChunk = Math.min(size, LARGEST_MESSAGE);
  }

  /** As encoders have always numbered them: control, commands, sound, pictures. */
  private static int chunkStreamOf(int type) {
    return switch (type) {
      case RtmpMessage.COMMAND -> 3;
      case FlvTag.AUDIO, FlvTag.SCRIPT -> 4;
      case FlvTag.VIDEO -> 6;
      default -> 2;
    };
  }

  private int read24() throws IOException {
    return in.readUnsignedShort() << 8 | in.readUnsignedByte();
  }

  private void write24(int number) throws IOException {
    out.writeShort(number >> 8);
    out.writeByte(number);
  }
}
