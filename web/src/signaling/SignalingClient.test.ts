import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServerMessage } from "../protocol/messages";
import { SignalingClient } from "./SignalingClient";
import type { SocketLike } from "./SignalingClient";
import { ANSWER_MS, SILENCE_MS } from "./Vigil";

class FakeSocket implements SocketLike {
  readonly sent: string[] = [];
  readyState: SocketLike["readyState"] = 0;
  bufferedAmount = 0;
  onopen: SocketLike["onopen"] = null;
  onmessage: SocketLike["onmessage"] = null;
  onclose: SocketLike["onclose"] = null;

  send(frame: string): void {
    this.sent.push(frame);
  }

  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.({} as Event);
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) } as MessageEvent);
  }

  closes(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }
}

const welcome = (resume: string) => ({
  ...{ type: "welcome", connection: "c", resume },
  ...{ sessionLimitSeconds: 300, relay: false, entitlement: null },
});
const NOBODY = { staked: false, passes: 0, features: [], mayMeet: false };
const waiting = (others: number) => ({ type: "waiting", others, widened: false });
const again = (encounter: string) => ({ type: "again", encounter, yes: true }) as const;

function client(signedIn = true) {
  const sockets: FakeSocket[] = [];
  const signaling = new SignalingClient({
    connect: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    signedIn: () => Promise.resolve(signedIn),
    random: () => 0.5,
  });
  const newest = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error("no socket was opened");
    return socket;
  };
  return { signaling, sockets, newest };
}

