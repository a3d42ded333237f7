package dev.passerby.signaling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.Address;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A socket client that does what no client should. */
final class RawSocket implements AutoCloseable {

  static final int CUT_OFF = -1;
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;

  private final Socket socket;
  private final DataInputStream in;

  /** Connects and sends nothing. */
  RawSocket(int port) throws IOException {
    socket = new Socket("localhost", port);
    socket.setSoTimeout(15_000);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Connects and becomes a socket. */
  RawSocket(int port, Address wallet) throws IOException {
    this(port);
    send(
        """
        GET /api/socket HTTP/1.1\r
        Host: localhost\r
        %s: %s\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
            .formatted(SignInByHeader.WALLET_HEADER, wallet.value()));
    assertThat(line()).startsWith("HTTP/1.1 101");
    String header = line();
    while (!header.isEmpty()) {
      header = line();
    }
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** One frame as RFC 6455 §5.2 lays it out, whatever it is. */
  void frame(int firstByte, boolean masked, byte[] content) throws IOException {
    var frame = new ByteArrayOutputStream();
    frame.write(firstByte);
    int mask = masked ? 0x80 : 0;
    if (content.length < 126) {
      frame.write(mask | content.length);
    } else {
      frame.write(mask | 126);
      frame.write(content.length >> 8);
      frame.write(content.length);
    }
    if (masked) {
      // A mask of zeros leaves the content as it is.
      frame.writeBytes(new byte[4]);
    }
    frame.writeBytes(content);
    socket.getOutputStream().write(frame.toByteArray());
  }

  void text(String json) throws IOException {
    frame(TEXT, true, json.getBytes(ISO_8859_1));
  }

  /** Reads on to the end: the close code, or {@link #CUT_OFF} if there was none. */
  int awaitEnd() throws IOException {
    try {
      while (true) {
        int first = in.readUnsignedByte();
        byte[] content = new byte[length()];
        in.readFully(content);
        if (first == CLOSE) {
          return ((content[0] & 0xff) << 8) | (content[1] & 0xff);
        }
      }
    } catch (EOFException | SocketException e) {
      return CUT_OFF;
    }
  }

  /** Sends a byte whenever nothing has come for a while, and is done at the end. */
  void trickleToTheEnd() throws IOException {
    socket.setSoTimeout(100);
    try {
      while (in.read() >= 0) {
        // An answer on the way to the end.
      }
    } catch (SocketTimeoutException e) {
      send("x");
      trickleToTheEnd();
    } catch (SocketException e) {
      assertThat(socket.isClosed()).isFalse();
    }
  }

  /** The next text; pings are passed over and not answered. */
  String awaitText() throws IOException {
    return new String(awaitFrame(TEXT), ISO_8859_1);
  }

  /** The content of the next frame that begins with this byte; others are passed over. */
  byte[] awaitFrame(int firstByte) throws IOException {
    while (true) {
      int first = in.readUnsignedByte();
      byte[] content = new byte[length()];
      in.readFully(content);
      if (first == firstByte) {
        return content;
      }
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    return length < 126 ? length : in.readUnsignedShort();
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      assertThat(next).as("the end came too early").isNotNegative();
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
