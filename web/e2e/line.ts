import { createSocket, type Socket } from "node:dgram";
import type { Person } from "./person";
import { intercept } from "./socket";

/** What a line does to what goes over it, in one direction. */
export interface Weather {
  /** How much it carries. */
  readonly bitsPerSecond?: number;
  /** The part of the packets that it loses, 0 to 1. */
  readonly loss?: number;
  /** How much longer each packet takes. */
  readonly delayMillis?: number;
}

/** A line that is longer full than this drops what comes in: a router of a home holds about as much. */
const LONGEST_QUEUE_MS = 300;
/** More addresses than a page on this machine ever offers. */
const DETOURS = 12;

/** One direction of a line. */
class Lane {
  weather: Weather = {};
  #freeAt = 0;

  /** Lets a packet pass when its time has come, or not at all. */
  carry(packet: Buffer, deliver: () => void): void {
    const { bitsPerSecond = Infinity, loss = 0, delayMillis = 0 } = this.weather;
    const now = performance.now();
    const begins = Math.max(now, this.#freeAt);
    if (Math.random() < loss || begins - now > LONGEST_QUEUE_MS) return;
    this.#freeAt = begins + (packet.length * 8_000) / bitsPerSecond;
    const wait = this.#freeAt - now + delayMillis;
    if (wait < 1) deliver();
    else setTimeout(deliver, wait);
  }
}

/** Two sockets in the way to one address: one where it seems to be, one that reaches it. */
class Detour {
  readonly #seeming: Socket;
  readonly #reaching: Socket;
  #owner: { readonly port: number; readonly address: string } | null = null;
  #guest: { readonly port: number; readonly address: string } | null = null;

  private constructor(seeming: Socket, reaching: Socket) {
    this.#seeming = seeming;
    this.#reaching = reaching;
  }

  static async open(): Promise<Detour> {
    return new Detour(await bound(), await bound());
  }

  /** Leads to this address from now on; returns the port of 127.0.0.1 under which it is to be known. */
  lead(address: string, port: number, toOwner: Lane, fromOwner: Lane): number {
    this.#owner = { address, port };
    this.#seeming.on("message", (packet, from) => {
      this.#guest = from;
      toOwner.carry(packet, () => this.#pass(this.#reaching, packet, this.#owner));
    });
    this.#reaching.on("message", (packet) =>
      fromOwner.carry(packet, () => this.#pass(this.#seeming, packet, this.#guest)),
    );
    return this.#seeming.address().port;
  }

  close(): void {
    this.#owner = this.#guest = null;
    this.#seeming.close();
    this.#reaching.close();
  }

  #pass(by: Socket, packet: Buffer, to: { port: number; address: string } | null): void {
    if (to !== null) by.send(packet, to.port, to.address);
  }
}

/**
 * The line between two people's browsers, with whatever weather a test wants. Each page is told that the other is at an
 * address of the test's own, so that everything between them passes here; it is theirs that measure it and react.
 */
export class Line {
  readonly #lanes = new Map<Person, Lane>();
  readonly #spare: Detour[];
  readonly #used: Detour[] = [];

  private constructor(spare: Detour[]) {
    this.#spare = spare;
  }

  /** To be laid before the two come in. */
  static async between(one: Person, other: Person): Promise<Line> {
    const detours = Array.from({ length: DETOURS }, () => Detour.open());
    const line = new Line(await Promise.all(detours));
    for (const person of [one, other]) line.#lanes.set(person, new Lane());
    await line.#lead(one, other);
    await line.#lead(other, one);
    return line;
  }

  /** What happens from now on to what this person sends. */
  from(person: Person, weather: Weather): void {
    this.#lane(person).weather = weather;
  }

  close(): void {
    for (const detour of [...this.#used, ...this.#spare]) detour.close();
  }

  #lead(reader: Person, writer: Person): Promise<void> {
    return intercept(reader, (message) => {
      const signal = JSON.parse(message) as Signal;
      if (signal.type !== "signal") return message;
      const { candidate, description } = signal.payload;
      if (typeof candidate?.candidate === "string" && candidate.candidate !== "") {
        const led = this.#led(candidate.candidate, writer, reader);
        if (led === null) return null;
        candidate.candidate = led;
      }
      if (description !== undefined) {
        description.sdp = description.sdp
          .split("\r\n")
          .flatMap((line) => {
            if (!line.startsWith("a=candidate:")) return [line];
            const led = this.#led(line.slice("a=".length), writer, reader);
            return led === null ? [] : [`a=${led}`];
          })
          .join("\r\n");
      }
      return JSON.stringify(signal);
    });
  }

  /** A candidate (RFC 8839 §5.1) with an address of the line's instead of its own; null for what cannot be led. */
  #led(candidate: string, writer: Person, reader: Person): string | null {
    const parts = candidate.split(" ");
    const [, , protocol, , address, port] = parts;
    const detour = this.#spare[0];
    const leads = protocol?.toLowerCase() === "udp" && address?.includes(":") === false;
    if (!leads || detour === undefined) return null;
    this.#used.push(detour);
    this.#spare.shift();
    const seeming = detour.lead(address, Number(port), this.#lane(reader), this.#lane(writer));
    return parts.with(4, "127.0.0.1").with(5, String(seeming)).join(" ");
  }

  #lane(person: Person): Lane {
    const lane = this.#lanes.get(person);
    if (lane === undefined) throw new Error(`${person.name} is not on this line`);
    return lane;
  }
}

interface Signal {
  readonly type: string;
  readonly payload: {
    readonly candidate?: { candidate: string } | null;
    readonly description?: { sdp: string };
  };
}

function bound(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createSocket("udp4");
    socket.once("error", reject);
    socket.bind(0, "127.0.0.1", () => resolve(socket));
  });
}
