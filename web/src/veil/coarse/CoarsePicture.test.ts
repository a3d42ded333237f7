import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Variable } from "../../signaling/observable";
import { CoarsePicture, PROOF_MS } from "./CoarsePicture";
import type { Progress, Way } from "./way";

class FakeWay implements Way {
  readonly track: Variable<MediaStreamTrack | null>;
  readonly progress = new Variable<Progress>("unpainted");
  readonly drawn: (MediaStreamTrack | null)[] = [];
  closed = false;

  constructor(id: string) {
    this.track = new Variable<MediaStreamTrack | null>({ id } as MediaStreamTrack);
  }
  draw(source: MediaStreamTrack | null): void {
    this.drawn.push(source);
  }
  close(): void {
    this.closed = true;
  }
}

const camera = { id: "camera" } as MediaStreamTrack;

function scene() {
  const worker = new FakeWay("worker");
  const canvas = new FakeWay("canvas");
  const made: string[] = [];
  const way = (way: FakeWay) => () => {
    made.push(way.track.get()?.id ?? "");
    return way;
  };
  const coarse = new CoarsePicture([way(worker), way(canvas)]);
  return { worker, canvas, made, coarse, track: () => coarse.track.get()?.id };
}

describe("the coarse picture", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("costs nothing until it is needed", () => {
    const { made, coarse, track } = scene();
    coarse.draw(null);
    expect(made).toEqual([]);
    expect(track()).toBeUndefined();
  });

  it("is the best way's, as long as that one paints", () => {
    const { worker, made, coarse, track } = scene();
    coarse.draw(camera);
    worker.progress.set("painted");
    vi.advanceTimersByTime(10 * PROOF_MS);
    coarse.draw(null);
    expect(worker.drawn).toEqual([camera, null]);
    expect(made).toEqual(["worker"]);
    expect(track()).toBe("worker");
  });

  it("is the surest way's when this browser does not go the best", () => {
    const { worker, canvas, coarse, track } = scene();
    coarse.draw(camera);
    worker.progress.set("unable");
    expect(worker.closed).toBe(true);
    expect(canvas.drawn).toEqual([camera]);
    expect(track()).toBe("canvas");
  });

  it("is the surest way's when the best paints nothing, for whatever reason", () => {
    const { worker, canvas, coarse, track } = scene();
    coarse.draw(camera);
    vi.advanceTimersByTime(PROOF_MS);
    expect(worker.closed).toBe(true);
    expect(canvas.drawn).toEqual([camera]);
    expect(track()).toBe("canvas");
    vi.advanceTimersByTime(10 * PROOF_MS);
    expect(canvas.closed).toBe(false);
  });

  it("follows a track that comes later", () => {
    const { worker, coarse, track } = scene();
    worker.track.set(null);
    coarse.draw(camera);
    expect(track()).toBeUndefined();
    worker.track.set({ id: "late" } as MediaStreamTrack);
    expect(track()).toBe("late");
  });

  it("leaves nothing running", () => {
    const { worker, coarse, track } = scene();
    coarse.draw(camera);
    coarse.close();
    expect(worker.drawn.at(-1)).toBeNull();
    expect(worker.closed).toBe(true);
    expect(track()).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});
