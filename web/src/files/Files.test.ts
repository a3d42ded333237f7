import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallState } from "../call/state";
import { Variable } from "../signaling/observable";
import { FakeLine, FakePeer, FakeSink } from "./fakes";
import { Files } from "./Files";
import { MOST_MOVING, MOST_OPEN, MOST_REOPENED, REOPEN_WITHIN_MS, WINDOW_BYTES } from "./limits";
import type { Direction, Transfer } from "./transfer";

// A machine that does much else besides may take its time.
vi.setConfig({ testTimeout: 30_000 });

const LIVE = { phase: "live" } as CallState;
const ASKING = { phase: "asking" } as CallState;
const MB = 1 << 20;

interface Side {
  readonly files: Files;
  readonly peer: FakePeer;
  readonly present: Variable<FakePeer | null>;
  readonly call: Variable<CallState>;
  readonly sinks: FakeSink[];
  /** What the next disk is like. */
  slow: boolean;
  full: boolean;
}

function side(peer: FakePeer): Side {
  const present = new Variable<FakePeer | null>(null);
  const call = new Variable<CallState>({ phase: "connecting" } as CallState);
  const sinks: FakeSink[] = [];
  const files = new Files({
    peer: present,
    call,
    destinationOf: () => (events) => {
      if (self.full) return Promise.resolve({ why: "no-room", free: 5 });
      const sink = new FakeSink(events);
      sink.slow = self.slow;
      sinks.push(sink);
      return Promise.resolve(sink);
    },
    now: () => performance.now(),
  });
  const self: Side = { files, peer, present, call, sinks, slow: false, full: false };
  return self;
}

/** Two people in a round. */
function scene() {
  const line = new FakeLine();
  const [one, other] = FakePeer.pair(line);
  const ada = side(one);
  const ben = side(other);
  for (const { files, peer, present, call } of [ada, ben]) {
    files.start();
    present.set(peer);
    call.set(LIVE);
  }
  started.push(ada.files, ben.files);
  return { line, ada, ben };
}

const started: Files[] = [];
afterEach(() => {
  for (const files of started.splice(0)) files.stop();
});

const file = (size: number, name = "x.bin"): File => new File([randomBytes(size)], name);

const all = ({ files }: Side, direction: Direction): readonly Transfer[] =>
  files.transfers.get().filter((transfer) => transfer.direction === direction);

const kinds = (who: Side, direction: Direction): readonly string[] =>
  all(who, direction).map(({ state }) => state.kind);

const eventually = (condition: () => void) => vi.waitFor(condition, { timeout: 10_000 });

async function offered(ben: Side, count = 1): Promise<readonly string[]> {
  await eventually(() => expect(all(ben, "receiving")).toHaveLength(count));
  return all(ben, "receiving").map(({ id }) => id);
}

async function accepted(ada: Side, ben: Side, ...files: readonly File[]): Promise<void> {
  ada.files.offer(files);
  for (const id of await offered(ben, files.length)) ben.files.accept(id);
}

/** Waits until a slow disk has as much before it as it may. */
async function windowFull(ben: Side, nth = 0): Promise<FakeSink> {
  await eventually(() => expect(ben.sinks[nth]?.mostWaiting).toBe(WINDOW_BYTES));
  return ben.sinks[nth] ?? expect.fail("nothing was opened");
}

