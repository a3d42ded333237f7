package dev.passerby.streaming;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes one stream over one connection (RTMP 1.0 §5.2, §7.2). All of it blocks: it belongs to
 * virtual threads. {@link #send} is one thread's at a time, {@link #close} may be called from any.
 */
final class RtmpPublisher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RtmpPublisher.class);

  private static final int VERSION = 3;
  private static final int HANDSHAKE_BYTES = 1536;
  private static final int WINDOW = 2_500_000;
  private static final int SEND_BUFFER = 64 << 10;
  private static final Pattern CODE = Pattern.compile("[A-Za-z.]{1,64}");

  private final Wire wire;
  private final Target target;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final RtmpChunks chunks;
  private int transaction;
  private int stream;
  private int peerWindow = WINDOW;
  private long acknowledged;

  private RtmpPublisher(Wire wire, Target target) throws IOException {
    Socket socket = wire.ends();
    this.wire = wire;
    this.target = target;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out =
        new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), SEND_BUFFER));
    this.chunks = new RtmpChunks(in, out);
  }

  /**
   * Publishes over this connection, from then on its owner.
   *
   * @throws IngestRefused when the ingest does not want it
   * @throws IOException when it does not answer as an ingest does, or not in the attempt's time
   */
  static RtmpPublisher publish(Wire wire, Target target, Attempt attempt) throws IOException {
    try {
      var publisher = new RtmpPublisher(wire, target);
      publisher.shakeHands();
      publisher.begin();
      wire.ends().setSoTimeout(0);
      attempt.succeed();
      Thread.ofVirtual().name("rtmp-listen").start(publisher::listen);
      return publisher;
    } catch (IOException e) {
      wire.cut();
      throw e;
    }
  }

  /** Sends a piece of the stream; waits while the ingest does not take it. */
  void send(FlvTag tag, int timestamp) throws IOException {
    byte[] body = tag.body();
    // An ingest keeps what is said to be kept, and passes it on to everybody who comes.
    byte[] kept =
        tag.type() == FlvTag.SCRIPT ? joined(Amf.encode("@setDataFrame"), tag.body()) : body;
    send(new RtmpMessage(tag.type(), stream, timestamp, kept));
  }

  /** How many bytes have been sent. */
  long sent() {
    return chunks.sent();
  }

  /** Says that the stream is over. */
  void unpublish() throws IOException {
    command(0, "FCUnpublish", null, target.key());
    command(0, "deleteStream", null, stream);
  }

  /** Lets go of the connection; whatever waits in here fails. */
  @Override
  public void close() {
    wire.cut();
  }

  /** The handshake in its plain form, as every ingest takes it (RTMP 1.0 §5.2). */
  private void shakeHands() throws IOException {
    byte[] ours = new byte[HANDSHAKE_BYTES];
    ThreadLocalRandom.current().nextBytes(ours);
    ByteBuffer.wrap(ours).putInt(0).putInt(0);
    out.writeByte(VERSION);
    out.write(ours);
    out.flush();
    if (in.readUnsignedByte() != VERSION) {
      throw new IOException("not RTMP");
    }
    byte[] theirs = new byte[HANDSHAKE_BYTES];
    in.readFully(theirs);
    out.write(theirs);
    out.flush();
    in.skipNBytes(HANDSHAKE_BYTES);
  }

  private void begin() throws IOException {
    send(RtmpMessage.control(RtmpMessage.SET_CHUNK_SIZE, RtmpChunks.OUT_CHUNK));
    chunks.enlarge();
    send(RtmpMessage.control(RtmpMessage.WINDOW_SIZE, WINDOW));
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("app", target.app());
    properties.put("type", "nonprivate");
    properties.put("flashVer", "FMLE/3.0 (compatible; Passerby)");
    properties.put("tcUrl", target.url());
    answerTo(command(0, "connect", properties));
    command(0, "releaseStream", null, target.key());
    command(0, "FCPublish", null, target.key());
    stream = number(answerTo(command(0, "createStream", new Object[] {null})));
    command(stream, "publish", null, target.key(), "live");
    awaitPublished();
  }

  /** Sends a command; the number that its answer will have. */
  private int command(int to, String name, @Nullable Object... arguments) throws IOException {
    int number = ++transaction;
    byte[] head = Amf.encode(name, number);
    send(new RtmpMessage(RtmpMessage.COMMAND, to, 0, joined(head, Amf.encode(arguments))));
    return number;
  }

  /** Waits for the answer to this command. */
  private List<@Nullable Object> answerTo(int number) throws IOException {
    while (true) {
      List<@Nullable Object> words = nextCommand();
      if (words.size() > 1 && words.get(1) instanceof Double of && of.intValue() == number) {
        if ("_result".equals(words.getFirst())) {
          return words;
        }
        throw new IngestRefused(codeIn(words));
      }
    }
  }

  private void awaitPublished() throws IOException {
    while (true) {
      List<@Nullable Object> words = nextCommand();
      if ("onStatus".equals(words.getFirst())) {
        String code = codeIn(words);
        if (code.equals("NetStream.Publish.Start")) {
          return;
        }
        throw new IngestRefused(code);
      }
    }
  }

  /** The next command, everything else on the way to it done. */
  private List<@Nullable Object> nextCommand() throws IOException {
    while (true) {
      RtmpMessage message = chunks.read();
      acknowledge();
      switch (message.type()) {
        case RtmpMessage.COMMAND -> {
          List<@Nullable Object> words = Amf.decode(message.body());
          if (!words.isEmpty()) {
            return words;
          }
        }
        case RtmpMessage.USER_CONTROL -> pong(message.body());
        case RtmpMessage.WINDOW_SIZE -> peerWindow = Math.max(1, message.number());
        case RtmpMessage.PEER_BANDWIDTH ->
            send(RtmpMessage.control(RtmpMessage.WINDOW_SIZE, WINDOW));
        default -> {
          // Nothing that a publisher needs.
        }
      }
    }
  }

  /** Hears what the ingest says while it is streamed to, until it, or the connection, ends. */
  private void listen() {
    try {
      while (true) {
        List<@Nullable Object> words = nextCommand();
        if ("onStatus".equals(words.getFirst()) && levelIn(words).equals("error")) {
          log.debug("an ingest ended a stream: {}", codeIn(words));
          return;
        }
      }
    } catch (IOException e) {
      log.debug("an ingest's connection ended: {}", e.getClass().getSimpleName());
    } finally {
      close();
    }
  }

  private void pong(byte[] event) throws IOException {
    ByteBuffer read = ByteBuffer.wrap(event);
    if (event.length >= 6 && read.getShort() == RtmpMessage.PING_REQUEST) {
      byte[] answer =
          ByteBuffer.allocate(6)
              .putShort((short) RtmpMessage.PING_RESPONSE)
              .putInt(read.getInt())
              .array();
      send(new RtmpMessage(RtmpMessage.USER_CONTROL, 0, 0, answer));
    }
  }

  private void acknowledge() throws IOException {
    long received = chunks.received();
    if (received - acknowledged >= peerWindow) {
      acknowledged = received;
      send(RtmpMessage.control(RtmpMessage.ACKNOWLEDGEMENT, (int) received));
    }
  }

  private synchronized void send(RtmpMessage message) throws IOException {
    chunks.write(message);
  }

  private static int number(List<@Nullable Object> words) throws IOException {
    if (words.size() > 3 && words.get(3) instanceof Double number) {
      return number.intValue();
    }
    throw new IOException("no stream was made");
  }

  private static String codeIn(List<@Nullable Object> words) {
    String code = memberOf(words, "code");
    return CODE.matcher(code).matches() ? code : "unknown";
  }

  private static String levelIn(List<@Nullable Object> words) {
    return memberOf(words, "level");
  }

  private static String memberOf(List<@Nullable Object> words, String name) {
    return words.stream()
        .filter(Map.class::isInstance)
        .map(word -> String.valueOf(((Map<?, ?>) word).get(name)))
        .filter(value -> !value.equals("null"))
        .findFirst()
        .orElse("");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
