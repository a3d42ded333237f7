import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AT_REST } from "../call/state";
import type { CallState } from "../call/state";
import type { Body, ControlPort } from "../channel/Control";
import { Variable } from "../signaling/observable";
import { Chat, CHAT_TOPIC } from "./Chat";
import { MOST_WAITING } from "./conversation";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** How long a message is under way, in milliseconds. */
const UNDERWAY_MS = 1;
/** Lets everything arrive, and what is answered to it. */
function settle(): void {
  vi.advanceTimersByTime(10 * UNDERWAY_MS);
}

/** One end of a control channel: what is sent arrives at the other end, in order, or waits while the path is cut. */
class FakeControl implements ControlPort {
  readonly open = new Variable(true);
  /** Everything that was sent into it. */
  readonly sent: Body[] = [];
  full = false;
  cut = false;
  other: FakeControl | null = null;
  readonly #underway: Body[] = [];
  readonly #listeners = new Set<(body: Body) => void>();

  send(topic: string, body: Body): boolean {
    expect(topic).toBe(CHAT_TOPIC);
    if (this.full) return false;
    this.sent.push(body);
    this.#underway.push(body);
    setTimeout(() => this.#arrive(), UNDERWAY_MS);
    return true;
  }
  on(topic: string, listener: (body: Body) => void): () => void {
    expect(topic).toBe(CHAT_TOPIC);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  hears(body: Body): void {
    for (const listener of [...this.#listeners]) listener(body);
  }
  mend(): void {
    this.cut = false;
    setTimeout(() => this.#arrive(), UNDERWAY_MS);
  }
  #arrive(): void {
    if (this.cut) return;
    for (const body of this.#underway.splice(0)) this.other?.hears(body);
  }
  get said(): readonly Body[] {
    return this.sent.filter((body) => "say" in body);
  }
}

function connecting(encounter: string): CallState {
  return {
    phase: "connecting",
    wish: { interests: [], languages: [], hideAddress: false },
    match: {
      ...{ type: "matched", encounter, polite: true, relayOnly: false },
      ...{ iceServers: [], interests: [], languages: [], connectWithinMillis: 15_000 },
    },
    peerAway: false,
    giveUpAt: 0,
    decoded: false,
  } as unknown as CallState;
}

/** One person's chat, whose call and connection the test decides. */
function person() {
  const call = new Variable<CallState>(AT_REST);
  const peer = new Variable<{ readonly control: ControlPort } | null>(null);
  let unseen = 0;
  const chat = new Chat({
    call,
    peer,
    onUnseen: () => (unseen += 1),
    now: () => Date.now(),
    time: () => Date.now(),
  });
  return {
    chat,
    call,
    peer,
    unseen: () => unseen,
    meets: (encounter: string, control: ControlPort) => {
      peer.set({ control });
      call.set(connecting(encounter));
    },
    says: (text: string) => {
      chat.write(text);
      const taken = chat.send();
      settle();
      return taken;
    },
    texts: () => chat.conversation.get().messages.map(({ from, text }) => `${from}: ${text}`),
    delivered: () =>
      chat.conversation
        .get()
        .messages.filter(({ from }) => from === "me")
        .map(({ delivered }) => delivered),
  };
}

function pair(): readonly [FakeControl, FakeControl] {
  const [one, other] = [new FakeControl(), new FakeControl()];
  one.other = other;
  other.other = one;
  return [one, other];
}

function encounter() {
  const [ada, hana] = [person(), person()];
  const [adas, hanas] = pair();
  ada.meets("first", adas);
  hana.meets("first", hanas);
  return { ada, hana, adas, hanas };
}

describe("a chat", () => {
  it("brings what one writes to the other, and back that it is there", () => {
    const { ada, hana } = encounter();
    expect(ada.says("hello")).toBe(true);
    expect(hana.says("hi <b>you</b>")).toBe(true);
    expect(ada.texts()).toEqual(["me: hello", "them: hi <b>you</b>"]);
    expect(hana.texts()).toEqual(["them: hello", "me: hi <b>you</b>"]);
    expect(ada.delivered()).toEqual([true]);
    expect(ada.chat.draft.get()).toBe("");
  });

  it("counts what nobody has looked at, and tells of it", () => {
    const { ada, hana } = encounter();
    ada.says("hello");
    ada.says("are you there?");
    expect(hana.chat.conversation.get().unread).toBe(2);
    expect(hana.unseen()).toBe(2);
    hana.chat.attend(true);
    expect(hana.chat.conversation.get().unread).toBe(0);
    ada.says("there you are");
    expect(hana.chat.conversation.get().unread).toBe(0);
    expect(hana.unseen()).toBe(2);
  });

  it("says that somebody types, until they send it", () => {
    const { ada, hana } = encounter();
    ada.chat.write("hel");
    settle();
    expect(hana.chat.typing.theirs.get()).toBe(true);
    ada.chat.write("hello");
    ada.chat.send();
    settle();
    expect(hana.chat.typing.theirs.get()).toBe(false);
    ada.chat.write("x");
    ada.chat.write("");
    settle();
    expect(hana.chat.typing.theirs.get()).toBe(false);
  });

  it("does not call delivered what has only been sent", () => {
    const { ada, hana, adas } = encounter();
    adas.cut = true;
    ada.says("hello");
    expect(ada.delivered()).toEqual([false]);
    adas.mend();
    settle();
    expect(ada.delivered()).toEqual([true]);
    expect(hana.texts()).toEqual(["them: hello"]);
  });

  it("tries again what the channel does not take", () => {
    const { ada, hana, adas } = encounter();
    adas.full = true;
    expect(ada.says("hello")).toBe(true);
    expect(hana.texts()).toEqual([]);
    adas.full = false;
    vi.advanceTimersByTime(1_100);
    expect(hana.texts()).toEqual(["them: hello"]);
    expect(ada.delivered()).toEqual([true]);
  });

  it("loses nothing and doubles nothing when the connection has to be made anew", () => {
    const { ada, hana, adas, hanas } = encounter();
    ada.says("one");
    // Of the second the acknowledgement is lost, and the third itself.
    hanas.cut = true;
    ada.says("two");
    adas.cut = true;
    ada.says("three");
    expect(ada.delivered()).toEqual([true, false, false]);
    const [another, theirs] = pair();
    ada.peer.set(null);
    hana.peer.set(null);
    hana.peer.set({ control: theirs });
    ada.peer.set({ control: another });
    settle();
    expect(hana.texts()).toEqual(["them: one", "them: two", "them: three"]);
    expect(ada.delivered()).toEqual([true, true, true]);
  });

  it("goes on in a further round of the same encounter", () => {
    const { ada, hana } = encounter();
    ada.says("again?");
    for (const { call } of [ada, hana])
      call.set({ ...connecting("first"), phase: "asking" } as CallState);
    for (const { call } of [ada, hana])
      call.set({ ...connecting("first"), phase: "live" } as CallState);
    hana.says("yes!");
    expect(ada.texts()).toEqual(["me: again?", "them: yes!"]);
  });

  it("keeps nothing of the last person", () => {
    const { ada, hana, hanas } = encounter();
    ada.says("my secret");
    ada.chat.write("half a");
    hana.says("hi");
    hana.chat.write("hm");
    settle();
    ada.peer.set(null);
    ada.call.set(AT_REST);
    expect(ada.texts()).toEqual([]);
    expect(ada.chat.draft.get()).toBe("");
    expect(ada.chat.conversation.get().unread).toBe(0);
    expect(ada.chat.typing.theirs.get()).toBe(false);
    const [adas, brunos] = pair();
    const bruno = person();
    ada.meets("second", adas);
    bruno.meets("second", brunos);
    hanas.send(CHAT_TOPIC, { say: 2, text: "still here" });
    ada.says("hello");
    expect(adas.said).toEqual([{ say: 1, text: "hello" }]);
    expect(ada.texts()).toEqual(["me: hello"]);
    expect(ada.delivered()).toEqual([true]);
    expect(bruno.texts()).toEqual(["them: hello"]);
  });

  it("has nobody to write to between two encounters", () => {
    const { ada, adas } = encounter();
    adas.full = true;
    ada.says("too late");
    ada.peer.set(null);
    ada.call.set(AT_REST);
    adas.full = false;
    vi.advanceTimersByTime(60_000);
    expect(adas.said).toEqual([]);
  });
});

describe("a chat with somebody who floods it", () => {
  it("takes no more than people write, and acknowledges nothing that it did not take", () => {
    const { hana, hanas } = encounter();
    for (let say = 1; say <= 10_000; say++) hanas.hears({ say, text: "x".repeat(4_000) });
    settle();
    expect(hana.texts()).toHaveLength(30);
    expect(hanas.sent.filter((body) => "heard" in body).at(-1)).toEqual({ heard: 30 });
    expect(hana.unseen()).toBe(2);
    // It may go on where it was, at a bearable pace.
    vi.advanceTimersByTime(1_000);
    for (let say = 31; say <= 10_000; say++) hanas.hears({ say, text: "x" });
    settle();
    expect(hana.texts()).toHaveLength(35);
  });

  it("grows no further however long it lasts", () => {
    const { hana, hanas } = encounter();
    for (let say = 1; say <= 5_000; say++) {
      vi.advanceTimersByTime(200);
      hanas.hears({ say, text: "x" });
    }
    settle();
    expect(hana.chat.conversation.get().heard).toBe(5_000);
    expect(hana.texts()).toHaveLength(500);
  });

  it.each([{ say: {} }, { say: 1, text: null }, { heard: "all" }, { typing: "yes" }, {}])(
    "is not disturbed by %j",
    (body) => {
      const { ada, hana, adas } = encounter();
      adas.send(CHAT_TOPIC, body);
      ada.says("hello");
      expect(hana.texts()).toEqual(["them: hello"]);
      expect(hana.chat.typing.theirs.get()).toBe(false);
    },
  );
});

describe("an honest page", () => {
  it("loses nothing however much is written, also through a path that stood still", () => {
    const { ada, hana, adas } = encounter();
    const sent: string[] = [];
    for (let each = 1; each <= MOST_WAITING; each++) {
      if (each === 15) adas.cut = true;
      if (each === 60) adas.mend();
      if (ada.says(`message ${each}`)) sent.push(`them: message ${each}`);
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(MOST_WAITING);
    expect(hana.texts()).toEqual(sent);
    expect(new Set(ada.delivered())).toEqual(new Set([true]));
  });

  it("keeps the draft that it has no room for", () => {
    const { ada, adas } = encounter();
    adas.cut = true;
    for (let each = 0; each < MOST_WAITING; each++) expect(ada.says("hello?")).toBe(true);
    expect(ada.says("one more")).toBe(false);
    expect(ada.chat.draft.get()).toBe("one more");
  });
});
