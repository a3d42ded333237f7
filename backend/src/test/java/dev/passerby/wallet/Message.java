package dev.passerby.wallet;

import dev.passerby.chain.Address;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An EIP-4361 message as the page writes it, to be bent by a test. */
final class Message {

  final Map<String, String> fields = new LinkedHashMap<>();
  String domain;
  String address;
  String statement = "Sign in to Passerby.";

  Message(String origin, Address address, String nonce, Instant now) {
    this.domain = origin.substring(origin.indexOf("://") + 3);
    this.address = address.value();
    fields.put("URI", origin);
    fields.put("Version", "1");
    fields.put("Chain ID", Long.toString(FakeChain.ID));
    fields.put("Nonce", nonce);
    fields.put("Issued At", now.toString());
    fields.put("Expiration Time", now.plusSeconds(300).toString());
  }

  String text() {
    StringBuilder text = new StringBuilder(domain);
    text.append(" wants you to sign in with your Ethereum account:\n").append(address);
    text.append("\n\n").append(statement).append("\n");
    fields.forEach((label, value) -> text.append("\n" + label + ": " + value));
    return text.toString();
  }
}
