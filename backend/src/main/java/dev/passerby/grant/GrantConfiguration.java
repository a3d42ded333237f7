package dev.passerby.grant;

import dev.passerby.chain.Address;
import dev.passerby.chain.ChainDescription;
import dev.passerby.chain.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the node's key to work. */
@Configuration(proxyBeanMethods = false)
class GrantConfiguration {

  private static final String KEY_FILE = "node-key";

  @Bean
  SessionGrants sessionGrants(NodeProperties properties, DataFolder data, ChainDescription chain) {
    NodeKey key =
        properties.keyFile() == null
            ? NodeKey.keptIn(data.path().resolve(KEY_FILE))
            : NodeKey.in(properties.keyFile());
    return new SignedGrants(key, chain.chainId(), new Address(chain.sessionStaking()));
  }
}
