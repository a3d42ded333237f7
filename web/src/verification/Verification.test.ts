import { describe, expect, it } from "vitest";
import type { Body } from "../channel/Control";
import type { Identity } from "../rtc/identity";
import { Variable } from "../signaling/observable";
import { Verification } from "./Verification";
import type { Interception, VerifiedPeer } from "./Verification";

const A = "a1".repeat(32);
const B = "b2".repeat(32);

/** One side of a line: what it sends goes to whoever it is joined with, at once or when the test says so. */
class FakePeer implements VerifiedPeer {
  readonly polite: boolean;
  readonly identity = new Variable<Identity>({ kind: "unknown" });
  readonly sent: Body[] = [];
  readonly #listeners = new Set<(body: Body) => void>();
  readonly control = {
    open: new Variable(true),
    send: (_topic: string, body: Body) => this.sent.push(body) > 0,
    on: (_topic: string, listener: (body: Body) => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  constructor(polite: boolean) {
    this.polite = polite;
  }

  hears(body: Body): void {
    for (const listener of [...this.#listeners]) listener(body);
  }
}

class Side {
  readonly peers = new Variable<FakePeer | null>(null);
  readonly interceptions: Interception[] = [];
  readonly verification: Verification;
  peer: FakePeer;

  constructor(polite: boolean) {
    this.verification = new Verification(this.peers, (why) => this.interceptions.push(why));
    this.peer = new FakePeer(polite);
    this.peers.set(this.peer);
  }

  get state() {
    return this.verification.state.get();
  }
}

function deliver(one: Side, other: Side): void {
  while (one.peer.sent.length + other.peer.sent.length > 0) {
    for (const message of one.peer.sent.splice(0)) other.peer.hears(message);
    for (const message of other.peer.sent.splice(0)) one.peer.hears(message);
  }
}

function scene() {
  const one = new Side(false);
  const other = new Side(true);
  const connect = () => {
    one.peer.identity.set({ kind: "known", own: A, theirs: B });
    other.peer.identity.set({ kind: "known", own: B, theirs: A });
  };
  const agree = () => {
    connect();
    deliver(one, other);
  };
  return { one, other, connect, agree };
}

describe("verification", () => {
  it("has the same pictures on both sides as soon as both are connected", () => {
    const { one, other, agree } = scene();
    expect(one.state).toEqual({ kind: "waiting" });
    agree();
    expect(one.state).toMatchObject({ kind: "ready", confirmed: false, theyConfirmed: false });
    expect(one.state).toEqual(other.state);
  });

  it("does not mind that the other was quicker", () => {
    const { one, other } = scene();
    other.peer.identity.set({ kind: "known", own: B, theirs: A });
    deliver(one, other);
    expect(one.state).toEqual({ kind: "waiting" });
    one.peer.identity.set({ kind: "known", own: A, theirs: B });
    deliver(one, other);
    expect(one.state.kind).toBe("ready");
    expect(one.state).toEqual(other.state);
  });

  it("tells the other of a yes, once", () => {
    const { one, other, agree } = scene();
    agree();
    one.verification.confirm();
    one.verification.confirm();
    expect(one.peer.sent).toEqual([{ step: "confirm" }]);
    deliver(one, other);
    expect(one.state).toMatchObject({ confirmed: true, theyConfirmed: false });
    expect(other.state).toMatchObject({ confirmed: false, theyConfirmed: true });
  });

  it("confirms nothing that nobody has seen", () => {
    const { one, connect } = scene();
    connect();
    one.verification.confirm();
    expect(one.peer.sent.map(({ step }) => step)).toEqual(["commit"]);
  });

  it("ends for both when one sees other pictures", () => {
    const { one, other, agree } = scene();
    agree();
    one.verification.differ();
    deliver(one, other);
    expect(one.interceptions).toEqual(["strings-differ"]);
    expect(other.interceptions).toEqual(["strings-differ-there"]);
  });

  it("ends by itself when the other breaks the rules, and tells them", () => {
    const { one, connect } = scene();
    connect();
    one.peer.hears({ step: "reveal", nonce: "01".repeat(32) });
    expect(one.interceptions).toEqual(["identity-broken"]);
    expect(one.peer.sent.at(-1)).toEqual({ step: "differ" });
  });

  it("ends when much is said before anything is known", () => {
    const { one } = scene();
    for (let i = 0; i < 3; i++) one.peer.hears({ step: "reveal", nonce: "01".repeat(32) });
    expect(one.interceptions).toEqual(["identity-broken"]);
  });

  it("keeps the string through an ICE restart", () => {
    const { one, other, agree } = scene();
    agree();
    one.verification.confirm();
    const before = one.state;
    one.peer.identity.set({ kind: "unknown" });
    one.peer.identity.set({ kind: "known", own: A, theirs: B });
    deliver(one, other);
    expect(one.state).toEqual(before);
    expect(one.interceptions).toEqual([]);
  });

  it.each<[string, Identity]>([
    ["their certificate is another one", { kind: "known", own: A, theirs: "c3".repeat(32) }],
    ["the own certificate is another one", { kind: "known", own: "c3".repeat(32), theirs: B }],
    ["it no longer speaks for all that is sent", { kind: "unclear" }],
  ])("ends when, later on, %s", (_what, identity) => {
    const { one, agree } = scene();
    agree();
    one.peer.identity.set(identity);
    expect(one.interceptions).toEqual(["identity-broken"]);
  });

  it("begins anew, with nothing confirmed and another string, with the next person", () => {
    const { one, other, agree } = scene();
    agree();
    const first = one.state;
    one.verification.confirm();
    for (const side of [one, other]) side.peers.set(null);
    expect(one.state).toEqual({ kind: "none" });
    for (const side of [one, other]) {
      const old = side.peer;
      side.peer = new FakePeer(old.polite);
      side.peers.set(side.peer);
      old.hears({ step: "differ" });
    }
    agree();
    expect(one.state).toMatchObject({ kind: "ready", confirmed: false });
    expect(one.state).not.toEqual(first);
    expect(one.interceptions).toEqual([]);
  });

  it("says so when their page speaks another version", () => {
    const { one, connect } = scene();
    connect();
    one.peer.hears({ step: "commit", version: 2, commitment: A });
    expect(one.state).toEqual({ kind: "unsupported" });
    expect(one.interceptions).toEqual([]);
  });
});
