import { expect, type Page, type WebSocketRoute } from "@playwright/test";
import { newNonce } from "../src/verification/authenticationString";
import { begin, type Handshake, receive } from "../src/verification/handshake";
import type { Person } from "./person";

type Side = "a" | "b";

/** What somebody in the middle does with the pages' words about who they are. */
export type Manner =
  /** Passes everything on as it is. */
  | "verbatim"
  /** Makes the handshake with each of the two, as if they were the other. */
  | "cunning";

interface Between {
  readonly open: (side: Side, offers: boolean) => void;
  readonly hear: (side: Side, payload: unknown) => void;
  readonly say: (side: Side, text: string) => void;
  readonly fingerprints: (side: Side) => { readonly own: string; readonly theirs: string };
}

declare global {
  interface Window {
    /** Of the page in the middle. */
    between: Between;
    toPage: (side: Side, payload: unknown) => void;
    overheard: (side: Side, text: string | null) => void;
  }
}

interface Matched {
  readonly encounter: string;
  readonly peer: string;
  readonly polite: boolean;
}

/**
 * A service that has turned bad: it passes no description on, but has a browser page of its own with a connection to
 * each of the two. Pictures, voices and data go from one connection to the other, so that both see each other.
 */
export class Middle {
  readonly handshakes: Partial<Record<Side, Handshake>> = {};
  readonly #page: Page;
  readonly #manner: Manner;
  readonly #sockets: Partial<Record<Side, WebSocketRoute>> = {};
  readonly #matched: Partial<Record<Side, Matched>> = {};
  /** A page hears that it is matched before anything that it hears for that. */
  readonly #order: Record<Side, Promise<void>> = { a: Promise.resolve(), b: Promise.resolve() };
  #thought = Promise.resolve();

  private constructor(page: Page, manner: Manner) {
    this.#page = page;
    this.#manner = manner;
  }

  /** Stands between the two from their next socket on. The page in the middle is a window of the first one's browser. */
  static async stand(a: Person, b: Person, manner: Manner): Promise<Middle> {
    const page = await a.page.context().newPage();
    const middle = new Middle(page, manner);
    await page.exposeFunction("toPage", (side: Side, payload: unknown) =>
      middle.#tell(side, payload),
    );
    await page.exposeFunction("overheard", (side: Side, text: string | null) => {
      // One after another: what a page says first is to be thought of first.
      middle.#thought = middle.#thought.then(() => middle.#overhear(side, text));
      return middle.#thought;
    });
    await page.evaluate(stand, manner);
    await middle.#route("a", a);
    await middle.#route("b", b);
    await a.page.bringToFront();
    return middle;
  }

  /** What the one in the middle shows to a side, as far as they have agreed. */
  string(side: Side): readonly string[] {
    const handshake = this.handshakes[side];
    return handshake?.at === "agreed" ? handshake.string.map(({ name }) => name) : [];
  }

  async leave(): Promise<void> {
    await this.#page.close();
  }

  async #route(side: Side, { page }: Person): Promise<void> {
    await page.routeWebSocket(/\/api\/socket$/, (socket) => {
      const service = socket.connectToServer();
      this.#sockets[side] = socket;
      service.onMessage((message) => {
        const heard = JSON.parse(message.toString()) as { type: string } & Matched;
        if (heard.type === "signal") return;
        this.#then(side, async () => {
          if (heard.type === "matched") {
            this.#matched[side] = heard;
            await this.#page.evaluate(([to, offers]) => window.between.open(to, offers), [
              side,
              heard.polite,
            ] as const);
          }
          socket.send(message);
        });
      });
      socket.onMessage((message) => {
        const said = JSON.parse(message.toString()) as { type: string; payload: unknown };
        if (said.type === "signal") {
          this.#then(side, () =>
            this.#page.evaluate(([from, payload]) => window.between.hear(from, payload), [
              side,
              said.payload,
            ] as const),
          );
        } else service.send(message);
      });
    });
  }

  #tell(side: Side, payload: unknown): void {
    const matched = this.#matched[side];
    if (matched === undefined) return;
    const { encounter, peer } = matched;
    const signal = JSON.stringify({ type: "signal", encounter, from: peer, payload });
    this.#then(side, () => this.#sockets[side]?.send(signal));
  }

  #then(side: Side, act: () => Promise<void> | void): void {
    this.#order[side] = this.#order[side].then(act);
  }

  /** Null: the channel is open. */
  async #overhear(side: Side, text: string | null): Promise<void> {
    if (this.#manner === "verbatim") return;
    const { polite } = this.#matched[side] ?? { polite: false };
    const before = this.handshakes[side];
    if (text === null) {
      const ends = await this.#page.evaluate((to) => window.between.fingerprints(to), side);
      await this.#take(side, begin({ role: polite ? "impolite" : "polite", ...ends }, newNonce()));
    } else if (before !== undefined) {
      const { body } = JSON.parse(text) as { body: Record<string, unknown> };
      await this.#take(side, receive(before, body));
    }
  }

  async #take(side: Side, { handshake, send }: ReturnType<typeof begin>): Promise<void> {
    this.handshakes[side] = handshake;
    for (const body of send) {
      const text = JSON.stringify({ topic: "verification", body });
      await this.#page.evaluate(([to, said]) => window.between.say(to, said), [
        side,
        text,
      ] as const);
    }
  }
}

