package dev.passerby.streaming;

import java.io.IOException;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to an ingest.
 *
 * @param carrier the TCP connection
 * @param ends what is read and written: the same, or TLS over it
 */
record Wire(Socket carrier, Socket ends) {

  private static final Logger log = LoggerFactory.getLogger(Wire.class);

  /**
   * Ends it now, whoever reads or writes. Closing TLS would wait for whoever writes, who may be
   * waiting for an ingest that takes nothing any more.
   */
  void cut() {
    cut(carrier);
  }

  /** Ends a TCP connection now, also one that is still being made. */
  static void cut(Socket carrier) {
    try {
      carrier.close();
    } catch (IOException e) {
      log.debug("an ingest's connection did not close: {}", e.getClass().getSimpleName());
    }
  }
}
