import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Body } from "../channel/Control";
import type { Identity } from "../rtc/identity";
import { Variable } from "../signaling/observable";
import { Keeping, type KeptPeer, RUN_EVERY_MS } from "./Keeping";
import type { PairSecret } from "./keepRun";

const A = "a1".repeat(32);
const B = "b2".repeat(32);
const MALLORY = "cc".repeat(32);

class FakePeer implements KeptPeer {
  readonly polite: boolean;
  readonly identity: Variable<Identity>;
  readonly sent: Body[] = [];
  other: FakePeer | null = null;
  readonly #listeners = new Set<(body: Body) => void>();
  readonly control = {
    open: new Variable(true),
    send: (_topic: string, body: Body) => {
      this.sent.push(body);
      this.other?.hears(body);
      return true;
    },
    on: (_topic: string, listener: (body: Body) => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  constructor(polite: boolean, own: string, theirs: string) {
    this.polite = polite;
    this.identity = new Variable<Identity>({ kind: "known", own, theirs });
  }

  hears(body: Body): void {
    for (const listener of [...this.#listeners]) listener(body);
  }
}

class Side {
  readonly peers = new Variable<FakePeer | null>(null);
  readonly secrets: PairSecret[] = [];
  readonly keeping = new Keeping({
    peer: this.peers,
    now: () => performance.now(),
    onKept: (secret) => this.secrets.push(secret),
  });
  peer: FakePeer;

  constructor(polite: boolean, own: string, theirs: string) {
    this.peer = new FakePeer(polite, own, theirs);
    this.peers.set(this.peer);
  }

  get state() {
    return this.keeping.state.get();
  }
}

function scene(seenByTwo = A) {
  const one = new Side(false, A, B);
  const two = new Side(true, B, seenByTwo);
  one.peer.other = two.peer;
  two.peer.other = one.peer;
  return { one, two };
}

/** What passed, without what is random in it. */
function shapes(bodies: readonly Body[]) {
  return bodies.map((body) =>
    Object.entries(body).map(([name, value]) =>
      typeof value === "string" ? [name, value.length] : [name, value],
    ),
  );
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const runs = (count: number) => vi.advanceTimersByTime(count * RUN_EVERY_MS);

describe("two who meet", () => {
  it("keep each other once both want to, with a secret that both have", () => {
    const { one, two } = scene();
    runs(2);
    one.keeping.want();
    runs(2);
    expect([one.state, two.state]).toEqual(["wanted", "no"]);
    two.keeping.want();
    runs(1);
    expect([one.state, two.state]).toEqual(["kept", "kept"]);
    expect(one.secrets).toHaveLength(1);
    expect(one.secrets).toEqual(two.secrets);
    expect(one.secrets[0]).toHaveLength(32);
    const said = one.peer.sent.length;
    runs(3);
    expect(one.peer.sent).toHaveLength(said);
  });

  it.each([
    ["one", true, false],
    ["the other", false, true],
    ["nobody", false, false],
  ])("stay strangers when %s wants to, and nothing that passes tells", (_who, first, second) => {
    const quiet = scene();
    runs(3);
    const { one, two } = scene();
    if (first) one.keeping.want();
    if (second) two.keeping.want();
    runs(3);
    expect(one.state).toBe(first ? "wanted" : "no");
    expect(two.state).toBe(second ? "wanted" : "no");
    expect([...one.secrets, ...two.secrets]).toEqual([]);
    expect(shapes(one.peer.sent)).toEqual(shapes(quiet.one.peer.sent.slice(0, 6)));
    expect(shapes(two.peer.sent)).toEqual(shapes(quiet.two.peer.sent.slice(0, 3)));
  });

  it("stay strangers when one has thought better of it", () => {
    const { one, two } = scene();
    one.keeping.want();
    one.keeping.forget();
    two.keeping.want();
    runs(2);
    expect([one.state, two.state]).toEqual(["no", "wanted"]);
  });

  it("have another secret in another encounter, and want nothing at its beginning", () => {
    const { one, two } = scene();
    one.keeping.want();
    two.keeping.want();
    runs(1);
    const [first, second] = [new FakePeer(false, A, B), new FakePeer(true, B, A)];
    first.other = second;
    second.other = first;
    one.peers.set(first);
    two.peers.set(second);
    runs(1);
    expect([one.state, two.state]).toEqual(["no", "no"]);
    one.keeping.want();
    two.keeping.want();
    runs(1);
    expect(one.secrets).toEqual(two.secrets);
    expect(one.secrets[1]).not.toEqual(one.secrets[0]);
  });

  it("are told that it did not turn out in time, if they still wanted to when they parted", () => {
    const { one, two } = scene();
    runs(1);
    one.keeping.want();
    for (const side of [one, two]) side.peers.set(null);
    expect([one, two].map(({ keeping }) => keeping.unanswered.get())).toEqual([true, false]);
    expect(one.state).toBe("no");
    one.peers.set(new FakePeer(false, A, B));
    expect(one.keeping.unanswered.get(), "over another stranger").toBe(false);
    one.keeping.want();
    one.peers.set(null);
    one.keeping.acknowledge();
    expect(one.keeping.unanswered.get()).toBe(false);
  });

  it("are told nothing of the kind when they keep each other, or wanted to no more", () => {
    const { one, two } = scene();
    one.keeping.want();
    two.keeping.want();
    runs(1);
    for (const side of [one, two]) side.peers.set(null);
    const other = scene();
    other.one.keeping.want();
    other.one.keeping.forget();
    other.one.peers.set(null);
    for (const { keeping } of [one, two, other.one]) expect(keeping.unanswered.get()).toBe(false);
  });

  it("do not keep somebody in the middle who only passes on what they say", () => {
    const { one, two } = scene(MALLORY);
    one.keeping.want();
    two.keeping.want();
    runs(3);
    expect([one.state, two.state]).toEqual(["wanted", "wanted"]);
  });
});

describe("a page", () => {
  it("answers a run once, and not more often than runs come", () => {
    const { one, two } = scene();
    two.keeping.want();
    runs(1);
    const [begin] = one.peer.sent;
    const answers = two.peer.sent.length;
    if (begin === undefined) throw new Error("no run has begun");
    two.peer.hears(begin);
    for (let run = 50; run < 60; run++) two.peer.hears({ ...begin, run });
    expect(two.peer.sent).toHaveLength(answers);
    runs(1);
    two.peer.hears({ ...begin, run: 90 });
    expect(two.peer.sent.length).toBeLessThanOrEqual(answers + 2);
  });

  it.each<[string, Body]>([
    ["no step", { run: 0, share: "00".repeat(32) }],
    ["a share that is none", { step: "begin", run: 0, share: "00".repeat(32) }],
    ["a short share", { step: "begin", run: 0, share: "00" }],
    ["no number", { step: "begin", run: "0", share: "00".repeat(32) }],
    ["a tag for nothing", { step: "end", run: 0, tag: "00".repeat(32) }],
  ])("passes over %s", (_what, body) => {
    const two = new Side(true, B, A);
    two.keeping.want();
    two.peer.hears(body);
    expect(two.peer.sent).toEqual([]);
    expect(two.state).toBe("wanted");
  });

  it("is not told by its own words, sent back", () => {
    const one = new Side(false, A, B);
    one.peer.other = one.peer;
    one.keeping.want();
    runs(2);
    expect(one.state).toBe("wanted");
  });
});
