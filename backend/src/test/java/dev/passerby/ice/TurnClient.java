package dev.passerby.ice;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** As much of a TURN client (RFC 8656) over UDP as the tests need. */
public final class TurnClient implements AutoCloseable {

  /** No error. */
  public static final int OK = 0;

  public static final int BAD_REQUEST = 400;
  public static final int UNAUTHORIZED = 401;
  public static final int ALLOCATION_MISMATCH = 437;
  static final int STALE_NONCE = 438;

  private static final int ALLOCATE = 0x003;
  private static final int REFRESH = 0x004;
  private static final int CREATE_PERMISSION = 0x008;
  private static final int SEND_INDICATION = 0x016;
  private static final int DATA_INDICATION = 0x017;
  private static final int USERNAME = 0x006;
  private static final int MESSAGE_INTEGRITY = 0x008;
  private static final int ERROR_CODE = 0x009;
  private static final int LIFETIME = 0x00d;
  private static final int XOR_PEER_ADDRESS = 0x012;
  private static final int DATA = 0x013;
  private static final int REALM = 0x014;
  private static final int NONCE = 0x015;
  private static final int XOR_RELAYED_ADDRESS = 0x016;
  private static final int REQUESTED_TRANSPORT = 0x019;
  private static final int MAGIC = 0x2112_A442;
  private static final int HEADER = 20;
  private static final int INTEGRITY = 24;
  private static final int UDP = 17;
  private static final int ANSWER_WITHIN_MILLIS = 5_000;

  private final DatagramSocket socket;
  private final String username;
  private final String credential;
  private byte[] realm = {};
  private byte[] nonce = {};
  private @Nullable InetSocketAddress relayed;

