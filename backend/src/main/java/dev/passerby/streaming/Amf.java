package dev.passerby.streaming;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of RTMP's commands (AMF 0): numbers, booleans, texts, null, and objects of them. Null
 * stands for whatever else a peer sends.
 */
final class Amf {

  private static final int NUMBER = 0;
  private static final int BOOLEAN = 1;
  private static final int STRING = 2;
  private static final int OBJECT = 3;
  private static final int NULL = 5;
  private static final int UNDEFINED = 6;
  private static final int ECMA_ARRAY = 8;
  private static final int OBJECT_END = 9;
  private static final int STRICT_ARRAY = 10;
  private static final int DATE = 11;
  private static final int LONG_STRING = 12;

  private static final int DEEPEST = 8;

  private Amf() {}

  /** Writes values one behind the other. */
  static byte[] encode(@Nullable Object... values) {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    try {
      for (Object value : values) {
        write(value, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads values until there are none.
   *
   * @throws IOException when it is not such
   */
  static List<@Nullable Object> decode(byte[] bytes) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<@Nullable Object> values = new ArrayList<>();
    while (in.available() > 0) {
      values.add(read(in, 0));
    }
    return values;
  }

  private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
    switch (value) {
      case null -> out.writeByte(NULL);
      case Number number -> {
        out.writeByte(NUMBER);
        out.writeDouble(number.doubleValue());
      }
      case Boolean bool -> {
        out.writeByte(BOOLEAN);
        out.writeBoolean(bool);
      }
      case String text -> {
        out.writeByte(STRING);
        writeText(text, out);
      }
      case Map<?, ?> object -> {
        out.writeByte(OBJECT);
        for (var member : object.entrySet()) {
          writeText(String.valueOf(member.getKey()), out);
          write(member.getValue(), out);
        }
        writeText("", out);
        out.writeByte(OBJECT_END);
      }
      default -> throw new IllegalArgumentException("not a value of AMF: " + value.getClass());
    }
  }

  /** The length first, in bytes; a text here is never longer than 65535 of them. */
  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private static @Nullable Object read(DataInputStream in, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("values within values within values");
    }
    int type = in.readUnsignedByte();
    return switch (type) {
      case NUMBER -> in.readDouble();
      case BOOLEAN -> in.readBoolean();
      case STRING -> readText(in, in.readUnsignedShort());
      case LONG_STRING -> readText(in, in.readInt());
      case NULL, UNDEFINED -> null;
      case OBJECT -> readObject(in, depth);
      case ECMA_ARRAY -> {
        in.readInt(); // how many members, roughly
        yield readObject(in, depth);
      }
      case STRICT_ARRAY -> {
        for (int left = in.readInt(); left > 0; left--) {
          read(in, depth + 1);
        }
        yield null;
      }
      case DATE -> {
        in.skipNBytes(Double.BYTES + Short.BYTES);
        yield null;
      }
      default -> throw new IOException("a value of type " + type);
    };
  }

  private static Map<String, @Nullable Object> readObject(DataInputStream in, int depth)
      throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (true) {
      String name = readText(in, in.readUnsignedShort());
      if (name.isEmpty()) {
        in.readByte(); // OBJECT_END
        return members;
      }
      members.put(name, read(in, depth + 1));
    }
  }

  private static String readText(DataInputStream in, int length) throws IOException {
    if (length < 0 || length > in.available()) {
      throw new IOException("a text longer than its message");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