describe("a file", () => {
  it("is only words until it is accepted, and then arrives byte for byte", async () => {
    const { ada, ben } = scene();
    const sent = file(3 * MB + 11, "../holiday.jpg");
    ada.files.offer([sent]);
    const [id = ""] = await offered(ben);
    expect(all(ben, "receiving")[0]).toMatchObject({
      name: "_holiday.jpg",
      size: sent.size,
      state: { kind: "offered" },
    });
    expect(ada.peer.opened).toEqual([]);
    ben.files.accept(id);
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["done"]));
    expect(kinds(ben, "receiving")).toEqual(["done"]);
    const bytes = Buffer.from(await sent.arrayBuffer());
    expect(bytes.equals(ben.sinks[0]?.bytes ?? Buffer.of())).toBe(true);
  });

  it("may be empty", async () => {
    const { ada, ben } = scene();
    await accepted(ada, ben, file(0));
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["done"]));
  });

  it("may be refused, which both see", async () => {
    const { ada, ben } = scene();
    ada.files.offer([file(10)]);
    const [id = ""] = await offered(ben);
    ben.files.refuse(id);
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["stopped"]));
    expect(all(ada, "sending")[0]?.state).toMatchObject({ why: "refused", by: "them" });
    expect(all(ben, "receiving")[0]?.state).toMatchObject({ why: "refused", by: "me" });
  });

  it.each(["sending", "receiving"] as const)(
    "stops for both when the %s side wants it, and what is half there is deleted",
    async (direction) => {
      const { ada, ben } = scene();
      ben.slow = true;
      await accepted(ada, ben, file(12 * MB));
      (await windowFull(ben)).catchUp();
      const who = direction === "sending" ? ada : ben;
      who.files.cancel(direction, all(who, direction)[0]?.id ?? "");
      await eventually(() => {
        expect(kinds(ada, "sending")).toEqual(["stopped"]);
        expect(kinds(ben, "receiving")).toEqual(["stopped"]);
      });
      expect(ben.sinks[0]?.discarded).toBe(true);
      expect(ada.peer.opened[0]?.readyState).toBe("closed");
    },
  );

  it("stays offered when there is no room for it, and says how much there would be", async () => {
    const { ada, ben } = scene();
    ben.full = true;
    ada.files.offer([file(10)]);
    const [id = ""] = await offered(ben);
    ben.files.accept(id);
    await eventually(() =>
      expect(all(ben, "receiving")[0]?.state).toEqual({
        kind: "offered",
        obstacle: { why: "no-room", free: 5 },
      }),
    );
    ben.full = false;
    ben.files.accept(id);
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["done"]));
  });

  it("is not kept when its digest is not the sender's", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(10));
    await eventually(() => expect(ben.sinks[0]?.mostWaiting).toBe(10));
    const [sink] = ben.sinks;
    if (sink === undefined) throw new Error("nothing was opened");
    sink.digest = "00".repeat(32);
    sink.catchUp();
    await eventually(() => {
      expect(all(ada, "sending")[0]?.state).toMatchObject({ why: "damaged", by: "them" });
      expect(all(ben, "receiving")[0]?.state).toMatchObject({ why: "damaged", by: "me" });
    });
    expect(sink.discarded).toBe(true);
  });

  it("ends for both when the disk is full or the file gone", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(12 * MB));
    await windowFull(ben);
    ben.sinks[0]?.events.failed("no-room");
    await eventually(() =>
      expect(all(ada, "sending")[0]?.state).toMatchObject({ why: "no-room", by: "them" }),
    );
    const gone = file(MB);
    gone.slice = () => {
      throw new DOMException("gone", "NotReadableError");
    };
    ada.files.offer([gone]);
    const ids = await offered(ben, 2);
    ben.files.accept(ids[1] ?? "");
    await eventually(() =>
      expect(all(ben, "receiving")[1]?.state).toMatchObject({ why: "unreadable", by: "them" }),
    );
  });
});

describe("memory", () => {
  it("stays within the window however slow the disk, and within the buffer however slow the line", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(16 * MB));
    const sink = await windowFull(ben);
    sink.slow = false;
    sink.catchUp();
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["done"]));
    expect(sink.mostWaiting).toBeLessThanOrEqual(WINDOW_BYTES);
    expect(ada.peer.opened[0]?.mostBuffered).toBeLessThan(3 * MB);
  });

  it("is not for those to fill who send more than they may", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(16 * MB));
    await windowFull(ben);
    ada.peer.opened[0]?.send(new Uint8Array(1));
    await eventually(() =>
      expect(all(ben, "receiving")[0]?.state).toMatchObject({ why: "broken", by: "me" }),
    );
    expect(ben.sinks[0]?.discarded).toBe(true);
  });

  it("is not for those to fill who never end", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(10));
    await eventually(() => expect(ben.sinks[0]?.mostWaiting).toBe(10));
    ada.peer.opened[0]?.send(new Uint8Array(1));
    await eventually(() =>
      expect(all(ben, "receiving")[0]?.state).toMatchObject({ why: "broken", by: "me" }),
    );
  });
});

