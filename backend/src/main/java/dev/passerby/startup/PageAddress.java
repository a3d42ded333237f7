package dev.passerby.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the start-up log with the addresses at which the page can be opened. */
@Component
final class PageAddress {

  private static final Logger log = LoggerFactory.getLogger(PageAddress.class);

  /** Two host names: cookies are kept per host, so one browser can play both people. */
  @EventListener
  void onReady(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof ReactiveWebServerApplicationContext context
        && context.getWebServer() != null) {
      int port = context.getWebServer().getPort();
      log.info(
          "Passerby is open at http://localhost:{} (second person: http://127.0.0.1:{})",
          port,
          port);
    }
  }
}
