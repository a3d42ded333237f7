package dev.passerby.wallet;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Security headers that depend on the origin, on the chain or on what is asked for. The page may
 * load its own files only, and connect to this service, to the chain's RPC endpoint, and to
 * ingests, which its workers have nothing to say to. What a document or a worker may do is said
 * once, with it: its scripts, styles and letters, of which the first visit loads dozens, come
 * without.
 */
final class PageHeaders implements ServerHttpHeadersWriter {

  private static final String PERMISSIONS =
      "camera=(self), microphone=(self), display-capture=(self), autoplay=(self),"
          + " fullscreen=(self), picture-in-picture=(self), screen-wake-lock=(self),"
          + " speaker-selection=(self), clipboard-write=(self),"
          + " geolocation=(), payment=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(),"
          + " browsing-topics=()";

  /**
   * Workers that compile WebAssembly. A worker is under the policy that its own script came with,
   * so that nothing else of the page may.
   */
  private static final String WASM_WORKERS = "/assets/wasm/";

  private static final String ASSETS = "/assets/";

  /** In the name of every worker's script. */
  private static final String WORKER = ".worker-";

  private final Origins origins;
  private final String rpc;
  private final List<String> elsewhere;

  /**
   * @param connectTo where else the page itself may connect to
   */
  PageHeaders(Origins origins, URI rpcUrl, List<String> connectTo) {
    this.origins = origins;
    this.rpc = rpcUrl.getScheme() + "://" + rpcUrl.getAuthority();
    this.elsewhere = List.copyOf(connectTo);
  }

  @Override
  public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
    return Mono.fromRunnable(
        () -> {
          HttpHeaders headers = exchange.getResponse().getHeaders();
          String path = exchange.getRequest().getPath().pathWithinApplication().value();
          if (origins.secure(exchange)) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
          }
          if (!isPartOfAnother(path)) {
            headers.set("Content-Security-Policy", contentSecurityPolicy(path));
            headers.set("Permissions-Policy", PERMISSIONS);
            headers.set("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
          }
        });
  }

  private static boolean isPartOfAnother(String path) {
    return path.startsWith(ASSETS) && !isWorker(path);
  }

  private static boolean isWorker(String path) {
    return path.startsWith(WASM_WORKERS) || (path.startsWith(ASSETS) && path.contains(WORKER));
  }

  /** Images may be data URLs: passes are drawn on chain, wallets announce icons (EIP-6963). */
  private String contentSecurityPolicy(String path) {
    String scripts = path.startsWith(WASM_WORKERS) ? "'self' 'wasm-unsafe-eval'" : "'self'";
    // Not every browser takes 'self' to include the socket's scheme.
    Stream<String> service = origins.allowed().stream().map(Origin::socketOrigin).sorted();
    String connections =
        Stream.of(
                service,
                Stream.of(rpc),
                isWorker(path) ? Stream.<String>empty() : elsewhere.stream())
            .flatMap(sources -> sources)
            .collect(Collectors.joining(" "));
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src 'self'; font-src 'self';"
        + " img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self';"
        + " manifest-src 'self'; connect-src 'self' "
        + connections
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
}
