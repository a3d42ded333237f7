package dev.passerby.grant;

import dev.passerby.chain.Address;
import dev.passerby.chain.ChainDescription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the node's key to work. */
@Configuration(proxyBeanMethods = false)
class GrantConfiguration {

  @Bean
  SessionGrants sessionGrants(NodeProperties properties, ChainDescription chain) {
    NodeKey key =
        properties.keyFile() == null ? NodeKey.random() : NodeKey.in(properties.keyFile());
    return new SignedGrants(key, chain.chainId(), new Address(chain.sessionStaking()));
  }
}
