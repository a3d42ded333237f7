package dev.passerby.contacts;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.EntitlementProblem;
import dev.passerby.entitlement.Entitlements;
import dev.passerby.entitlement.Feature;
import dev.passerby.store.Pseudonym;
import dev.passerby.store.Pseudonyms;
import dev.passerby.store.StoreUnavailable;
import dev.passerby.wallet.Ephemeral;
import dev.passerby.wallet.WalletAuthentication;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The signed-in's own contacts. Whoever has any may read and remove them; keeping them takes the
 * feature.
 */
@RestController
@RequestMapping("/api/contacts")
class ContactsController {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final ContactBook book;
  private final Pseudonyms pseudonyms;
  private final Entitlements entitlements;
  private final Ephemeral ephemeral;
  private final ContactsProperties properties;

  ContactsController(
      ContactBook book,
      Pseudonyms pseudonyms,
      Entitlements entitlements,
      Ephemeral ephemeral,
      ContactsProperties properties) {
    this.book = book;
    this.pseudonyms = pseudonyms;
    this.entitlements = entitlements;
    this.ephemeral = ephemeral;
    this.properties = properties;
  }

  /** Everything that the wallet keeps, and how much it may keep. */
  record All(int most, List<Contact> contacts) {}

  /** What is to be kept. */
  record Draft(@Nullable String sealed) {}

  @GetMapping
  Mono<ResponseEntity<All>> all(WalletAuthentication who) {
    return permitted(who)
        .then(Mono.defer(() -> book.all(self(who))))
        .map(
            all ->
                ResponseEntity.ok()
                    .eTag(tag(all.revision()))
                    .body(new All(book.most(), all.contacts())))
        .onErrorMap(StoreUnavailable.class, _ -> down());
  }

  @PutMapping("/{id}")
  Mono<ResponseEntity<Contact>> put(
      WalletAuthentication who,
      @PathVariable String id,
      @RequestHeader HttpHeaders headers,
      @RequestBody Mono<Draft> draft) {
    return permitted(who)
        .then(draft.timeout(properties.bodyWithin()))
        .onErrorMap(TimeoutException.class, e -> ContactError.BODY_LATE.because("send it at once"))
        .flatMap(
            body -> {
              String contact = checked(id);
              Precondition known =
                  known(headers)
                      .orElseThrow(
                          () -> ContactError.VERSION_REQUIRED.because("If-Match or If-None-Match"));
              Sealed sealed = sealed(body);
              return entitled(who.getPrincipal().wallet())
                  .then(Mono.defer(() -> book.put(self(who), contact, known, sealed)));
            })
        .map(this::answer)
        .onErrorMap(StoreUnavailable.class, _ -> down());
  }

  @DeleteMapping("/{id}")
  Mono<ResponseEntity<Void>> remove(
      WalletAuthentication who, @PathVariable String id, @RequestHeader HttpHeaders headers) {
    return permitted(who)
        .then(Mono.defer(() -> book.remove(self(who), checked(id), known(headers))))
        .map(
            removal ->
                switch (removal) {
                  case GONE -> ResponseEntity.noContent().<Void>build();
                  case MISMATCH -> throw mismatch();
                })
        .onErrorMap(StoreUnavailable.class, _ -> down());
  }

  private ResponseEntity<Contact> answer(Writing writing) {
    return switch (writing) {
      case Writing.Kept(Contact contact, boolean isNew) -> {
        var answer =
            isNew
                ? ResponseEntity.created(URI.create("/api/contacts/" + contact.id()))
                : ResponseEntity.status(HttpStatus.OK);
        yield answer.eTag(tag(contact.version())).body(contact);
      }
      case Writing.Mismatch() -> throw mismatch();
      case Writing.Full() ->
          throw ContactError.FULL.because("%d is the most".formatted(book.most()));
    };
  }

  /** Completes if the wallet has not asked for too much lately. */
  private Mono<Void> permitted(WalletAuthentication who) {
    return ephemeral
        .permit("contacts:" + self(who).value(), properties.requestsPerMinute(), PERIOD)
        .filter(Boolean::booleanValue)
        .switchIfEmpty(Mono.error(() -> ContactError.RATE_LIMITED.because("wait a few seconds")))
        .then();
  }

  private Mono<Void> entitled(Address wallet) {
    return entitlements
        .of(wallet)
        .flatMap(
            result ->
                EntitlementProblem.of(result, Feature.CONTACTS)
                    .<Mono<Void>>map(
                        problem ->
                            Mono.error(
                                new ErrorResponseException(
                                    HttpStatus.valueOf(problem.getStatus()), problem, null)))
                    .orElseGet(Mono::empty));
  }

  /** A name of the wallet that its reports and blocks do not have. */
  private Pseudonym self(WalletAuthentication who) {
    return pseudonyms.of(who.getPrincipal().wallet(), "contacts");
  }

  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw ContactError.ID_MALFORMED.because("22 characters, the last of them A, Q, g or w");
    }
    return id;
  }

  private static Sealed sealed(Draft draft) {
    return Optional.ofNullable(draft.sealed)
        .flatMap(Sealed::of)
        .orElseThrow(() -> ContactError.SEALED_MALFORMED.because("683 or 1366 characters"));
  }

  private static Optional<Precondition> known(HttpHeaders headers) {
    try {
      return Precondition.of(headers);
    } catch (IllegalArgumentException e) {
      throw ContactError.VERSION_MALFORMED.because("If-Match: \"17\", or If-None-Match: *");
    }
  }

  private static ErrorResponseException mismatch() {
    return ContactError.VERSION_MISMATCH.because("read it again, and then decide");
  }

  private static ErrorResponseException down() {
    return ContactError.STORE_DOWN.because("a write may have happened or not: ask again");
  }

  private static String tag(long version) {
    return "\"" + version + "\"";
  }
}
