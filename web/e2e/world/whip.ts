import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";

/** What a WHIP endpoint has decoded last. */
export interface Received {
  readonly frames: number;
  readonly width: number;
  /** Means of red, green and blue (0 to 255) of the left and of the right half. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Loudest sample since the last look, 0 to 1. */
  readonly loudness: number;
}

/** A WHIP endpoint (RFC 9725) over HTTP, with a browser's peer connection behind it that decodes what is sent to it. */
export interface WhipServer {
  readonly address: string;
  readonly token: string;
  /** What a service needs to be told so that its page may send there. */
  readonly settings: readonly string[];
  /** Sessions that were begun, and those that were deleted. */
  readonly sessions: { begun: number; ended: number };
  readonly look: () => Promise<Received>;
  readonly stop: () => Promise<void>;
}

/** @param peer a page that has nothing else to do, on a secure context */
export async function startWhipServer(peer: () => Page): Promise<WhipServer> {
  const sessions = { begun: 0, ended: 0 };
  const token = "whip-token";
  const server = createServer((request, response) => {
    const allowed = {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Expose-Headers": "Location",
    };
    const respond = (status: number, headers: object = {}, body = ""): void => {
      response.writeHead(status, { ...allowed, ...headers }).end(body);
    };
    if (request.method === "OPTIONS") {
      respond(204, {
        "Access-Control-Allow-Methods": "POST, DELETE",
        "Access-Control-Allow-Headers": "authorization, content-type",
      });
      return;
    }
    if (request.headers.authorization !== `Bearer ${token}`) {
      respond(401);
      return;
    }
    if (request.method === "DELETE") {
      sessions.ended += 1;
      respond(200);
      return;
    }
    if (request.method !== "POST" || request.headers["content-type"] !== "application/sdp") {
      respond(405);
      return;
    }
    void textOf(request)
      .then((offer) => peer().evaluate(answerTo, offer))
      .then((answer) => {
        sessions.begun += 1;
        const headers = {
          "Content-Type": "application/sdp",
          Location: `/session/${sessions.begun}`,
        };
        respond(201, headers, answer);
      })
      .catch((error: unknown) => respond(500, {}, String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    address: `${origin}/whip`,
    token,
    settings: [`--passerby.page.connect-to=${origin}`],
    sessions,
    look: () => peer().evaluate(lookAtPicture),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Where the page keeps what it receives. */
interface PeerPage {
  whip?: { connection: RTCPeerConnection; video: HTMLVideoElement; analyser: AnalyserNode };
}

/** In the page: answers with every candidate, and plays what comes. */
async function answerTo(offer: string): Promise<string> {
  const connection = new RTCPeerConnection();
  const stream = new MediaStream();
  const video = document.createElement("video");
  video.muted = true;
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 32_768 });
  connection.ontrack = ({ track }) => {
    stream.addTrack(track);
    if (track.kind === "audio")
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    video.srcObject = stream;
    void video.play();
  };
  (globalThis as PeerPage).whip = { connection, video, analyser };
  await connection.setRemoteDescription({ type: "offer", sdp: offer });
  await connection.setLocalDescription();
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (connection.iceGatheringState === "complete") resolve();
    };
    connection.onicegatheringstatechange = check;
    check();
  });
  return connection.localDescription?.sdp ?? "";
}

/** In the page: what has been decoded. */
function lookAtPicture(): Received {
  const { whip } = globalThis as PeerPage;
  const nothing = { frames: 0, width: 0, left: [], right: [], loudness: 0 };
  if (whip === undefined || whip.video.videoWidth === 0) return nothing;
  const { video, analyser } = whip;
  const canvas = new OffscreenCanvas(64, 36);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.drawImage(video, 0, 0, 64, 36);
  const meanOf = (x: number): number[] => {
    const { data } = context.getImageData(x, 8, 24, 20);
    const sums = [0, 0, 0];
    for (let at = 0; at < data.length; at += 4)
      for (let part = 0; part < 3; part++) sums[part] = (sums[part] ?? 0) + (data[at + part] ?? 0);
    return sums.map((sum) => sum / (data.length / 4));
  };
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  return {
    frames: video.getVideoPlaybackQuality().totalVideoFrames,
    width: video.videoWidth,
    left: meanOf(4),
    right: meanOf(36),
    loudness: samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0),
  };
}
