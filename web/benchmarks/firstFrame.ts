import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** When the last button was pressed. */
    pressedAt: number;
    /** What has happened to the newest connection, each when it happened first. */
    marks: Partial<Record<Mark, number>>;
    /** Marks what happens to a connection. */
    follow: (connection: RTCPeerConnection) => void;
    /** Hands what one bare page has to say to the other; the benchmark carries it. */
    tellOther: (message: BareMessage) => Promise<void>;
    hear: (message: BareMessage) => Promise<void>;
    /** What a bare page sends. */
    own: MediaStream;
  }
}

/** What happens on the way to a first frame, in this order. */
export const MARKS = ["made", "connected", "sent", "received", "decoded"] as const;
export type Mark = (typeof MARKS)[number];

export interface BareMessage {
  readonly description?: RTCSessionDescriptionInit;
  readonly candidate?: RTCIceCandidateInit;
}

/** How one meeting went: milliseconds from the tap on, on the side that tapped and on the other. */
export interface Meeting {
  readonly tapping: Readonly<Record<Mark, number>>;
  readonly other: Readonly<Record<Mark, number>>;
}

/**
 * Watches every connection of a page, before any other script. All times are milliseconds since 1970: the pages of one
 * machine share its clock.
 */
export function watchFirstFrames(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  addEventListener("click", () => (window.pressedAt = now()), { capture: true });
  window.marks = {};
  window.follow = (connection) => {
    const marks: Window["marks"] = { made: now() };
    window.marks = marks;
    connection.addEventListener("connectionstatechange", () => {
      if (connection.connectionState === "connected") marks.connected ??= now();
    });
    const look = async (): Promise<void> => {
      const isOver = (): boolean => marks.decoded !== undefined && marks.sent !== undefined;
      while (!isOver() && connection.connectionState !== "closed") {
        const report = await connection.getStats();
        const at = now();
        report.forEach(({ type, kind, ...counted }: Record<string, unknown>) => {
          if (kind !== "video") return;
          if (type === "outbound-rtp" && Number(counted["framesSent"]) > 0) marks.sent ??= at;
          if (type !== "inbound-rtp") return;
          if (Number(counted["framesReceived"]) > 0) marks.received ??= at;
          if (Number(counted["framesDecoded"]) > 0) marks.decoded ??= at;
        });
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
    };
    void look();
  };
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args: [RTCConfiguration?]) {
      const connection = new target(...args);
      window.follow(connection);
      return connection;
    },
  });
}

/** What has happened on both sides, once both have sent and decoded something. */
export async function meetingOf(tapping: Page, other: Page): Promise<Meeting> {
  for (const page of [tapping, other])
    await page.waitForFunction(
      () => window.marks.decoded !== undefined && window.marks.sent !== undefined,
      null,
      {
        polling: 50,
        timeout: 60_000,
      },
    );
  const pressedAt = await tapping.evaluate(() => window.pressedAt);
  const marksOf = async (page: Page): Promise<Record<Mark, number>> => {
    const marks = await page.evaluate(() => window.marks);
    const since = (mark: Mark): number => (marks[mark] ?? Number.NaN) - pressedAt;
    return {
      made: since("made"),
      connected: since("connected"),
      sent: since("sent"),
      received: since("received"),
      decoded: since("decoded"),
    };
  };
  return { tapping: await marksOf(tapping), other: await marksOf(other) };
}

/** Lets two pages send each other messages, which the benchmark carries at once. */
export async function introduce(one: Page, other: Page): Promise<void> {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    await from.exposeFunction("tellOther", (message: BareMessage) =>
      to.evaluate((message) => window.hear(message), message),
    );
}

/**
 * The least that two pages need to see each other, from a "tap" on: a camera and a microphone that run already, one offer,
 * one answer, candidates as they come.
 */
export async function meetBare(tapping: Page, other: Page): Promise<Meeting> {
  for (const page of [tapping, other])
    await page.evaluate(async () => {
      window.marks = {};
      window.own = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    });
  await other.evaluate(prepareBare);
  await tapping.evaluate(prepareBare);
  await tapping.evaluate(offerBare);
  const meeting = await meetingOf(tapping, other);
  for (const page of [tapping, other])
    await page.evaluate(() => {
      for (const connection of window.connections.splice(0)) connection.close();
      for (const track of window.own.getTracks()) track.stop();
    });
  return meeting;
}

/** Hears the other's messages; a connection is made for the first one. */
function prepareBare(): void {
  let connection: RTCPeerConnection | null = null;
  const open = (): RTCPeerConnection => {
    if (connection !== null) return connection;
    const made = new RTCPeerConnection();
    connection = made;
    made.onicecandidate = ({ candidate }) => {
      if (candidate !== null) void window.tellOther({ candidate: candidate.toJSON() });
    };
    made.ontrack = ({ streams }) => {
      const video = document.createElement("video");
      video.muted = true;
      video.srcObject = streams[0] ?? null;
      document.body.append(video);
      void video.play();
    };
    for (const track of window.own.getTracks()) made.addTrack(track, window.own);
    return made;
  };
  const early: RTCIceCandidateInit[] = [];
  window.hear = async ({ description, candidate }) => {
    const made = open();
    if (candidate !== undefined) {
      if (made.remoteDescription === null) early.push(candidate);
      else await made.addIceCandidate(candidate);
    }
    if (description === undefined) return;
    await made.setRemoteDescription(description);
    for (const each of early.splice(0)) await made.addIceCandidate(each);
    if (description.type !== "offer") return;
    await made.setLocalDescription();
    const { type = "answer", sdp = "" } = made.localDescription ?? {};
    await window.tellOther({ description: { type, sdp } });
  };
}

async function offerBare(): Promise<void> {
  window.pressedAt = performance.timeOrigin + performance.now();
  // No message yet: it only makes the connection.
  await window.hear({});
  const connection = window.connections.at(-1);
  if (connection === undefined) throw new Error("no connection was made");
  await connection.setLocalDescription();
  const { type = "offer", sdp = "" } = connection.localDescription ?? {};
  await window.tellOther({ description: { type, sdp } });
}
