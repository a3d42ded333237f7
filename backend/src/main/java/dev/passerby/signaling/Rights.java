package dev.passerby.signaling;

import dev.passerby.entitlement.Entitlement;
import dev.passerby.entitlement.Feature;
import dev.passerby.protocol.ServerMessage;

/** An entitlement in its wire form. */
final class Rights {

  static ServerMessage.Rights of(Entitlement entitlement) {
    return new ServerMessage.Rights(
        entitlement.staked(),
        entitlement.passes(),
        entitlement.features().stream().map(Feature::wireName).toList(),
        entitlement.mayMeet());
  }

  private Rights() {}
}
