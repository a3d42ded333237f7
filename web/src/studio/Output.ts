import type { MediaState } from "../media/LocalMedia";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { Behind } from "./cutout/Backdrop";
import { OWN, VOICE } from "./inputs";
import type { InputId } from "./inputs";
import type { Placed } from "./scene";
import { sentMedia } from "./sent";
import type { SoundDesk } from "./SoundDesk";
import type { Shown, Stage, StageEdges } from "./stage";

export type Desk = Pick<SoundDesk, "track" | "hear" | "levelOf" | "close">;

/** Somebody who tells people from the rest, and the way to them. */
export interface Cutout {
  readonly port: MessagePort;
  readonly close: () => void;
}

export interface OutputEdges {
  /** This browser turns out not to compose pictures. */
  readonly unable: () => void;
  /** Nobody can be told from what is behind them. */
  readonly blind: () => void;
}

export interface OutputTools {
  /** Null where this browser composes nothing. */
  readonly buildStage: (edges: StageEdges) => Stage | null;
  readonly openCutout: () => Cutout;
  readonly buildDesk: () => Desk;
}

/** What is to be sent. */
export interface Program {
  readonly media: MediaState;
  readonly scene: readonly Placed[];
  /** Besides this person's own. */
  readonly pictures: readonly { readonly id: InputId; readonly given: Shown | null }[];
  readonly sounds: readonly {
    readonly id: InputId;
    readonly given: MediaStreamTrack | null;
    readonly gain: number;
  }[];
  /** How loud this person's own voice is. */
  readonly voice: number;
  /** What stands behind this person; null for what is there. */
  readonly behind: Behind | null;
}

/** What is not sent any more lives on beside its successor for so long, in milliseconds: `replaceTrack` takes a moment. */
const OVERLAP_MS = 250;

/** Makes one picture and one sound of a program; of one that holds nothing but camera and voice it makes nothing. */
export class Output {
  /** What goes out in place of camera and microphone. */
  readonly sent: Observable<MediaState>;
  /** Whether the picture that goes out is composed of several. */
  readonly composing: Observable<boolean>;
  readonly #sent: Variable<MediaState>;
  readonly #composing = new Variable(false);
  readonly #edges: OutputEdges;
  #stage: Stage | null = null;
  #onStage: ReadonlySet<InputId> = new Set();
  #composed: MediaStreamTrack | null = null;
  #behind: Behind | null = null;
  #cutout: Cutout | null = null;
  #desk: Desk | null = null;
  #atDesk: ReadonlySet<InputId> = new Set();
  #program: Program | null = null;

  constructor(media: MediaState, edges: OutputEdges) {
    this.#sent = new Variable(media);
    this.sent = this.#sent;
    this.composing = this.#composing;
    this.#edges = edges;
  }

  /** @param tools needed as soon as the program holds anything besides camera and voice */
  play(program: Program, tools: OutputTools | null): void {
    this.#program = program;
    this.#compose(program, tools);
    this.#mix(program, tools);
    this.#send();
  }

  levelOf(id: InputId): number {
    return this.#desk?.levelOf(id) ?? 0;
  }

  #compose({ media, scene, pictures, behind }: Program, tools: OutputTools | null): void {
    if (pictures.length === 0 && behind === null) {
      this.#leaveStage();
      return;
    }
    const stage = (this.#stage ??= this.#build(tools));
    if (stage === null) {
      // Not in the midst of being told what to show.
      queueMicrotask(this.#edges.unable);
      return;
    }
    const own = media.camera.kind === "on" ? media.camera.track : null;
    const shown = [{ id: OWN, given: own }, ...pictures];
    const ids = new Set(shown.map(({ id }) => id));
    for (const id of this.#onStage) if (!ids.has(id)) stage.show(id, null);
    for (const { id, given } of shown) stage.show(id, given);
    this.#onStage = ids;
    stage.arrange(scene);
    this.#putBehind(stage, behind, tools);
  }

  #putBehind(stage: Stage, behind: Behind | null, tools: OutputTools | null): void {
    if (behind === this.#behind) return;
    this.#behind = behind;
    this.#cutout?.close();
    this.#cutout = behind === null ? null : (tools?.openCutout() ?? null);
    stage.putBehind(
      behind === null || this.#cutout === null ? null : { behind, cutout: this.#cutout.port },
    );
  }

  #build(tools: OutputTools | null): Stage | null {
    const stage =
      tools?.buildStage({
        failed: () => {
          this.#leaveStage();
          this.#send();
          this.#edges.unable();
        },
        blind: this.#edges.blind,
      }) ?? null;
    // Not before there is something to be seen: until then the picture that was sent stays.
    void stage?.ready.then(() => {
      if (stage !== this.#stage) return;
      this.#composed = stage.track;
      this.#send();
    });
    return stage;
  }

  #leaveStage(): void {
    const stage = this.#stage;
    this.#stage = this.#composed = this.#behind = null;
    this.#cutout?.close();
    this.#cutout = null;
    this.#onStage = new Set();
    if (stage !== null) setTimeout(() => stage.close(), OVERLAP_MS);
  }

  #mix({ media, sounds, voice }: Program, tools: OutputTools | null): void {
    if (sounds.length === 0 && voice === 1) {
      const desk = this.#desk;
      this.#desk = null;
      this.#atDesk = new Set();
      if (desk !== null) setTimeout(() => desk.close(), OVERLAP_MS);
      return;
    }
    const desk = (this.#desk ??= tools?.buildDesk() ?? null);
    if (desk === null) return;
    const own = media.microphone.kind === "on" ? media.microphone.track : null;
    const heard = [{ id: VOICE, given: own, gain: voice }, ...sounds];
    const ids = new Set(heard.map(({ id }) => id));
    for (const id of this.#atDesk) if (!ids.has(id)) desk.hear(id, null, 0);
    for (const { id, given, gain } of heard) desk.hear(id, given, gain);
    this.#atDesk = ids;
    desk.track.enabled = !media.muted;
  }

  #send(): void {
    if (this.#program === null) return;
    this.#sent.set(sentMedia(this.#program.media, this.#composed, this.#desk?.track ?? null));
    this.#composing.set(this.#composed !== null && this.#program.pictures.length > 0);
  }
}
