package dev.passerby.wallet;

import dev.passerby.chain.ChainDescription;
import dev.passerby.chain.ChainReader;
import dev.passerby.store.Store;
import dev.passerby.store.Upkeep;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.scheduler.Schedulers;

/**
 * Who may do what over HTTP. Everything under {@code /api} is for the signed-in, but for signing in
 * itself and what the page needs before; the page's own files, health and metrics are for
 * everybody. A service that must not show its metrics moves them away with {@code
 * management.server.port}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties({
  OriginProperties.class,
  PageProperties.class,
  WalletProperties.class
})
class SecurityConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  StoredSessions storedSessions(Store store, Clock clock) {
    return new StoredSessions(store, clock);
  }

  /** With those of the last run: at the start there is a thread to wait on. */
  @Bean
  WalletSessions walletSessions(StoredSessions stored, Clock clock, WalletProperties properties) {
    var sessions =
        new WalletSessions(
            clock,
            Schedulers.parallel(),
            properties.sessionLifetime(),
            properties.maxSessions(),
            stored);
    sessions.restore(Objects.requireNonNull(stored.all(properties.maxSessions()).retry(2).block()));
    return sessions;
  }

  @Bean
  Upkeep sessionExpiry(StoredSessions stored, WalletSessions sessions) {
    return new Upkeep(
        "sessions",
        Duration.ofSeconds(20),
        Duration.ofMinutes(10),
        () -> {
          sessions.forgetExpired();
          return stored.purge();
        });
  }

  @Bean
  @ConditionalOnMissingBean
  Ephemeral ephemeral(Clock clock, WalletProperties properties) {
    return new InProcessEphemeral(clock, properties.maxNonces());
  }

  @Bean
  ReactiveAuthenticationManager signInVerification(
      Challenges challenges, WalletSessions sessions, ChainReader chain, Clock clock) {
    SignatureVerifier signatures = new SignatureVerifier(SignatureRecovery.fastest(), chain);
    return new SignInVerification(challenges, signatures, sessions, chain, clock);
  }

  @Bean
  ServerExchangeRejectedHandler exchangeRejectedHandler(JsonResponses responses) {
    return (exchange, refused) ->
        responses.write(
            exchange,
            new Problem(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The request is not one that browsers send",
                "its path, method or a header is not allowed"));
  }

  @Bean
  SecurityWebFilterChain securityWebFilterChain(
      ServerHttpSecurity http,
      Origins origins,
      JsonResponses responses,
      AuthenticationWebFilter signIn,
      WalletSecurityContextRepository contexts,
      ChainDescription chain,
      PageProperties page) {
    var pageHeaders = new PageHeaders(origins, URI.create(chain.rpcUrl()), page.connectTo());
    return http.httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .securityContextRepository(contexts)
        .headers(headers -> headers(headers, pageHeaders))
        .csrf(csrf -> csrf(csrf, origins, responses))
        .addFilterBefore(new OriginFilter(origins, responses), SecurityWebFiltersOrder.CSRF)
        .addFilterAfter(new CsrfTokens.Cookie(), SecurityWebFiltersOrder.CSRF)
        .addFilterAt(signIn, SecurityWebFiltersOrder.AUTHENTICATION)
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (exchange, e) -> responses.write(exchange, Refusals.SIGNED_OUT))
                    .accessDeniedHandler(
                        (exchange, e) -> responses.write(exchange, Refusals.FORBIDDEN)))
        .authorizeExchange(SecurityConfiguration::authorize)
        .build();
  }

  @Bean
  AuthenticationWebFilter signIn(
      ReactiveAuthenticationManager verification,
      SignInConverter converter,
      WalletSecurityContextRepository contexts,
      SignInOutcome outcome) {
    AuthenticationWebFilter filter = new AuthenticationWebFilter(verification);
    filter.setRequiresAuthenticationMatcher(
        ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/api/sign-in"));
    filter.setServerAuthenticationConverter(converter);
    filter.setSecurityContextRepository(contexts);
    filter.setAuthenticationSuccessHandler(outcome);
    filter.setAuthenticationFailureHandler(outcome);
    return filter;
  }

  private static void authorize(AuthorizeExchangeSpec may) {
    may.pathMatchers("/api/config", "/api/demo-wallets", "/api/sign-in/**", "/api/sign-out")
        .permitAll()
        .pathMatchers("/api/**")
        .authenticated()
        .pathMatchers("/actuator/health/**", "/actuator/prometheus")
        .permitAll()
        .pathMatchers("/actuator/**")
        .denyAll()
        .anyExchange()
        .permitAll();
  }

  private static void csrf(CsrfSpec csrf, Origins origins, JsonResponses responses) {
    // The page sends back the cookie's value as it is; the XOR handler would expect another form,
    // made against BREACH, which cannot get at a token that is in no response body.
    csrf.csrfTokenRepository(new CsrfTokens(origins))
        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
        .accessDeniedHandler((exchange, e) -> responses.write(exchange, Refusals.CSRF));
  }

  private static void headers(HeaderSpec headers, PageHeaders page) {
    headers
        .hsts(HeaderSpec.HstsSpec::disable) // PageHeaders knows better where https is
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .writer(page);
  }
}