/** Runs in the page in the middle. */
function stand(manner: Manner): void {
  interface Line {
    readonly pc: RTCPeerConnection;
    readonly channel: RTCDataChannel;
  }
  const unsaid: Record<Side, string[]> = { a: [], b: [] };
  const lines: Partial<Record<Side, Line>> = {};
  const other = (side: Side): Side => (side === "a" ? "b" : "a");

  /** Whatever comes from one goes to the other, slot by slot. */
  const relay = (): void => {
    for (const side of ["a", "b"] as const) {
      const to = lines[other(side)]?.pc.getTransceivers() ?? [];
      for (const [slot, { receiver }] of (lines[side]?.pc.getTransceivers() ?? []).entries())
        void to[slot]?.sender.replaceTrack(receiver.track);
    }
  };

  const say = (side: Side, text: string): void => {
    const line = lines[side];
    if (line?.channel.readyState === "open") line.channel.send(text);
    else unsaid[side].push(text);
  };

  window.between = {
    say,
    open: (side, offers) => {
      const pc = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
      if (offers)
        for (const kind of ["audio", "video", "video", "audio"])
          pc.addTransceiver(kind, { direction: "sendrecv" });
      const channel = pc.createDataChannel("control", { negotiated: true, id: 0 });
      lines[side] = { pc, channel };
      channel.onopen = () => {
        window.overheard(side, null);
        for (const text of unsaid[side].splice(0)) channel.send(text);
      };
      channel.onmessage = ({ data }: MessageEvent<string>) => {
        const { topic } = JSON.parse(data) as { topic: string };
        if (manner === "cunning" && topic === "verification") window.overheard(side, data);
        else say(other(side), data);
      };
      pc.onicecandidate = ({ candidate }) =>
        window.toPage(side, { candidate: candidate?.toJSON() ?? null });
      if (offers)
        pc.onnegotiationneeded = async () => {
          await pc.setLocalDescription();
          window.toPage(side, { description: pc.localDescription?.toJSON() as unknown });
          relay();
        };
    },
    hear: (side, payload) => {
      const pc = lines[side]?.pc;
      if (pc === undefined) return;
      const { description, candidate } = payload as {
        description?: RTCSessionDescriptionInit;
        candidate?: RTCIceCandidateInit | null;
      };
      const applied = async (): Promise<void> => {
        if (description === undefined) {
          await pc.addIceCandidate(candidate);
          return;
        }
        await pc.setRemoteDescription(description);
        if (description.type === "offer") {
          for (const transceiver of pc.getTransceivers()) transceiver.direction = "sendrecv";
          await pc.setLocalDescription();
          window.toPage(side, { description: pc.localDescription?.toJSON() as unknown });
        }
        relay();
      };
      void applied();
    },
    fingerprints: (side) => {
      const of = (description: RTCSessionDescription | null | undefined): string =>
        (/a=fingerprint:sha-256 (\S+)/.exec(description?.sdp ?? "")?.[1] ?? "")
          .replaceAll(":", "")
          .toLowerCase();
      const pc = lines[side]?.pc;
      return { own: of(pc?.localDescription), theirs: of(pc?.remoteDescription) };
    },
  };
}

/** The pictures that a person sees when they look them up. */
export async function picturesOf(person: Person): Promise<readonly string[]> {
  const panel = person.dialog("Is it just you two?");
  if (await panel.isHidden()) await person.page.keyboard.press("e");
  const pictures = panel.getByRole("list", { name: "Your six pictures" }).getByRole("listitem");
  await expect(pictures).toHaveCount(6);
  return pictures.allInnerTexts();
}
