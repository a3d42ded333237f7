import { NewestFrame } from "../composition/NewestFrame";
import type { Picture } from "../composition/picture";
import { Backdrop } from "./cutout/Backdrop";
import { OWN } from "./inputs";
import type { InputId } from "./inputs";
import type { StageOrder, StageWord } from "./messages";
import { Painter } from "./Painter";
import type { Placed } from "./scene";
import { PACE_HZ, REPEAT_MS } from "./stage";

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<StageOrder>) => void) | null;
  postMessage(word: StageWord): void;
};
const canvas = new OffscreenCanvas(1, 1);
const painter = new Painter(canvas);
const moving = new Map<InputId, NewestFrame>();
const still = new Map<InputId, ImageBitmap>();
let writer: WritableStreamDefaultWriter<VideoFrame> | null = null;
let scene: readonly Placed[] = [];
let backdrop: Backdrop | null = null;
/** What the last picture was composed of: when nothing of it has changed, it is not composed again. */
let last: readonly unknown[] = [];
let composedAt: number | null = null;

scope.onmessage = ({ data }) => {
  try {
    follow(data);
  } catch {
    scope.postMessage("unable");
  }
};

function follow(order: StageOrder): void {
  switch (order.do) {
    case "begin":
      writer = order.into.getWriter();
      setInterval(compose, 1000 / PACE_HZ);
      return;
    case "show":
      show(order.input, order.shown);
      return;
    case "arrange":
      scene = order.scene;
      return;
    case "backdrop": {
      backdrop?.close();
      const { behind, cutout } = order.backdrop ?? {};
      backdrop =
        behind === undefined || cutout === undefined
          ? null
          : new Backdrop(behind, cutout, () => scope.postMessage("blind"));
      last = [];
      return;
    }
    default:
      order satisfies never;
  }
}

function show(input: InputId, shown: ReadableStream<VideoFrame> | ImageBitmap | null): void {
  still.get(input)?.close();
  still.delete(input);
  if (shown instanceof ImageBitmap) still.set(input, shown);
  const frames = shown instanceof ReadableStream ? shown : null;
  const newest = moving.get(input) ?? new NewestFrame();
  newest.follow(frames);
  if (frames === null) moving.delete(input);
  else moving.set(input, newest);
}

function compose(): void {
  if (writer === null) return;
  const now = performance.now();
  const pictures = new Map(scene.map(({ input }) => [input, pictureOf(input)]));
  const made = [scene, ...[...pictures.values()].map((picture) => picture?.image)];
  const same = made.length === last.length && made.every((part, index) => part === last[index]);
  if (same && composedAt !== null && now - composedAt < REPEAT_MS) return;
  last = made;
  painter.paint(scene, (input) => {
    const picture = pictures.get(input) ?? null;
    return input === OWN && picture !== null && backdrop !== null
      ? backdrop.paint(picture)
      : picture;
  });
  if (composedAt === null) scope.postMessage("composed");
  composedAt = now;
  writer.write(new VideoFrame(canvas, { timestamp: Math.round(now * 1000) })).catch(() => {
    scope.postMessage("unable");
  });
}

function pictureOf(input: InputId): Picture | null {
  const bitmap = still.get(input);
  return bitmap === undefined
    ? (moving.get(input)?.picture ?? null)
    : { image: bitmap, size: bitmap };
}
