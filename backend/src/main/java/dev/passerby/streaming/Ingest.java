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
 * @param tls knows whom to believe
 * @param within most time for a connection to one address, and for each answer
 */
record Ingest(Target target, List<InetAddress> addresses, SSLSocketFactory tls, Duration within) {

  /**
   * Less than a second of media in bytes: what the kernel would hold beyond that only hides that an
   * ingest is slow.
   */
  private static final int SEND_BUFFER = 128 << 10;

  /**
   * Publishes to the first address that answers; blocks.
   *
   * @throws IngestRefused when one answers and does not want it
   * @throws IOException when none does
   */
  RtmpPublisher publish() throws IOException {
    IOException last = new IOException("no address");
    for (InetAddress address : addresses) {
      try {
        return RtmpPublisher.publish(connect(address), target);
      } catch (IngestRefused e) {
        throw e;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private Wire connect(InetAddress address) throws IOException {
    Socket socket = new Socket();
    try {
      int millis = Math.toIntExact(within.toMillis());
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
