import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientMessage, ServerMessage } from "../protocol/messages";
import { Variable } from "../signaling/observable";
import type { Contact } from "./contact";
import type { BookState } from "./ContactBook";
import { FakeSignaling } from "./fakes";
import { rendezvousOf } from "./rendezvous";
import { Whereabouts } from "./Whereabouts";

const NOON = Date.UTC(2026, 10, 22, 12);
const noor: Contact = {
  id: "noor",
  secret: new Uint8Array(32).fill(3),
  side: "polite",
  name: "Noor",
  note: "",
  since: "2026-11-22",
  visible: true,
};
const sami: Contact = { ...noor, id: "sami", secret: new Uint8Array(32).fill(4), visible: false };
const welcome: ServerMessage = {
  ...{ type: "welcome", connection: "c", resume: "t" },
  ...{ sessionLimitSeconds: 300, relay: false, entitlement: null },
};
const ids = (of: Contact) => rendezvousOf(of, NOON);
const there = (of: Contact, online: boolean): ServerMessage => ({
  type: "contact-online",
  ids: ids(of).sought,
  online,
});

const opened = (...contacts: Contact[]): BookState => ({ kind: "open", contacts, unreadable: 0 });

let signaling: FakeSignaling;
let book: Variable<BookState>;
let findable: Variable<boolean>;
let time: number;
let whereabouts: Whereabouts;

beforeEach(() => {
  vi.useFakeTimers();
  signaling = new FakeSignaling();
  book = new Variable<BookState>(opened(noor, sami));
  findable = new Variable(true);
  time = NOON;
  whereabouts = new Whereabouts({ signaling, book, findable, time: () => time });
});
afterEach(() => {
  whereabouts.stop();
  vi.useRealTimers();
});

const said = () =>
  signaling.sent.flatMap((message: ClientMessage) => (message.type === "presence" ? message : []));

function begin(): void {
  whereabouts.start();
  vi.runOnlyPendingTimers();
}

describe("who is there", () => {
  it("is asked under the ids of the day, and only those find this person whom they let", () => {
    begin();
    expect(said()).toEqual([
      {
        type: "presence",
        findable: ids(noor).found,
        looking: [...ids(noor).sought, ...ids(sami).sought],
      },
    ]);
  });

  it("is known from the moment they come to the moment they go", () => {
    begin();
    signaling.says(there(noor, true));
    expect([...whereabouts.online.get()]).toEqual(["noor"]);
    expect(whereabouts.idOf("noor")).toBe(ids(noor).sought[0]);
    expect(whereabouts.idOf("sami")).toBeNull();
    signaling.says(there(noor, false));
    expect([...whereabouts.online.get()]).toEqual([]);
  });

  it("is said again on a line that knows nothing, and nobody is there until it answers", () => {
    begin();
    signaling.says(there(noor, true));
    signaling.says(welcome);
    expect([...whereabouts.online.get()]).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(said()).toHaveLength(2);
    expect(said()[1]).toEqual(said()[0]);
  });

  it("is said once for many changes that come together, and not for one that changes nothing", () => {
    begin();
    book.set(opened(noor));
    book.set(opened());
    book.set(opened(noor));
    vi.advanceTimersByTime(1_000);
    expect(said().slice(1)).toEqual([
      { type: "presence", findable: ids(noor).found, looking: ids(noor).sought },
    ]);
    book.set(opened({ ...noor, note: "plays the oud" }));
    vi.advanceTimersByTime(1_000);
    expect(said()).toHaveLength(2);
  });

  it("hides whoever does not want to be found at all, and lets them look", () => {
    findable.set(false);
    begin();
    expect(said()[0]).toMatchObject({ findable: [], looking: { length: 2 } });
  });

  it("forgets somebody who is removed, and says so", () => {
    begin();
    signaling.says(there(noor, true));
    book.set(opened(sami));
    vi.advanceTimersByTime(1_000);
    expect([...whereabouts.online.get()]).toEqual([]);
    expect(said().at(-1)).toEqual({ type: "presence", findable: [], looking: ids(sami).sought });
  });

  it("uses the next day's ids when it comes", () => {
    begin();
    time = Date.UTC(2026, 10, 23, 12);
    vi.advanceTimersByTime(3_600_000);
    expect(said().at(-1)).toMatchObject({ findable: rendezvousOf(noor, time).found });
    expect(said().at(-1)?.findable).not.toEqual(said()[0]?.findable);
  });

  it("says nothing for somebody who has no contacts, and something when the last one goes", () => {
    book.set(opened());
    begin();
    expect(said()).toEqual([]);
    book.set(opened(noor));
    vi.advanceTimersByTime(1_000);
    book.set(opened());
    vi.advanceTimersByTime(1_000);
    expect(said().at(-1)).toEqual({ type: "presence", findable: [], looking: [] });
  });

  it("asks again later where the service could not say", () => {
    begin();
    signaling.says({ type: "error", code: "chain-stale", detail: "" });
    vi.advanceTimersByTime(60_000);
    expect(said()).toHaveLength(2);
  });

  it("tells whose call rings", () => {
    begin();
    expect(whereabouts.callerAt(ids(noor).found[0] ?? "")).toBe("noor");
    expect(whereabouts.callerAt(ids(noor).sought[0] ?? "")).toBeNull();
  });
});
