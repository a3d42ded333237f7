import { framesOf, VideoTrackGenerator } from "../../media/breakoutBox";
import { CoarsePainter } from "./CoarsePainter";
import type { FromWorker, ToWorker } from "./messages";
import { PACE_HZ } from "./way";

/** A camera that stops for a moment must not look like a line that is cut: the last picture is sent again. */
const REPEAT_MS = 500;

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};
const canvas = new OffscreenCanvas(1, 1);
const painter = new CoarsePainter(canvas);
let writer: WritableStreamDefaultWriter<VideoFrame> | null = null;
let newest: VideoFrame | null = null;
let sentAt: number | null = null;
let stop: () => void = () => undefined;

scope.onmessage = ({ data }) => {
  try {
    if (data.type === "begin") begin(data.into);
    else draw(data.from);
  } catch {
    scope.postMessage({ type: "unable" });
  }
};

function begin(into: WritableStream<VideoFrame> | null): void {
  if (into !== null) {
    writer = into.getWriter();
    return;
  }
  if (VideoTrackGenerator === undefined) throw new Error("no generator");
  const { writable, track } = new VideoTrackGenerator();
  writer = writable.getWriter();
  scope.postMessage({ type: "track", track }, [track]);
}

function draw(from: ReadableStream<VideoFrame> | MediaStreamTrack | null): void {
  stop();
  stop = () => undefined;
  if (from === null) return;
  const track = from instanceof ReadableStream ? null : from;
  const frames = from instanceof ReadableStream ? from : framesOf(from);
  if (frames === null) throw new Error("no frames");
  const reader = frames.getReader();
  const timer = setInterval(send, 1000 / PACE_HZ);
  painter.reset();
  sentAt = null;
  stop = () => {
    clearInterval(timer);
    void reader.cancel();
    track?.stop();
    newest?.close();
    newest = null;
  };
  void keepNewest(reader);
}

async function keepNewest(reader: ReadableStreamDefaultReader<VideoFrame>): Promise<void> {
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    newest?.close();
    newest = value;
  }
}

/** Every frame is painted before it is sent, and only what was painted is sent. */
function send(): void {
  if (writer === null) return;
  const now = performance.now();
  if (newest !== null) {
    painter.paint(newest, { width: newest.displayWidth, height: newest.displayHeight });
    newest.close();
    newest = null;
    if (sentAt === null) scope.postMessage({ type: "painted" });
  } else if (sentAt === null || now - sentAt < REPEAT_MS) return;
  sentAt = now;
  writer.write(new VideoFrame(canvas, { timestamp: Math.round(now * 1000) })).catch(() => {
    scope.postMessage({ type: "unable" });
  });
}
