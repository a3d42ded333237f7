package dev.passerby.contacts;

import dev.passerby.store.Store;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contacts over the service's database. */
@Configuration(proxyBeanMethods = false)
class ContactsConfiguration {

  @Bean
  ContactBook contactBook(Store store, ContactsProperties properties, Clock clock) {
    return new ContactBook(store, properties.perWallet(), clock);
  }
}
