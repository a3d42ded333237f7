package dev.passerby.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.protocol.ServerMessage.Ice;
import dev.passerby.protocol.ServerMessage.Rights;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page's tests read the same files, so that the two sides cannot drift apart. */
class GoldenMessagesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String ENCOUNTER = "Zk3xq0Jr8V2mPdYw1nTb5A";
  private static final ServerMessage.Grant GRANT =
      new ServerMessage.Grant(
          "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
          "0x" + "5e".repeat(32),
          1_795_284_000L,
          1_795_284_300L,
          "0x" + "a7".repeat(64) + "1b");
  private static final String PEER = "pQ7sLw2e";
  private static final String REVIVAL = "kX3v".repeat(50);
  private static final String CALL = "T4nW8bXc2LqZ6rYp0VdKsA";
  private static final RendezvousId MINE = rendezvous("k3Jr9xQ0Wm2VbT7pYc5ZdA");
  private static final RendezvousId THEIRS = rendezvous("Zf8uN1sLq4Re6Hy0Xo2MiQ");
  private static final RendezvousId OTHERS = rendezvous("b7Dg5KvPw9Ta3Uc1Ej6RnA");
  private static final String RESUME = "9hXb2LrTq0aVw7cKzYp3Eg";

  private final MessageCodec codec = new MessageCodec();

  @TestFactory
  Stream<DynamicTest> readsEveryClientMessage() {
    return client().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThat(
                                codec.decode(
                                    golden("client/" + entry.getKey())
                                        .getBytes(StandardCharsets.UTF_8)))
                            .isEqualTo(entry.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> writesEveryServerMessage() {
    return server().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThat(encoded(entry.getValue()))
                            .isEqualTo(golden("server/" + entry.getKey()))));
  }

  @Test
  void everyGoldenFileIsTried() throws IOException {
    assertThat(names("client")).isEqualTo(client().keySet());
    assertThat(names("server")).isEqualTo(server().keySet());
  }

  private static Map<String, ClientMessage> client() {
    Map<String, ClientMessage> messages = new HashMap<>();
    messages.put(
        "join",
        new ClientMessage.Join(List.of("jazz", "night trains"), List.of("en", "pt"), false));
    messages.put("join-hidden", new ClientMessage.Join(List.of("jazz"), List.of(), true));
    messages.put("join-anyone", new ClientMessage.Join(List.of(), List.of(), false));
    messages.put("ping", new ClientMessage.Ping());
    messages.put("leave", new ClientMessage.Leave());
    messages.put("next", new ClientMessage.Next(ENCOUNTER));
    messages.put("decoded", new ClientMessage.Decoded(ENCOUNTER));
    messages.put("stalled", new ClientMessage.Stalled(ENCOUNTER));
    messages.put("again-yes", new ClientMessage.Again(ENCOUNTER, true));
    messages.put("again-no", new ClientMessage.Again(ENCOUNTER, false));
    messages.put(
        "revive",
        new ClientMessage.Revive(
            REVIVAL, new ClientMessage.Join(List.of("jazz"), List.of("en"), false)));
    messages.put(
        "revive-hidden",
        new ClientMessage.Revive(REVIVAL, new ClientMessage.Join(List.of(), List.of(), true)));
    messages.put("resume", new ClientMessage.Resume(RESUME, 17));
    messages.put(
        "report",
        new ClientMessage.Report(ENCOUNTER, ReportCategory.HARASSMENT, "Shouted at me, twice."));
    messages.put("report-no-note", new ClientMessage.Report(ENCOUNTER, ReportCategory.MINOR, null));
    messages.put("block", new ClientMessage.Block(ENCOUNTER));
    messages.put("presence", new ClientMessage.Presence(List.of(MINE), List.of(THEIRS, OTHERS)));
    messages.put("presence-none", new ClientMessage.Presence(List.of(), List.of()));
    messages.put("call", new ClientMessage.Call(THEIRS, false));
    messages.put("call-hidden", new ClientMessage.Call(THEIRS, true));
    messages.put("accept", new ClientMessage.Accept(CALL, false));
    messages.put("accept-hidden", new ClientMessage.Accept(CALL, true));
    messages.put("decline", new ClientMessage.Decline(CALL));
    messages.put("cancel", new ClientMessage.Cancel(CALL));
    for (String kind : List.of("description", "candidate", "end-of-candidates")) {
      messages.put(
          "signal-" + kind, new ClientMessage.Signal(ENCOUNTER, payload("client/signal-" + kind)));
    }
    return messages;
  }

  private static Map<String, ServerMessage> server() {
    var both = new Rights(true, 1, List.of("contacts", "recording"), true);
    var every =
        new Rights(
            false,
            3,
            List.of("contacts", "recording", "streaming", "studio-inputs", "large-rooms"),
            true);
    var stun = new Ice(List.of("stun:stun.example.org:3478"), null, null);
    var turn =
        new Ice(
            List.of(
                "turn:turn.example.org:3478?transport=udp",
                "turns:turn.example.org:5349?transport=tcp"),
            "1798736400:" + ENCOUNTER + ".1",
            "b1W3C0x1Yp9q2wq9Vn3m0JkT6nU=");
    var again =
        new Ice(
            List.of("turn:turn.example.org:3478?transport=udp"),
            "1798736775:" + ENCOUNTER + ".2",
            "qJ0cY4Zz3m7hQ0o1d3c9x5sV2lE=");
    Map<String, ServerMessage> messages = new HashMap<>();
    messages.put("welcome", new ServerMessage.Welcome("h2Vb9QxK", RESUME, 300, true, both));
    messages.put(
        "welcome-chain-stale", new ServerMessage.Welcome("h2Vb9QxK", RESUME, 300, false, null));
    messages.put("waiting", new ServerMessage.Waiting(14, false));
    messages.put("waiting-widened", new ServerMessage.Waiting(0, true));
    messages.put(
        "matched",
        new ServerMessage.Matched(
            ENCOUNTER, PEER, true, List.of(stun, turn), false, 20, List.of("jazz"), List.of("en")));
    messages.put(
        "matched-relay-only",
        new ServerMessage.Matched(
            ENCOUNTER, PEER, true, List.of(turn), true, 20, List.of("jazz"), List.of()));
    messages.put(
        "matched-no-ice",
        new ServerMessage.Matched(
            ENCOUNTER, PEER, false, List.of(), false, 20, List.of(), List.of()));
    messages.put("live", new ServerMessage.Live(ENCOUNTER, 300, 300_000, 1, GRANT, List.of()));
    messages.put(
        "live-revival",
        new ServerMessage.Live(ENCOUNTER, 300, 300_000, 1, GRANT, List.of()).with(REVIVAL));
    messages.put(
        "continued-revival", new ServerMessage.Continued(ENCOUNTER, 187_250).with(REVIVAL));
    messages.put("revived", new ServerMessage.Revived(ENCOUNTER, 1, 184_250, REVIVAL));
    messages.put(
        "live-again", new ServerMessage.Live(ENCOUNTER, 300, 300_000, 2, GRANT, List.of()));
    messages.put(
        "live-fresh-servers",
        new ServerMessage.Live(ENCOUNTER, 300, 300_000, 2, GRANT, List.of(again)));
    messages.put("resumed", new ServerMessage.Resumed(9));
    messages.put("pong", new ServerMessage.Pong());
    messages.put("peer-away", new ServerMessage.PeerAway(ENCOUNTER));
    messages.put("peer-back", new ServerMessage.PeerBack(ENCOUNTER));
    messages.put("paused", new ServerMessage.Paused(ENCOUNTER, 187_250, 60_000));
    messages.put("continued", new ServerMessage.Continued(ENCOUNTER, 187_250));
    messages.put("asking", new ServerMessage.Asking(ENCOUNTER, 20));
    messages.put("entitlement", new ServerMessage.EntitlementChanged(every));
    messages.put(
        "entitlement-none",
        new ServerMessage.EntitlementChanged(new Rights(false, 0, List.of(), false)));
    messages.put("reported", new ServerMessage.Reported(ENCOUNTER, "7K3F9-Q2MXB"));
    messages.put("blocked", new ServerMessage.Blocked(ENCOUNTER));
    messages.put(
        "cooldown",
        new ServerMessage.Cooldown(Instant.parse("2026-11-21T19:30:00Z"), CooldownReason.REPORTS));
    messages.put(
        "cooldown-operator",
        new ServerMessage.Cooldown(
            Instant.parse("2026-11-28T18:00:00.250Z"), CooldownReason.OPERATOR));
    messages.put("going-away", new ServerMessage.GoingAway(3000));
    for (String kind : List.of("description", "candidate", "end-of-candidates")) {
      messages.put(
          "signal-" + kind,
          new ServerMessage.Signal(ENCOUNTER, PEER, payload("client/signal-" + kind)));
    }
    messages.put("contact-online", new ServerMessage.ContactOnline(List.of(THEIRS, OTHERS), true));
    messages.put("contact-offline", new ServerMessage.ContactOnline(List.of(THEIRS), false));
    messages.put("calling", new ServerMessage.Calling(CALL, THEIRS, 30));
    messages.put("ringing", new ServerMessage.Ringing(CALL, MINE, 30));
    messages.put("accepted", new ServerMessage.Accepted(CALL));
    for (CallOutcome outcome : CallOutcome.values()) {
      messages.put("call-ended-" + outcome.wire(), new ServerMessage.CallEnded(CALL, outcome));
    }
    for (EndReason reason : EndReason.values()) {
      messages.put("ended-" + reason.wire(), new ServerMessage.Ended(ENCOUNTER, reason));
    }
    for (ErrorCode code : ErrorCode.values()) {
      String detail =
          code == ErrorCode.INVALID_FIELD
              ? "The member \"interests\" must be at most 8 strings of 1 to 32 characters."
              : code.detail();
      messages.put("error-" + code.wire(), new ServerMessage.Problem(code, detail));
    }
    messages.put(
        "error-about-a-report", ServerMessage.Problem.about(ENCOUNTER, ErrorCode.STORE_DOWN));
    return messages;
  }

  private static RendezvousId rendezvous(String wire) {
    return RendezvousId.of(wire).orElseThrow();
  }

  private static Payload payload(String name) {
    String json = golden(name);
    int start = json.indexOf("\"payload\":") + "\"payload\":".length();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Payload(bytes, start, bytes.length - 1 - start);
  }

  private String encoded(ServerMessage message) {
    var out = Unpooled.buffer();
    codec.encode(message, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String golden(String name) {
    try {
      return Files.readString(GOLDEN.resolve(name + ".json")).strip();
    } catch (IOException e) {
      throw new AssertionError("no golden file " + name.toLowerCase(Locale.ROOT), e);
    }
  }

  private static java.util.Set<String> names(String side) throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN.resolve(side))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .collect(java.util.stream.Collectors.toSet());
    }
  }
}
