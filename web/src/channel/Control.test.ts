import { describe, expect, it } from "vitest";
import { Control, LARGEST_MESSAGE, readMessage } from "./Control";

/** A data channel whose other end is the test. */
class FakeChannel {
  readyState = "connecting";
  bufferedAmount = 0;
  readonly sent: string[] = [];
  onopen: () => void = () => undefined;
  onclose: () => void = () => undefined;
  onmessage: (event: { data: unknown }) => void = () => undefined;

  opens(): void {
    this.readyState = "open";
    this.onopen();
  }
  closes(): void {
    this.readyState = "closed";
    this.onclose();
  }
  send(text: string): void {
    this.sent.push(text);
  }
}

function scene() {
  const control = new Control();
  const channel = new FakeChannel();
  control.attach(channel as unknown as RTCDataChannel);
  return { control, channel };
}

describe("the control channel", () => {
  it("keeps what is said early, in order, and says when it is open", () => {
    const { control, channel } = scene();
    expect(control.send("media", { camera: true })).toBe(true);
    expect(control.send("chat", { text: "hello" })).toBe(true);
    expect(control.open.get()).toBe(false);
    channel.opens();
    expect(control.open.get()).toBe(true);
    expect(channel.sent.map((text) => readMessage(text))).toEqual([
      { topic: "media", body: { camera: true } },
      { topic: "chat", body: { text: "hello" } },
    ]);
  });

  it("hands a message to those who listen to its topic, and to nobody else", () => {
    const { control, channel } = scene();
    const heard: unknown[] = [];
    const stop = control.on("chat", (body) => heard.push(body));
    control.on("media", () => heard.push("wrong"));
    channel.onmessage({ data: '{"topic":"chat","body":{"text":"hello"}}' });
    stop();
    channel.onmessage({ data: '{"topic":"chat","body":{"text":"again"}}' });
    expect(heard).toEqual([{ text: "hello" }]);
  });

  it("keeps only so much for a channel that does not open", () => {
    const { control } = scene();
    const kept = Array.from({ length: 100 }, () => control.send("chat", {})).filter(Boolean);
    expect(kept).toHaveLength(64);
  });

  it("refuses what would not fit, or would only pile up", () => {
    const { control, channel } = scene();
    channel.opens();
    expect(control.send("chat", { text: "x".repeat(LARGEST_MESSAGE) })).toBe(false);
    channel.bufferedAmount = 2 << 20;
    expect(control.send("chat", { text: "x" })).toBe(false);
    expect(channel.sent).toEqual([]);
  });

  it("is silent in both directions once closed", () => {
    const { control, channel } = scene();
    const heard: unknown[] = [];
    control.on("chat", (body) => heard.push(body));
    channel.opens();
    channel.closes();
    channel.onmessage({ data: '{"topic":"chat","body":{}}' });
    expect(control.send("chat", {})).toBe(false);
    expect(control.open.get()).toBe(false);
    expect(heard).toEqual([]);
  });

  it.each([
    ["no text", new ArrayBuffer(4)],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["no topic", '{"body":{}}'],
    ["a topic that is no text", '{"topic":1,"body":{}}'],
    ["a body that is no object", '{"topic":"chat","body":[]}'],
    ["too much", JSON.stringify({ topic: "chat", body: { text: "x".repeat(LARGEST_MESSAGE) } })],
  ])("passes over %s", (_what, data) => {
    expect(readMessage(data)).toBeNull();
  });
});
