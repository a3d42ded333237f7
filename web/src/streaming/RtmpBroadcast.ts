import type { Subject } from "../composition/subject";
import { Composition } from "../composition/Composition";
import { AUDIO_BITS, VIDEO_BITS } from "../composition/rates";
import { pauseBefore, RETURN_WITHIN_MS } from "./broadcast";
import type { Breakdown, Broadcast, BroadcastEvents } from "./broadcast";
import type { Ingest } from "./ingest";
import type { MediaType } from "./mediaTypes";
import { breakdownOf, isPassing, readStreamWord } from "./streamWords";

const PATH = "/api/socket/stream";
/** The browser's recorder hands over what it has this often, in milliseconds. */
const CHUNK_MS = 250;
/** Platforms want a picture that stands for itself every two seconds, in milliseconds; an extension that Chromium has. */
const KEY_FRAME_MS = 2_000;
/** The service reads no frames above 64 KiB. */
const LARGEST_FRAME = 32 << 10;
/** Bytes that may wait for the way to the service: about a second is a jam, about ten are too many. */
const JAM = 256 << 10;
const TOO_MUCH = 3 << 20;
/** Time to send what is left, in milliseconds. */
const FAREWELL_MS = 7_000;

/**
 * Streams over RTMP: the browser records what is composed, the service makes of it what ingests take. It gets over a lost
 * ingest by itself; when the way to the service breaks, a new recorder begins, whose first bytes say how to read the rest.
 */
export class RtmpBroadcast implements Broadcast {
  readonly composition: Composition;
  readonly #ingest: Extract<Ingest, { kind: "rtmp" }>;
  readonly #type: MediaType;
  readonly #events: BroadcastEvents;
  #socket: WebSocket | null = null;
  #recorder: MediaRecorder | null = null;
  /** Since when the way to the service is broken, in monotonic milliseconds. */
  #brokenAt: number | null = null;
  #hasRun = false;
  /** To come back, since the line broke. */
  #attempts = 0;
  #over = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #finished: () => void = () => undefined;

  constructor(
    ingest: Extract<Ingest, { kind: "rtmp" }>,
    subject: Subject,
    type: MediaType,
    events: BroadcastEvents,
  ) {
    this.composition = new Composition(subject);
    this.#ingest = ingest;
    this.#type = type;
    this.#events = events;
    this.#connect();
  }

  async stop(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#retry);
    await this.#sendRest();
    const socket = this.#socket;
    if (socket?.readyState === WebSocket.OPEN)
      await new Promise<void>((resolve) => {
        this.#finished = resolve;
        setTimeout(resolve, FAREWELL_MS);
        socket.send('{"type":"finish"}');
      });
    this.#leave();
  }

  #connect(): void {
    const socket = new WebSocket(location.origin.replace(/^http/, "ws") + PATH);
    this.#socket = socket;
    const { container, video, audio } = this.#type;
    const { address, key } = this.#ingest;
    socket.onopen = () =>
      socket.send(JSON.stringify({ type: "stream", address, key, container, video, audio }));
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(socket, String(data));
    socket.onclose = () => this.#onClosed(socket);
  }

  #hear(socket: WebSocket, text: string): void {
    const word = readStreamWord(text);
    if (word === null || socket !== this.#socket) return;
    if (word.type === "ended") {
      this.#onEnded(socket, word.reason);
      return;
    }
    if (word.ready && this.#recorder === null && !this.#over) this.#record(socket);
    if (word.line.state === "live") {
      this.#hasRun = true;
      this.#brokenAt = null;
      this.#attempts = 0;
    }
    const jammed = word.line.state === "live" && socket.bufferedAmount > JAM;
    const back = this.#hasRun && word.line.state === "connecting";
    const state = jammed ? "congested" : back ? "reconnecting" : word.line.state;
    if (!this.#over) this.#events.line({ ...word.line, state });
  }

  #onEnded(socket: WebSocket, reason: string): void {
    socket.onclose = null;
    socket.close();
    this.#socket = null;
    if (this.#over) this.#finished();
    else if (this.#hasRun && isPassing(reason)) this.#comeBack(breakdownOf(reason));
    else this.#break(breakdownOf(reason));
  }

  #onClosed(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    if (this.#over) this.#finished();
    else if (this.#hasRun) this.#comeBack("lost");
    else this.#break("unavailable");
  }

  #comeBack(why: Breakdown): void {
    this.#stopRecorder();
    const now = performance.now();
    this.#brokenAt ??= now;
    if (now - this.#brokenAt > RETURN_WITHIN_MS) {
      this.#break(why);
      return;
    }
    this.#events.line({ state: "reconnecting", bitsPerSecond: 0 });
    this.#retry = setTimeout(() => this.#connect(), pauseBefore(this.#attempts++));
  }

  #record(socket: WebSocket): void {
    const recorder = new MediaRecorder(this.composition.stream, {
      ...{ mimeType: this.#type.mime, videoKeyFrameIntervalDuration: KEY_FRAME_MS },
      ...{ videoBitsPerSecond: VIDEO_BITS, audioBitsPerSecond: AUDIO_BITS },
    });
    this.#recorder = recorder;
    recorder.ondataavailable = ({ data }) => {
      for (let at = 0; at < data.size && socket.readyState === WebSocket.OPEN; at += LARGEST_FRAME)
        socket.send(data.slice(at, at + LARGEST_FRAME));
      // What is recorded cannot be left out in part: every piece leans on the one before.
      if (socket.bufferedAmount > TOO_MUCH) this.#break("too-slow");
    };
    recorder.onerror = () => this.#break("unsupported");
    recorder.start(CHUNK_MS);
  }

  /** Resolves when the recorder has handed over the last it has. */
  async #sendRest(): Promise<void> {
    const recorder = this.#recorder;
    if (recorder === null || recorder.state === "inactive") return;
    await new Promise((resolve) => {
      recorder.onstop = resolve;
      recorder.stop();
    });
  }

  #stopRecorder(): void {
    const recorder = this.#recorder;
    this.#recorder = null;
    if (recorder === null) return;
    recorder.ondataavailable = recorder.onerror = null;
    if (recorder.state !== "inactive") recorder.stop();
  }

  #break(why: Breakdown): void {
    if (this.#over) return;
    this.#over = true;
    this.#leave();
    this.#events.broke(why);
  }

  #leave(): void {
    clearTimeout(this.#retry);
    this.#stopRecorder();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.composition.close();
  }
}
