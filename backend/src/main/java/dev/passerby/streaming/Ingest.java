package dev.passerby.streaming;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * An ingest whose addresses have been looked up and checked: these are connected to, however often,
 * and whatever its name leads to meanwhile.
 *
 * @param addresses of more than a few, the first ones
 * @param tls knows whom to believe
 * @param within most time until it takes a stream, all of its addresses tried
 */
record Ingest(Target target, List<InetAddress> addresses, SSLSocketFactory tls, Duration within) {

  /**
   * Less than a second of media in bytes: what the kernel would hold beyond that only hides that an
   * ingest is slow.
   */
  private static final int SEND_BUFFER = 128 << 10;

  /** A name may have hundreds. */
  private static final int MOST_ADDRESSES = 4;

  Ingest {
    addresses = addresses.stream().limit(MOST_ADDRESSES).toList();
  }

  /**
   * Publishes to the first address that answers; blocks, for no longer than the attempt may take.
   *
   * @throws IngestRefused when one answers and does not want it
   * @throws IOException when none does in time
   */
  RtmpPublisher publish(Attempt attempt) throws IOException {
    IOException last = new IOException("no address");
    for (int next = 0; next < addresses.size() && !attempt.isOver(); next++) {
      // An address that never answers is not to take the time of those behind it.
      Duration share = attempt.left().dividedBy(addresses.size() - next);
      try {
        Wire wire = connect(addresses.get(next), attempt, share);
        return RtmpPublisher.publish(wire, target, attempt);
      } catch (IngestRefused e) {
        throw e;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private Wire connect(InetAddress address, Attempt attempt, Duration share) throws IOException {
    Socket socket = new Socket();
    try {
      attempt.cuts(socket);
      // Of no time at all, a socket would make endless time.
      int millis = Math.toIntExact(Math.max(1, share.toMillis()));
      socket.setTcpNoDelay(true);
      socket.setSendBufferSize(SEND_BUFFER);
      socket.connect(new InetSocketAddress(address, target.port()), millis);
      socket.setSoTimeout(millis);
      return new Wire(socket, target.secure() ? secured(socket) : socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The certificate has to be for the name, not for the address (RFC 9525). */
  private Socket secured(Socket socket) throws IOException {
    var secure = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}
