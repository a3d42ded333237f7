import { SLOTS } from "../media/slots";
import type { Slot } from "../media/slots";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { Limit } from "../statistics/indicator";
import { lossOf } from "../statistics/quality";
import type { Quality } from "../statistics/quality";
import { applied, encodingOf } from "./encodings";
import type { Encoding } from "./encodings";
import { atTheTop, nextStanding, SOUND_ONLY } from "./ladder";
import type { Standing, Uplink } from "./ladder";

/** More of the time than this spent on coding is too much, whatever the browser says. */
const BUSY = 0.85;

/** How far this page holds its own picture back, for the indicator and for the other. */
export interface HeldBack {
  /** Of the ladder; {@link SOUND_ONLY} for no picture at all. */
  readonly rung: number;
  readonly limit: Limit;
  readonly soundOnly: boolean;
}

const NOTHING_HELD_BACK: HeldBack = { rung: 0, limit: null, soundOnly: false };

type Sender = Pick<RTCRtpSender, "track" | "getParameters" | "setParameters">;

/** Fits what is sent to what the line and the device can do; what to do is decided in `ladder.ts` and `encodings.ts`. */
export class Adaptation {
  readonly heldBack: Observable<HeldBack>;
  readonly #heldBack = new Variable<HeldBack>(NOTHING_HELD_BACK);
  readonly #senderOf: (slot: Slot) => Sender | undefined;
  readonly #fault: (step: string, error: unknown) => void;
  readonly #told = new Map<Slot, { readonly encoding: string; busy: boolean }>();
  #standing: Standing | null = null;

  constructor(
    senderOf: (slot: Slot) => Sender | undefined,
    fault: (step: string, error: unknown) => void,
  ) {
    this.#senderOf = senderOf;
    this.#fault = fault;
    this.heldBack = this.#heldBack;
  }

  /** Takes in how both directions did lately. */
  read(quality: Quality): void {
    // A camera that is off tells nothing about the line.
    if (this.#track("camera") !== null) {
      const before = this.#standing ?? atTheTop(quality.at);
      this.#standing = nextStanding(before, uplinkOf(quality), quality.at);
      const { rung, limit } = this.#standing;
      const held = this.#heldBack.get();
      if (held.rung !== rung || held.limit !== limit)
        this.#heldBack.set({ rung, limit, soundOnly: rung >= SOUND_ONLY });
    }
    this.apply();
  }

  /** Tells every sender what it is to do now, unless it has been told. */
  apply(): void {
    const sharing = this.#track("screen") !== null;
    for (const { slot } of SLOTS) {
      const track = this.#track(slot);
      if (track === null) continue;
      const { rung } = this.#heldBack.get();
      void this.#tell(slot, encodingOf(slot, rung, sharing, track.getSettings()));
    }
  }

  #track(slot: Slot): MediaStreamTrack | null {
    return this.#senderOf(slot)?.track ?? null;
  }

  /** One at a time for each sender: parameters that were read are good for one answer only (webrtc-pc §5.2). */
  async #tell(slot: Slot, wanted: Encoding): Promise<void> {
    const sender = this.#senderOf(slot);
    const told = this.#told.get(slot);
    const encoding = JSON.stringify(wanted);
    if (sender === undefined || told?.encoding === encoding || told?.busy === true) return;
    const parameters = applied(sender.getParameters(), wanted);
    if (parameters === null) return;
    const telling = { encoding, busy: true };
    this.#told.set(slot, telling);
    try {
      await sender.setParameters(parameters);
    } catch (error) {
      // What a browser refuses once it refuses again: it keeps its own limits until something else is wanted.
      this.#fault("encoding", error);
    } finally {
      telling.busy = false;
    }
  }
}

/** What is known of the way out for the face: a shared screen takes its part first. */
function uplinkOf({ sent, path }: Quality): Uplink {
  const { camera, screen } = sent;
  const uplink = path?.uplink ?? null;
  return {
    estimate: uplink === null ? null : Math.max(0, uplink - (screen?.bitrate ?? 0)),
    loss: lossOf(Object.values(sent)),
    busy: camera?.limitation === "cpu" || (camera?.encoding ?? 0) > BUSY,
  };
}