describe("a loss", () => {
  it("of the channel is continued on a new one from what was written", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    const sent = file(12 * MB);
    await accepted(ada, ben, sent);
    const sink = await windowFull(ben);
    sink.catchUp();
    ada.peer.opened[0]?.close();
    sink.slow = false;
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["done"]));
    expect(ada.peer.opened).toHaveLength(2);
    expect(ada.peer.opened[1]?.label).toMatch(new RegExp(`@${WINDOW_BYTES}$`));
    expect(Buffer.from(await sent.arrayBuffer()).equals(sink.bytes)).toBe(true);
  });

  it("of the line is waited for: it goes on by itself", async () => {
    const { line, ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(12 * MB));
    const sink = await windowFull(ben);
    line.cut(true);
    sink.slow = false;
    sink.catchUp();
    await new Promise(setImmediate);
    expect(kinds(ada, "sending")).toEqual(["moving"]);
    line.cut(false);
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["done"]));
    expect(ada.peer.opened).toHaveLength(1);
  });

  it("again and again without a byte in between is one too many", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(12 * MB));
    for (let lost = 0; lost <= MOST_REOPENED; lost++) {
      await eventually(() => expect(ada.peer.opened.at(lost)?.readyState).toBe("open"));
      ada.peer.opened.at(lost)?.close();
    }
    await eventually(() => {
      expect(all(ben, "receiving")[0]?.state).toMatchObject({ kind: "stopped", why: "lost" });
      expect(all(ada, "sending")[0]?.state).toMatchObject({ kind: "stopped", why: "lost" });
    });
  });

  it("of the encounter ends everything, and the next one begins with nothing", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(12 * MB));
    await windowFull(ben);
    ben.present.set(null);
    expect(all(ben, "receiving")[0]?.state).toMatchObject({ why: "ended", by: "me" });
    expect(ben.sinks[0]?.discarded).toBe(true);
    ben.present.set(FakePeer.pair(new FakeLine())[0]);
    expect(ben.files.transfers.get()).toEqual([]);
  });
});

describe("a loss that does not end", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  it("is given up by both", async () => {
    const { ada, ben } = scene();
    ada.peer.hears = ({ say, ...rest }) => (say === "reopen" ? null : { say, ...rest });
    ben.slow = true;
    await accepted(ada, ben, file(12 * MB));
    await windowFull(ben);
    ada.peer.opened[0]?.close();
    await eventually(() => expect(ben.peer.said.at(-1)).toMatchObject({ say: "reopen" }));
    vi.advanceTimersByTime(REOPEN_WITHIN_MS);
    expect(all(ada, "sending")[0]?.state).toMatchObject({ why: "lost" });
    expect(all(ben, "receiving")[0]?.state).toMatchObject({ why: "lost" });
  });
});

describe("many files", () => {
  it("move a few at a time; the others wait for their turn", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    const count = MOST_MOVING + 2;
    await accepted(ada, ben, ...Array.from({ length: count }, () => file(9 * MB)));
    for (let nth = 0; nth < MOST_MOVING; nth++) await windowFull(ben, nth);
    const moving = kinds(ada, "sending").filter((kind) => kind === "moving");
    expect(moving).toHaveLength(MOST_MOVING);
    for (const sink of ben.sinks) {
      sink.slow = false;
      sink.catchUp();
    }
    await eventually(() => expect(new Set(kinds(ada, "sending"))).toEqual(new Set(["done"])));
    expect(new Set(kinds(ben, "receiving"))).toEqual(new Set(["done"]));
  });

  it("go in both directions at once", async () => {
    const { ada, ben } = scene();
    ada.files.offer([file(3 * MB)]);
    ben.files.offer([file(3 * MB)]);
    const [his = ""] = await offered(ben);
    const [hers = ""] = await offered(ada);
    ben.files.accept(his);
    ada.files.accept(hers);
    for (const who of [ada, ben])
      await eventually(() => {
        expect(kinds(who, "sending")).toEqual(["done"]);
        expect(kinds(who, "receiving")).toEqual(["done"]);
      });
  });

  it("cannot be offered without an end", async () => {
    const { ada, ben } = scene();
    const left = ada.files.offer(Array.from({ length: MOST_OPEN + 3 }, () => file(1)));
    expect(left).toBe(3);
    const ids = await offered(ben, MOST_OPEN);
    // A page that does not count is told no, and nobody is bothered.
    ben.peer.tells({ say: "offer", id: "one-more", name: "x", size: 1 });
    expect(ben.peer.said.at(-1)).toEqual({ say: "decline", id: "one-more", why: "busy" });
    expect(all(ben, "receiving")).toHaveLength(MOST_OPEN);
    // Nor does it help to have been refused a moment ago.
    for (const id of ids) ben.files.refuse(id);
    ben.peer.tells({ say: "offer", id: "and-more", name: "x", size: 1 });
    expect(ben.peer.said.at(-1)).toEqual({ say: "decline", id: "and-more", why: "busy" });
  });

  it("of a page that opens more channels than it may find them closed", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(9 * MB));
    const sink = await windowFull(ben);
    ada.peer.channels.open("file:nobody@0");
    ada.peer.channels.open(`file:${all(ben, "receiving")[0]?.id ?? ""}@0`);
    await eventually(() => {
      expect(ada.peer.opened.slice(1).map(({ readyState }) => readyState)).toEqual([
        "closed",
        "closed",
      ]);
    });
    sink.slow = false;
    sink.catchUp();
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["done"]));
  });
});