  public TurnClient(Coturn server, IceServer credentials) throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.connect(server.address());
    socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
    username = String.valueOf(credentials.username());
    credential = String.valueOf(credentials.credential());
  }

  /** The error code, or {@link #OK}. */
  public int allocate() throws Exception {
    return allocate(UDP);
  }

  /** Asks for a transport that there is not: checked after the credential, and refused. */
  public int allocateInVain() throws Exception {
    return allocate(255);
  }

  private int allocate(int transport) throws Exception {
    Answer answer = request(ALLOCATE, Map.of(REQUESTED_TRANSPORT, number(transport << 24)));
    byte[] address = answer.attributes.get(XOR_RELAYED_ADDRESS);
    if (address != null) {
      relayed = plain(address);
    }
    return answer.error();
  }

  /** The error code, or {@link #OK}. */
  public int refresh(int seconds) throws Exception {
    return request(REFRESH, Map.of(LIFETIME, number(seconds))).error();
  }

  /** Where others reach this client. */
  public InetSocketAddress relayed() {
    if (relayed == null) {
      throw new AssertionError("nothing allocated");
    }
    return relayed;
  }

  public int permit(InetSocketAddress peer) throws Exception {
    return request(CREATE_PERMISSION, Map.of(XOR_PEER_ADDRESS, xored(peer))).error();
  }

  public void send(InetSocketAddress peer, String text) throws IOException {
    Map<Integer, byte[]> attributes = new TreeMap<>();
    attributes.put(XOR_PEER_ADDRESS, xored(peer));
    attributes.put(DATA, text.getBytes(StandardCharsets.UTF_8));
    write(message(SEND_INDICATION, transaction(), attributes));
  }

  /** The next text that a peer sends, or null when none comes in time. */
  public @Nullable String receive(int withinMillis) throws IOException {
    long end = System.nanoTime() + withinMillis * 1_000_000L;
    try {
      for (long left = withinMillis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
        socket.setSoTimeout((int) left);
        Answer answer = read();
        if (answer.type == DATA_INDICATION) {
          return new String(answer.attributes.get(DATA), StandardCharsets.UTF_8);
        }
      }
    } catch (SocketTimeoutException e) {
      return null;
    } finally {
      socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
    }
    return null;
  }

  @Override
  public void close() {
    socket.close();
  }

  private record Answer(int type, ByteBuffer transaction, Map<Integer, byte[]> attributes) {

    int error() {
      byte[] code = attributes.get(ERROR_CODE);
      return code == null ? OK : code[2] * 100 + code[3];
    }
  }

  /** Asked without credentials, the server says realm and nonce; then it is asked again. */
  private Answer request(int method, Map<Integer, byte[]> attributes) throws Exception {
    Answer answer = exchange(method, attributes);
    if ((answer.error() == UNAUTHORIZED && realm.length == 0) || answer.error() == STALE_NONCE) {
      realm = answer.attributes.getOrDefault(REALM, realm);
      nonce = answer.attributes.getOrDefault(NONCE, nonce);
      answer = exchange(method, attributes);
    }
    return answer;
  }

  private Answer exchange(int method, Map<Integer, byte[]> attributes) throws Exception {
    byte[] transaction = transaction();
    Map<Integer, byte[]> all = new TreeMap<>(attributes);
    if (realm.length > 0) {
      all.put(USERNAME, username.getBytes(StandardCharsets.UTF_8));
      all.put(REALM, realm);
      all.put(NONCE, nonce);
    }
    byte[] plain = message(method, transaction, all);
    write(realm.length > 0 ? signed(plain) : plain);
    while (true) {
      Answer answer = read();
      if (answer.transaction.equals(ByteBuffer.wrap(transaction))) {
        return answer;
      }
    }
  }

  private byte[] signed(byte[] message) throws Exception {
    ByteBuffer signed = ByteBuffer.allocate(message.length + INTEGRITY).put(message);
    signed.putShort(2, (short) (message.length + INTEGRITY - HEADER));
    String account = username + ":" + new String(realm, StandardCharsets.UTF_8) + ":" + credential;
    byte[] key = MessageDigest.getInstance("MD5").digest(account.getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    mac.update(signed.array(), 0, message.length);
    return signed
        .putShort((short) MESSAGE_INTEGRITY)
        .putShort((short) 20)
        .put(mac.doFinal())
        .array();
  }

  private static byte[] message(int type, byte[] transaction, Map<Integer, byte[]> attributes) {
    ByteBuffer body = ByteBuffer.allocate(2_000);
    attributes.forEach(
        (name, value) -> {
          body.putShort(name.shortValue()).putShort((short) value.length).put(value);
          body.position((body.position() + 3) & ~3);
        });
    return ByteBuffer.allocate(HEADER + body.position())
        .putShort((short) type)
        .putShort((short) body.position())
        .putInt(MAGIC)
        .put(transaction)
        .put(body.array(), 0, body.position())
        .array();
  }

  private void write(byte[] message) throws IOException {
    socket.send(new DatagramPacket(message, message.length));
  }

  private Answer read() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
    socket.receive(packet);
    ByteBuffer message = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    int type = message.getShort();
    message.position(8);
    byte[] transaction = new byte[12];
    message.get(transaction);
    Map<Integer, byte[]> attributes = new TreeMap<>();
    while (message.remaining() >= 4) {
      int name = message.getShort() & 0xffff;
      byte[] value = new byte[message.getShort() & 0xffff];
      message.get(value);
      message.position(Math.min(message.limit(), (message.position() + 3) & ~3));
      attributes.put(name, value);
    }
    return new Answer(type, ByteBuffer.wrap(transaction), attributes);
  }

  private static byte[] transaction() {
    byte[] random = new byte[12];
    ThreadLocalRandom.current().nextBytes(random);
    return random;
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] xored(InetSocketAddress address) {
    int ip = ByteBuffer.wrap(address.getAddress().getAddress()).getInt();
    return ByteBuffer.allocate(8)
        .putShort((short) 1)
        .putShort((short) (address.getPort() ^ (MAGIC >>> 16)))
        .putInt(ip ^ MAGIC)
        .array();
  }

  private static InetSocketAddress plain(byte[] xored) throws IOException {
    ByteBuffer value = ByteBuffer.wrap(xored);
    int port = (value.getShort(2) & 0xffff) ^ (MAGIC >>> 16);
    byte[] ip = ByteBuffer.allocate(4).putInt(value.getInt(4) ^ MAGIC).array();
    return new InetSocketAddress(InetAddress.getByAddress(ip), port);
  }
}
