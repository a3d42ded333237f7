package dev.passerby.protocol;

import dev.passerby.protocol.ServerMessage.Ice;
import dev.passerby.protocol.ServerMessage.Matched;
import dev.passerby.protocol.ServerMessage.Rights;
import dev.passerby.protocol.ServerMessage.Signal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.ByteBufUtil;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes messages, {@code type} first; a {@code signal} by splicing its payload in as it is. */
final class MessageEncoder {

  private final JsonFactory json;

  MessageEncoder(JsonFactory json) {
    this.json = json;
  }

  void encode(ServerMessage message, ByteBuf out) {
    if (message instanceof Signal signal) {
      splice(signal, out);
      return;
    }
    OutputStream stream = new ByteBufOutputStream(out);
    try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), stream)) {
      generator.writeStartObject();
      members(message, generator);
      generator.writeEndObject();
    }
  }

  /** Both names are the service's own and hold nothing that JSON escapes. */
  private static void splice(Signal signal, ByteBuf out) {
    ByteBufUtil.writeAscii(out, "{\"type\":\"signal\",\"encounter\":\"");
    ByteBufUtil.writeAscii(out, signal.encounter());
    ByteBufUtil.writeAscii(out, "\",\"from\":\"");
    ByteBufUtil.writeAscii(out, signal.from());
    ByteBufUtil.writeAscii(out, "\",\"payload\":");
    Payload payload = signal.payload();
    out.writeBytes(payload.bytes(), payload.offset(), payload.length());
    out.writeByte('}');
  }

  private static void members(ServerMessage message, JsonGenerator out) {
    switch (message) {
      case ServerMessage.Welcome m -> {
        type(out, "welcome");
        out.writeStringProperty("connection", m.connection());
        out.writeStringProperty("resume", m.resume());
        out.writeNumberProperty("sessionLimitSeconds", m.sessionLimitSeconds());
        out.writeBooleanProperty("relay", m.relay());
        rights(out, m.entitlement());
      }
      case ServerMessage.Resumed m -> {
        type(out, "resumed");
        out.writeNumberProperty("received", m.received());
      }
      case ServerMessage.Pong() -> type(out, "pong");
      case ServerMessage.Waiting m -> {
        type(out, "waiting");
        out.writeNumberProperty("others", m.others());
        out.writeBooleanProperty("widened", m.widened());
      }
      case Matched m -> matched(m, out);
      case Signal m -> throw new IllegalStateException("spliced, not generated: " + m);
      case ServerMessage.Live m -> {
        encounter(out, "live", m.encounter());
        out.writeNumberProperty("limitSeconds", m.limitSeconds());
        out.writeNumberProperty("remainingMillis", m.remainingMillis());
        out.writeNumberProperty("round", m.round());
        grant(out, m.grant());
        if (!m.iceServers().isEmpty()) {
          iceServers(out, m.iceServers());
        }
        revival(out, m.revival());
      }
      case ServerMessage.Revived m -> {
        encounter(out, "revived", m.encounter());
        out.writeNumberProperty("round", m.round());
        out.writeNumberProperty("remainingMillis", m.remainingMillis());
        out.writeStringProperty("revival", m.revival());
      }
      case ServerMessage.Paused m -> {
        encounter(out, "paused", m.encounter());
        out.writeNumberProperty("remainingMillis", m.remainingMillis());
        out.writeNumberProperty("pauseLeftMillis", m.pauseLeftMillis());
      }
      case ServerMessage.Continued m -> {
        encounter(out, "continued", m.encounter());
        out.writeNumberProperty("remainingMillis", m.remainingMillis());
        revival(out, m.revival());
      }
      case ServerMessage.Asking m -> {
        encounter(out, "asking", m.encounter());
        out.writeNumberProperty("answerWithinSeconds", m.answerWithinSeconds());
      }
      case ServerMessage.PeerAway m -> encounter(out, "peer-away", m.encounter());
      case ServerMessage.PeerBack m -> encounter(out, "peer-back", m.encounter());
      case ServerMessage.Ended m -> {
        encounter(out, "ended", m.encounter());
        out.writeStringProperty("reason", m.reason().wire());
      }
      case ServerMessage.Reported m -> {
        encounter(out, "reported", m.encounter());
        out.writeStringProperty("receipt", m.receipt());
      }
      case ServerMessage.Blocked m -> encounter(out, "blocked", m.encounter());
      case ServerMessage.Cooldown m -> {
        type(out, "cooldown");
        out.writeStringProperty("until", m.until().toString());
        out.writeStringProperty("reason", m.reason().wire());
      }
      case ServerMessage.ContactOnline m -> {
        type(out, "contact-online");
        strings(out, "ids", m.ids().stream().map(RendezvousId::wire).toList());
        out.writeBooleanProperty("online", m.online());
      }
      case ServerMessage.Calling m ->
          call(out, "calling", m.call(), m.id(), m.answerWithinSeconds());
      case ServerMessage.Ringing m ->
          call(out, "ringing", m.call(), m.id(), m.answerWithinSeconds());
      case ServerMessage.Accepted m -> {
        type(out, "accepted");
        out.writeStringProperty("call", m.call());
      }
      case ServerMessage.CallEnded m -> {
        type(out, "call-ended");
        out.writeStringProperty("call", m.call());
        out.writeStringProperty("outcome", m.outcome().wire());
      }
      case ServerMessage.EntitlementChanged m -> {
        type(out, "entitlement");
        rights(out, m.entitlement());
      }
      case ServerMessage.Problem m -> {
        type(out, "error");
        out.writeStringProperty("code", m.code().wire());
        out.writeStringProperty("detail", m.detail());
        if (m.encounter() != null) {
          out.writeStringProperty("encounter", m.encounter());
        }
      }
      case ServerMessage.GoingAway m -> {
        type(out, "going-away");
        out.writeNumberProperty("reconnectWithinMillis", m.reconnectWithinMillis());
      }
    }
  }

  private static void matched(Matched m, JsonGenerator out) {
    encounter(out, "matched", m.encounter());
    out.writeStringProperty("peer", m.peer());
    out.writeBooleanProperty("polite", m.polite());
    iceServers(out, m.iceServers());
    out.writeBooleanProperty("relayOnly", m.relayOnly());
    out.writeNumberProperty("connectWithinSeconds", m.connectWithinSeconds());
    strings(out, "sharedInterests", m.sharedInterests());
    strings(out, "sharedLanguages", m.sharedLanguages());
  }

  private static void iceServers(JsonGenerator out, List<Ice> servers) {
    out.writeArrayPropertyStart("iceServers");
    servers.forEach(server -> ice(server, out));
    out.writeEndArray();
  }

  /** Absent members are left out: to the browser, {@code null} would be the string "null". */
  private static void ice(Ice server, JsonGenerator out) {
    out.writeStartObject();
    strings(out, "urls", server.urls());
    if (server.username() != null && server.credential() != null) {
      out.writeStringProperty("username", server.username());
      out.writeStringProperty("credential", server.credential());
    }
    out.writeEndObject();
  }

  private static void revival(JsonGenerator out, @Nullable String ticket) {
    if (ticket != null) {
      out.writeStringProperty("revival", ticket);
    }
  }

  private static void grant(JsonGenerator out, ServerMessage.Grant grant) {
    out.writeObjectPropertyStart("grant");
    out.writeStringProperty("node", grant.node());
    out.writeStringProperty("sessionId", grant.sessionId());
    out.writeNumberProperty("startsAt", grant.startsAt());
    out.writeNumberProperty("endsAt", grant.endsAt());
    out.writeStringProperty("signature", grant.signature());
    out.writeEndObject();
  }

  private static void rights(JsonGenerator out, @Nullable Rights rights) {
    if (rights == null) {
      out.writeNullProperty("entitlement");
      return;
    }
    out.writeObjectPropertyStart("entitlement");
    out.writeBooleanProperty("staked", rights.staked());
    out.writeNumberProperty("passes", rights.passes());
    strings(out, "features", rights.features());
    out.writeBooleanProperty("mayMeet", rights.mayMeet());
    out.writeEndObject();
  }

  private static void strings(JsonGenerator out, String name, List<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(out::writeString);
    out.writeEndArray();
  }

  private static void call(
      JsonGenerator out, String type, String call, RendezvousId id, long answerWithinSeconds) {
    type(out, type);
    out.writeStringProperty("call", call);
    out.writeStringProperty("id", id.wire());
    out.writeNumberProperty("answerWithinSeconds", answerWithinSeconds);
  }

  private static void encounter(JsonGenerator out, String type, String encounter) {
    type(out, type);
    out.writeStringProperty("encounter", encounter);
  }

  private static void type(JsonGenerator out, String type) {
    out.writeStringProperty("type", type);
  }
}
