package dev.passerby.wallet;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The page's files. Vite puts a hash of the content into every name under {@code assets}, so those
 * never change; all others are asked for again each time. Any other path is one of the page's own
 * screens and gets {@code index.html}. Vite also leaves a compressed twin beside each file ({@code
 * .br}, {@code .gz}), which a browser that accepts it gets instead: nothing is compressed while
 * somebody waits.
 */
@Configuration(proxyBeanMethods = false)
@Order(-1) // before Spring Boot, which adds a handler for /** unless there is one
class PageFiles implements WebFluxConfigurer {

  private final String[] locations;
  private final @Nullable Resource index;

  PageFiles(WebProperties properties, ResourceLoader loader) {
    locations = properties.getResources().getStaticLocations();
    index =
        Arrays.stream(locations)
            .map(location -> loader.getResource(location + "index.html"))
            .filter(Resource::exists)
            .findFirst()
            .orElse(null);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(
            Arrays.stream(locations).map(each -> each + "assets/").toArray(String[]::new))
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new BrotliFirst())
        .addResolver(new EncodedResourceResolver());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(locations)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new BrotliFirst())
        .addResolver(new EncodedResourceResolver())
        .addResolver(new ScreenResolver(index));
  }

  /** Before Spring Boot's welcome page, which would be served without {@code Cache-Control}. */
  @Bean
  @Order(-1)
  RouterFunction<ServerResponse> firstScreen() {
    return RouterFunctions.route()
        .GET(
            "/",
            request ->
                index != null
                    ? ServerResponse.ok()
                        .cacheControl(CacheControl.noCache())
                        .contentType(MediaType.TEXT_HTML)
                        .bodyValue(index)
                    : ServerResponse.notFound().build())
        .build();
  }

  /**
   * Puts Brotli before whatever else a browser accepts. Spring takes the codings in the order in
   * which they were named, and browsers name gzip first without preferring it.
   */
  private static final class BrotliFirst implements ResourceResolver {

    private static final String BROTLI = "br";

    @Override
    public Mono<Resource> resolveResource(
        @Nullable ServerWebExchange exchange,
        String path,
        List<? extends Resource> locations,
        ResourceResolverChain chain) {
      return chain.resolveResource(
          exchange == null ? null : brotliFirst(exchange), path, locations);
    }

    @Override
    public Mono<String> resolveUrlPath(
        String path, List<? extends Resource> locations, ResourceResolverChain chain) {
      return chain.resolveUrlPath(path, locations);
    }

    private static ServerWebExchange brotliFirst(ServerWebExchange exchange) {
      String accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
      if (accepted == null || !List.of(accepted.split("\\s*,\\s*")).contains(BROTLI)) {
        return exchange;
      }
      return exchange
          .mutate()
          .request(request -> request.header(HttpHeaders.ACCEPT_ENCODING, BROTLI))
          .build();
    }
  }

  /** Answers paths that name no file, unless they look like one or belong to the API. */
  private static final class ScreenResolver extends PathResourceResolver {

    private final @Nullable Resource index;

    ScreenResolver(@Nullable Resource index) {
      this.index = index;
    }

    @Override
    protected Mono<Resource> getResource(String path, Resource location) {
      return super.getResource(path, location)
          .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(screen(path))));
    }

    private @Nullable Resource screen(String path) {
      boolean screen =
          !path.startsWith("api/")
              && !path.equals("api")
              && !path.startsWith("actuator")
              && path.lastIndexOf('.') <= path.lastIndexOf('/');
      return screen ? index : null;
    }
  }
}
