package dev.passerby.protocol;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that one page sends to the other: well-formed UTF-8, looked into only where
 * somebody hides their address. It is a view of the frame it came in, so that relaying it needs no
 * parsing and no second form of it.
 */
public final class Payload {

  private final byte[] bytes;
  private final int offset;
  private final int length;

  /**
   * @param bytes the whole frame; not copied, and not to be changed afterwards
   * @param offset where the object's opening brace is
   * @param length up to and with its closing brace
   */
  public Payload(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  /** The frame that it is part of; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where in {@link #bytes()} it begins. */
  public int offset() {
    return offset;
  }

  /** Its size in bytes. */
  public int length() {
    return length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload that
        && Arrays.equals(
            bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** Only its size: a description holds addresses, which have no place in a log. */
  @Override
  public String toString() {
    return "Payload[" + length + " bytes]";
  }
}
