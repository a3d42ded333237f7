package dev.passerby.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.web3j.crypto.Hash;

/** The contracts' roles, as OpenZeppelin's access control numbers them. */
enum Role {
  ADMIN("0x" + "0".repeat(64)),
  OPERATOR(Hash.sha3String("OPERATOR_ROLE")),
  PAUSER(Hash.sha3String("PAUSER_ROLE")),
  TREASURY(Hash.sha3String("TREASURY_ROLE"));

  private final String id;

  Role(String id) {
    this.id = id;
  }

  /** 32 bytes in hex, as in an event. */
  String id() {
    return id;
  }

  /** As people say it. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> of(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equalsIgnoreCase(id)).findFirst();
  }
}
