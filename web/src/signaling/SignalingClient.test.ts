import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServerMessage } from "../protocol/messages";
import { SignalingClient } from "./SignalingClient";
import type { SocketLike } from "./SignalingClient";

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

const welcome = {
  type: "welcome",
  connection: "c",
  sessionLimitSeconds: 300,
  relay: false,
  entitlement: null,
};

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

  it("keeps what is said too early and sends it in order once open", () => {
    const { signaling, newest } = client();
    signaling.open();
    expect(signaling.send({ type: "join", interests: [], languages: [] })).toBe("queued");
    expect(signaling.send({ type: "leave" })).toBe("queued");
    newest().opens();
    expect(newest().sent.map((frame) => (JSON.parse(frame) as { type: string }).type)).toEqual([
      "join",
      "leave",
    ]);
  });

  it("never keeps more than its queue holds", () => {
    const { signaling } = client();
    signaling.open();
    const outcomes = Array.from({ length: 65 }, () => signaling.send({ type: "leave" }));
    expect(outcomes.filter((outcome) => outcome === "queued")).toHaveLength(64);
    expect(outcomes.at(-1)).toBe("dropped");
  });

  it("gives up a connection that takes nothing any more", () => {
    const { signaling, newest } = client();
    signaling.open();
    newest().opens();
    newest().bufferedAmount = 2 << 20;
    expect(signaling.send({ type: "leave" })).toBe("dropped");
    expect(signaling.state.get()).toEqual({ kind: "lost", closing: "lost" });
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
    newest().says(welcome);
    newest().closes(1006);
    vi.advanceTimersByTime(300);
    expect(sockets).toHaveLength(4);
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

  it("tries at once when told that the network is back", () => {
    const { signaling, sockets, newest } = client();
    signaling.open();
    newest().opens();
    newest().closes(1006);
    signaling.hurry();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
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
});
