package dev.passerby.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * RTMPS: whoever has the certificate for the name is streamed to, at the address that was checked.
 */
@Timeout(30)
class IngestOverTlsTest {

  private static NginxRtmp server;
  private static TlsFront front;

  @BeforeAll
  static void start() throws Exception {
    server = NginxRtmp.start();
    front = new TlsFront(server.port());
  }

  @AfterAll
  static void stop() throws IOException {
    front.close();
    server.close();
  }

  @Test
  void anIngestWithTheCertificateForItsNameIsStreamedTo() throws IOException {
    try (RtmpPublisher publisher = publish(ingest("localhost", front.believing()))) {
      publisher.send(new FlvTag(FlvTag.AUDIO, 0, new byte[] {(byte) 0xaf, 0, 0x12, 0x10}), 0);
      publisher.unpublish();
      assertThat(publisher.sent()).isPositive();
    }
  }

  @Test
  void aCertificateForAnotherNameIsNotBelieved() {
    assertThatThrownBy(() -> publish(ingest("ingest.example", front.believing())))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("ingest.example");
  }

  @Test
  void anAuthorityThatNobodyKnowsIsNotBelieved() {
    var strict = (SSLSocketFactory) SSLSocketFactory.getDefault();
    assertThatThrownBy(() -> publish(ingest("localhost", strict))).isInstanceOf(SSLException.class);
  }

  @Test
  void whoSpeaksNoTlsIsNoIngestOverTls() {
    var target = new Target(true, "localhost", server.port(), "live", "key");
    var plain = new Ingest(target, loopback(), front.believing(), Duration.ofSeconds(2));
    assertThatThrownBy(() -> publish(plain)).isInstanceOf(IOException.class);
  }

  private static RtmpPublisher publish(Ingest ingest) throws IOException {
    try (var attempt = new Attempt(ingest.within())) {
      return ingest.publish(attempt);
    }
  }

  private static Ingest ingest(String host, SSLSocketFactory tls) {
    var target = new Target(true, host, front.port(), "live", "key");
    return new Ingest(target, loopback(), tls, Duration.ofSeconds(5));
  }

  private static List<InetAddress> loopback() {
    return List.of(InetAddress.ofLiteral("127.0.0.1"));
  }
}