describe("the end of a round", () => {
  it("stops what is on its way with a word for both, and deletes what is half there", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(12 * MB));
    ada.files.offer([file(1)]);
    await offered(ben, 2);
    await windowFull(ben);
    ada.call.set(ASKING);
    await eventually(() => {
      for (const [who, direction] of [
        [ada, "sending"],
        [ben, "receiving"],
      ] as const)
        expect(all(who, direction).map(({ state }) => state)).toMatchObject([
          { kind: "stopped", why: "time-over" },
          { kind: "stopped", why: "time-over" },
        ]);
    });
    expect(ben.sinks[0]?.discarded).toBe(true);
  });

  it("keeps what has arrived", async () => {
    const { ada, ben } = scene();
    await accepted(ada, ben, file(1));
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["done"]));
    ben.call.set(ASKING);
    expect(kinds(ben, "receiving")).toEqual(["done"]);
    expect(ben.sinks[0]?.discarded).toBe(false);
  });

  it("lets nobody offer or take anything before the next", async () => {
    const { ada, ben } = scene();
    ben.call.set(ASKING);
    expect(ben.files.offer([file(1)])).toBe(1);
    ada.files.offer([file(1)]);
    await eventually(() =>
      expect(all(ada, "sending")[0]?.state).toMatchObject({ why: "time-over", by: "them" }),
    );
    ben.call.set(LIVE);
    ada.files.offer([file(1)]);
    expect(await offered(ben)).toHaveLength(1);
  });
});

describe("a page that does not keep to the rules", () => {
  it.each([
    ["says that it has more than was sent", { written: 16 * MB }],
    ["says nonsense", { written: "all" }],
  ])("is left alone when it %s", async (_what, word) => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(12 * MB));
    await eventually(() => expect(ada.peer.opened[0]?.readyState).toBe("open"));
    ada.peer.opened[0]?.onmessage?.({ data: JSON.stringify(word) });
    expect(all(ada, "sending")[0]?.state).toMatchObject({ why: "broken", by: "me" });
    await eventually(() =>
      expect(all(ben, "receiving")[0]?.state).toMatchObject({ why: "broken", by: "them" }),
    );
  });

  it("cannot claim a file that was never sent, or ask for one from a place that was not", async () => {
    const { ada, ben } = scene();
    ben.slow = true;
    await accepted(ada, ben, file(12 * MB), file(12 * MB));
    await eventually(() => expect(kinds(ada, "sending")).toEqual(["moving", "moving"]));
    const [first, second] = all(ada, "sending");
    ada.peer.tells({ say: "received", id: first?.id });
    ada.peer.tells({ say: "reopen", id: second?.id, from: 12_345 });
    expect(all(ada, "sending").map(({ state }) => state)).toMatchObject([
      { why: "broken", by: "me" },
      { why: "broken", by: "me" },
    ]);
  });
});
