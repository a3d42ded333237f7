import { describe, expect, it } from "vitest";
import { countersOf } from "./counters";
import { RECORDED, without } from "./recorded";

const { chromium, firefox } = RECORDED;

describe("reading a report", () => {
  it("finds what Chromium sends and receives, and how", () => {
    const { sent, received } = countersOf(chromium.second);
    expect(sent.camera).toMatchObject({
      codec: "VP8",
      width: 320,
      height: 180,
      framesPerSecond: 30,
      limitation: "bandwidth",
      lost: 0,
      roundTrip: 0.001,
      efficient: false,
    });
    expect(received.microphone).toMatchObject({
      codec: "opus",
      parameters: "minptime=10;useinbandfec=1",
      packets: 350,
      samples: 335_520,
      concealedSamples: 0,
    });
    expect(received.camera).toMatchObject({ framesDecoded: 204, freezes: 0, freezeSeconds: 0 });
  });

  it("finds the same in what Firefox says, which gives no reason for a small picture", () => {
    const { sent, received } = countersOf(firefox.second);
    expect(sent.camera).toMatchObject({ codec: "VP8", width: 640, height: 360, limitation: null });
    expect(sent.camera?.roundTrip).toBeCloseTo(0.0047, 4);
    expect(received.camera).toMatchObject({ framesDecoded: 206, lost: 0 });
    expect(received.microphone?.concealedSamples).toBe(2_400);
  });

  it("leaves out slots in which nothing was ever sent", () => {
    for (const { second } of [chromium, firefox]) {
      const { sent, received } = countersOf(second);
      expect(Object.keys(sent).sort()).toEqual(["camera", "microphone"]);
      expect(Object.keys(received).sort()).toEqual(["camera", "microphone"]);
    }
  });

  it("finds the path that packets take among all that were tried, and how they are encrypted", () => {
    expect(countersOf(chromium.second).path).toEqual({
      local: "host",
      remote: "host",
      protocol: "udp",
      roundTrip: 0.001,
      uplink: 1_450_947,
      dtls: "1.3",
      cipher: "AES_CM_128_HMAC_SHA1_80",
    });
    expect(countersOf(firefox.second).path).toMatchObject({
      local: "host",
      remote: "prflx",
      uplink: null,
      cipher: "SRTP_AEAD_AES_128_GCM",
    });
  });

  it("finds the path where the transport does not name it", () => {
    for (const { second } of [chromium, firefox]) {
      const bare = without(second, "selectedCandidatePairId", "selected");
      expect(countersOf(bare).path?.local).toBe("host");
    }
  });

  it("says how packets reach a relay, not how they leave it", () => {
    const relayed = {
      ...chromium.second,
      statistics: chromium.second.statistics.map((statistic) =>
        statistic.type === "local-candidate"
          ? { ...statistic, candidateType: "relay", protocol: "udp", relayProtocol: "tls" }
          : statistic,
      ),
    };
    expect(countersOf(relayed).path).toMatchObject({ local: "relay", protocol: "tls" });
  });

  it("takes streams that have no name for microphone and camera", () => {
    const nameless = without(firefox.second, "mid", "trackIdentifier");
    const { sent, received } = countersOf(nameless);
    expect(sent.camera?.codec).toBe("VP8");
    expect(received.microphone?.codec).toBe("opus");
  });

  it("knows streams by the track that they feed where there is no mid", () => {
    const bare = without(chromium.second, "mid");
    const tracks = bare.statistics.filter(({ type }) => type === "inbound-rtp");
    const slots = new Map(
      tracks.map((stream) => [
        String(stream["trackIdentifier"]),
        stream["kind"] === "audio" ? ("screen-sound" as const) : ("screen" as const),
      ]),
    );
    const { received } = countersOf({ ...bare, slots });
    expect(received.screen?.framesDecoded).toBe(204);
    expect(received["screen-sound"]?.packets).toBe(350);
  });

  it("finds what the other reports also by the stream's own name", () => {
    const { sent } = countersOf(without(chromium.second, "remoteId"));
    expect(sent.camera?.roundTrip).toBe(0.001);
  });

  it("says of what a browser leaves out that it is not known", () => {
    const bare = without(
      chromium.second,
      ...["freezeCount", "totalFreezesDuration", "qualityLimitationReason", "jitter"],
      ...["frameWidth", "frameHeight", "framesPerSecond", "codecId", "tlsVersion"],
    );
    const { received, sent, path } = countersOf(bare);
    expect(received.camera).toMatchObject({
      freezes: null,
      freezeSeconds: null,
      jitter: null,
      width: null,
      codec: null,
    });
    expect(sent.camera?.limitation).toBeNull();
    expect(path?.dtls).toBeNull();
  });

  it("makes nothing of a report that says nothing", () => {
    expect(countersOf({ at: 5, statistics: [], slots: new Map() })).toEqual({
      at: 5,
      received: {},
      sent: {},
      path: null,
    });
  });
});