describe("SignalingClient", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("opens one socket, however often it is asked", () => {
    const { signaling, sockets } = client();
    signaling.open();
    signaling.open();
    expect(sockets).toHaveLength(1);
  });

  it("says nothing before it is welcomed", () => {
    const { signaling, newest } = client();
    signaling.open();
    newest().opens();
    expect(signaling.send({ type: "leave" })).toBe("dropped");
    newest().says(welcome("t1"));
    expect(signaling.send({ type: "leave" })).toBe("sent");
    expect(newest().sent).toEqual(['{"type":"leave"}']);
  });

  it("gives up a connection that takes nothing any more", () => {
    const { signaling, newest } = client();
    signaling.open();
    newest().opens();
    newest().says(welcome("t1"));
    newest().bufferedAmount = 2 << 20;
    expect(signaling.send({ type: "leave" })).toBe("kept");
    expect(signaling.state.get()).toEqual({ kind: "lost", closing: "lost", kept: true });
  });

  it("hands on what it understands and lets the rest pass", () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { signaling, newest } = client();
    const heard: ServerMessage[] = [];
    signaling.listen((message) => heard.push(message));
    signaling.open();
    newest().opens();
    newest().says({ type: "weather" });
    newest().says({ type: "waiting" });
    newest().says({ type: "waiting", others: 2, widened: false });
    expect(heard).toEqual([{ type: "waiting", others: 2, widened: false }]);
  });

  it("comes back after a loss, later each time, until it is welcomed", () => {
    const { signaling, sockets, newest } = client();
    signaling.open();
    newest().opens();
    newest().closes(1006);
    vi.advanceTimersByTime(299);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(2);
    newest().opens();
    newest().closes(1006);
    vi.advanceTimersByTime(599);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    newest().opens();
    newest().says(welcome("t1"));
    newest().closes(1006);
    vi.advanceTimersByTime(300);
    expect(sockets).toHaveLength(4);
  });

  it("says that the service restarts until it is back", async () => {
    const { signaling, newest } = client();
    signaling.open();
    newest().opens();
    newest().says(welcome("one"));
    newest().closes(1012);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(signaling.state.get()).toMatchObject({ kind: "lost", closing: "restart" });
      await vi.advanceTimersByTimeAsync(5_000);
      newest().closes(1006);
      await vi.advanceTimersByTimeAsync(0);
    }
    await vi.advanceTimersByTimeAsync(5_000);
    newest().opens();
    newest().says(welcome("two"));
    newest().says({ type: "error", code: "resume-unknown", detail: "" });
    expect(signaling.state.get()).toEqual({ kind: "open" });
    newest().closes(1006);
    expect(signaling.state.get()).toMatchObject({ kind: "lost", closing: "lost" });
  });

  it("comes back within the time a departing service asks for", () => {
    const { signaling, sockets, newest } = client();
    signaling.open();
    newest().opens();
    newest().says({ type: "going-away", reconnectWithinMillis: 4000 });
    newest().closes(1012);
    vi.advanceTimersByTime(1999);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(2);
  });

  it.each([4401, 4408])("stays away after %i", (code) => {
    const { signaling, sockets, newest } = client();
    signaling.open();
    newest().opens();
    newest().closes(code);
    vi.advanceTimersByTime(60_000);
    expect(signaling.state.get()).toEqual({ kind: "signed-out" });
    expect(sockets).toHaveLength(1);
  });

  it("asks whether it is signed in when the upgrade was refused", async () => {
    const { signaling, sockets, newest } = client(false);
    signaling.open();
    newest().closes(1006);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(signaling.state.get()).toEqual({ kind: "signed-out" });
    expect(sockets).toHaveLength(1);
  });

  it("gives up an attempt that leads nowhere", () => {
    const { signaling, sockets, newest } = client();
    signaling.open();
    newest().opens();
    vi.advanceTimersByTime(5_000 + 300);
    expect(sockets).toHaveLength(2);
    expect(signaling.state.get()).toEqual({ kind: "lost", closing: "lost", kept: false });
  });

  it("tries at once when told that the network is back", () => {
    const { signaling, sockets, newest } = client();
    signaling.open();
    newest().opens();
    newest().closes(1006);
    signaling.hurry();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(4_999);
    expect(sockets).toHaveLength(2);
  });

  it("leaves nothing behind when closed", () => {
    const { signaling, sockets, newest } = client();
    signaling.open();
    newest().closes(1006);
    signaling.close();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(signaling.state.get()).toEqual({ kind: "closed" });
  });

  describe("after a loss", () => {
    /** A client that has said `one` and heard two messages, and has lost its socket since. */
    function lost() {
      const world = client();
      const { signaling, newest } = world;
      const heard: ServerMessage[] = [];
      signaling.listen((message) => heard.push(message));
      signaling.open();
      newest().opens();
      newest().says(welcome("t1"));
      signaling.send(again("one"));
      newest().says(waiting(1));
      newest().says({ type: "weather" });
      newest().closes(1006);
      heard.length = 0;
      return { ...world, heard };
    }

    function comeBack({ newest }: Pick<ReturnType<typeof lost>, "newest">): void {
      vi.advanceTimersByTime(1_000);
      newest().opens();
      newest().says(welcome("t2"));
    }

    it("asks for its line first of all, with what it has heard of it", () => {
      const world = lost();
      expect(world.signaling.send(again("two"))).toBe("kept");
      comeBack(world);
      expect(world.newest().sent).toEqual(['{"type":"resume","token":"t1","received":2}']);
      expect(world.signaling.state.get().kind).toBe("lost");
    });

    it("says again exactly what has not arrived, and goes on", () => {
      const world = lost();
      const { signaling, newest, heard } = world;
      signaling.send(again("two"));
      comeBack(world);
      signaling.send(again("three"));
      newest().says({ type: "resumed", received: 1 });
      newest().says(waiting(5));
      signaling.send(again("four"));
      expect(newest().sent.slice(1)).toEqual(
        ["two", "three", "four"].map((encounter) => JSON.stringify(again(encounter))),
      );
      expect(signaling.state.get()).toEqual({ kind: "open" });
      expect(heard).toEqual([{ type: "resumed", received: 1 }, waiting(5)]);
    });

    it("counts on where it was when it loses the line's second socket, too", () => {
      const world = lost();
      comeBack(world);
      world.newest().says({ type: "resumed", received: 1 });
      world.newest().says(waiting(5));
      world.newest().closes(1006);
      comeBack(world);
      expect(world.newest().sent).toEqual(['{"type":"resume","token":"t1","received":3}']);
    });

    it("begins anew when the service has forgotten, and forgets what was kept", () => {
      const world = lost();
      const { signaling, newest, heard } = world;
      signaling.send(again("two"));
      comeBack(world);
      newest().says({ type: "entitlement", entitlement: NOBODY });
      newest().says({ type: "error", code: "resume-unknown", detail: "…" });
      expect(heard.map(({ type }) => type)).toEqual(["entitlement", "welcome"]);
      expect(newest().sent).toHaveLength(1);
      expect(signaling.state.get()).toEqual({ kind: "open" });
      newest().closes(1006);
      comeBack(world);
      expect(newest().sent).toEqual(['{"type":"resume","token":"t2","received":2}']);
    });

    it("begins anew when it has said more than it keeps", () => {
      const world = lost();
      const { signaling, newest, heard } = world;
      for (let i = 0; i < 65; i += 1) signaling.send({ type: "leave" });
      comeBack(world);
      newest().says({ type: "resumed", received: 1 });
      expect(signaling.state.get()).toMatchObject({ kind: "lost", kept: false });
      comeBack(world);
      expect(newest().sent).toEqual([]);
      expect(heard.map(({ type }) => type)).toEqual(["welcome"]);
    });
  });

  describe("when the network has changed", () => {
    function open() {
      const world = client();
      world.signaling.open();
      world.newest().opens();
      world.newest().says(welcome("t1"));
      return world;
    }

    it("takes the line to another socket and uses the old one until then", () => {
      const { signaling, sockets, newest } = open();
      const old = newest();
      signaling.hurry();
      expect(sockets).toHaveLength(2);
      expect(signaling.state.get()).toEqual({ kind: "open" });
      old.says(waiting(1));
      signaling.send(again("one"));
      expect(old.sent).toHaveLength(1);
      newest().opens();
      newest().says(welcome("t2"));
      expect(newest().sent).toEqual(['{"type":"resume","token":"t1","received":1}']);
      expect(old.readyState).toBe(1);
      newest().says({ type: "resumed", received: 1 });
      expect(old.readyState).toBe(3);
      expect(signaling.send(again("two"))).toBe("sent");
      expect(newest().sent.at(-1)).toBe(JSON.stringify(again("two")));
    });

    it("hears nothing of the old one any more once it has asked", () => {
      const { signaling, newest } = open();
      const old = newest();
      const heard: ServerMessage[] = [];
      signaling.listen((message) => heard.push(message));
      signaling.hurry();
      newest().opens();
      newest().says(welcome("t2"));
      old.says(waiting(1));
      old.closes(4409);
      expect(heard).toEqual([]);
      expect(signaling.state.get()).toEqual({ kind: "open" });
    });

    it("goes on opening when the old one breaks meanwhile", () => {
      const { signaling, sockets, newest } = open();
      const old = newest();
      signaling.hurry();
      old.closes(1006);
      expect(signaling.state.get()).toMatchObject({ kind: "lost", kept: true });
      expect(sockets).toHaveLength(2);
      newest().opens();
      newest().says(welcome("t2"));
      newest().says({ type: "resumed", received: 0 });
      expect(signaling.state.get()).toEqual({ kind: "open" });
    });
  });

  describe("in silence", () => {
    const PING = '{"type":"ping"}';
    const ask = SILENCE_MS;

    function watched() {
      const made = client();
      made.signaling.open();
      made.newest().opens();
      made.newest().says(welcome("t1"));
      made.signaling.watch(true);
      return made;
    }

    it("asks whether the service is there, and is content with any answer", () => {
      const { sockets, newest } = watched();
      vi.advanceTimersByTime(ask - 1);
      expect(newest().sent).toEqual([]);
      vi.advanceTimersByTime(1);
      expect(newest().sent).toEqual([PING]);
      newest().says({ type: "pong" });
      vi.advanceTimersByTime(ask - 1);
      newest().says(waiting(1));
      vi.advanceTimersByTime(ask - 1);
      expect(newest().sent).toEqual([PING]);
      expect(sockets).toHaveLength(1);
    });

    it("takes the line to another socket when there is no answer, and says nothing twice", () => {
      const { signaling, sockets, newest } = watched();
      vi.advanceTimersByTime(ask + ANSWER_MS);
      expect(sockets).toHaveLength(2);
      newest().opens();
      newest().says(welcome("t2"));
      expect(newest().sent).toEqual(['{"type":"resume","token":"t1","received":0}']);
      newest().says({ type: "resumed", received: 1 });
      expect(sockets[0]?.readyState).toBe(3);
      expect(signaling.state.get()).toEqual({ kind: "open" });
      vi.advanceTimersByTime(ask);
      expect(newest().sent.slice(1)).toEqual([PING]);
    });

    it("is lost, and keeps trying, when another socket is not welcomed either", () => {
      const { signaling, sockets } = watched();
      vi.advanceTimersByTime(ask + ANSWER_MS + 5_000);
      expect(signaling.state.get()).toEqual({ kind: "lost", closing: "lost", kept: true });
      vi.advanceTimersByTime(5_000);
      expect(sockets.length).toBeGreaterThan(2);
    });

    it("leaves a socket alone as long as nothing is going on", () => {
      const { signaling, newest } = watched();
      signaling.watch(false);
      vi.advanceTimersByTime(10 * ask);
      expect(newest().sent).toEqual([]);
      signaling.watch(true);
      vi.advanceTimersByTime(ask);
      expect(newest().sent).toEqual([PING]);
    });

    it("asks at once when something may have happened, and once only", () => {
      const { signaling, sockets, newest } = watched();
      signaling.watch(false);
      signaling.probe();
      signaling.probe();
      expect(newest().sent).toEqual([PING]);
      vi.advanceTimersByTime(ANSWER_MS);
      signaling.probe();
      expect(sockets).toHaveLength(2);
    });

    it("does not wait for the next attempt when something may have happened", () => {
      const { signaling, sockets, newest } = watched();
      newest().closes(1006);
      signaling.probe();
      expect(sockets).toHaveLength(2);
    });
  });
});
