package dev.passerby.operator;

import dev.passerby.chain.Address;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;

/** Who holds which role: access control keeps no list, so its events since the deployment do. */
final class RoleHolders {

  private static final String GRANTED = Hash.sha3String("RoleGranted(bytes32,address,address)");
  private static final String REVOKED = Hash.sha3String("RoleRevoked(bytes32,address,address)");

  private RoleHolders() {}

  /**
   * The holders, unless the node refuses to look back that far.
   *
   * @param since a block before which there was nothing
   */
  static Optional<Map<Role, Set<Address>>> of(Node node, Address contract, long since) {
    var filter =
        new EthFilter(
                DefaultBlockParameter.valueOf(BigInteger.valueOf(since)),
                DefaultBlockParameterName.LATEST,
                contract.value())
            .addOptionalTopics(GRANTED, REVOKED);
    return node.tryAsk(node.web3j().ethGetLogs(filter), RoleHolders::after);
  }

  private static Map<Role, Set<Address>> after(EthLog events) {
    var holders = new EnumMap<Role, Set<Address>>(Role.class);
    for (var event : events.getLogs()) {
      if (event instanceof EthLog.LogObject found) {
        apply(found.get(), holders);
      }
    }
    return holders;
  }

  private static void apply(Log log, Map<Role, Set<Address>> holders) {
    var topics = log.getTopics();
    var role = Role.of(topics.get(1));
    if (role.isEmpty()) {
      return;
    }
    var account = new Address("0x" + topics.get(2).substring(26));
    var those = holders.computeIfAbsent(role.get(), any -> new LinkedHashSet<>());
    if (topics.getFirst().equalsIgnoreCase(GRANTED)) {
      those.add(account);
    } else {
      those.remove(account);
    }
  }
}
