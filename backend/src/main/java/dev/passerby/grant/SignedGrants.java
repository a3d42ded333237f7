package dev.passerby.grant;

import dev.passerby.chain.Address;
import dev.passerby.protocol.ServerMessage.Grant;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** Grants by the node's key, as EIP-712 has it: the digest of the domain and of the grant. */
final class SignedGrants implements SessionGrants {

  private static final byte[] DOMAIN_TYPE =
      keccak("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final byte[] GRANT_TYPE =
      keccak("SessionGrant(address node,bytes32 sessionId,uint64 startsAt,uint64 endsAt)");
  private static final byte[] PREFIX = {0x19, 0x01};

  private final NodeKey key;
  private final Address node;
  private final byte[] domain;

  /**
   * @param contract the {@code SessionStaking} that checks the grants
   */
  SignedGrants(NodeKey key, long chainId, Address contract) {
    this.key = key;
    this.node = key.address();
    this.domain =
        keccak(DOMAIN_TYPE, keccak("Passerby"), keccak("1"), word(chainId), word(contract));
  }

  @Override
  public Grant grant(String session, Instant startsAt, Duration length) {
    byte[] id = keccak(session);
    long from = startsAt.getEpochSecond();
    long to = from + length.toSeconds();
    byte[] grant = keccak(GRANT_TYPE, word(node), id, word(from), word(to));
    String signature = key.sign(keccak(PREFIX, domain, grant));
    return new Grant(node.value(), Numeric.toHexString(id), from, to, signature);
  }

  private static byte[] keccak(String text) {
    return Hash.sha3(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] keccak(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    var all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return Hash.sha3(all.array());
  }

  /** 32 bytes, as the ABI has it. */
  private static byte[] word(long value) {
    return Numeric.toBytesPadded(BigInteger.valueOf(value), 32);
  }

  private static byte[] word(Address address) {
    return Numeric.toBytesPadded(Numeric.toBigInt(address.value()), 32);
  }
}
