import type { LocalMedia, MediaState } from "../media/LocalMedia";
import { problemOf } from "../media/problem";
import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { Behind } from "./cutout/Backdrop";
import { boundedGain, MOST_INPUTS, OWN, VOICE } from "./inputs";
import type { InputId, InputProblem, PictureInput, SoundInput } from "./inputs";
import { layoutOf } from "./kept";
import type { KeptLayout } from "./kept";
import { Output } from "./Output";
import type { OutputTools } from "./Output";
import { arranged, placed, without } from "./scene";
import type { Placed, Scene } from "./scene";
import { Source } from "./Source";
import type { Origin } from "./Source";
import type { Shown } from "./stage";

export interface StudioState {
  readonly scene: Scene;
  /** This person's own first. */
  readonly pictures: readonly PictureInput[];
  readonly sounds: readonly SoundInput[];
  /** What stands behind this person; null for what is there. */
  readonly behind: "blur" | "picture" | null;
  /** An input is being opened. */
  readonly opening: boolean;
  /** Why the last input did not come; null when it did. */
  readonly problem: InputProblem | null;
  /** What was there is gone, because the pass is. */
  readonly passLost: boolean;
  /** The camera was switched off, because it would have shown what the scene, or what stood behind this person, hid. */
  readonly withheld: boolean;
}

/** Everything that touches devices, canvases and sound cards; asked for when there is a use for it. */
export interface StudioTools extends OutputTools {
  readonly openCamera: (deviceId: string) => Promise<MediaStreamTrack>;
  readonly openLine: (deviceId: string) => Promise<MediaStreamTrack>;
  readonly openScreen: () => Promise<MediaStream>;
  readonly openStill: (file: Blob) => Promise<ImageBitmap>;
}

export interface StudioParts {
  readonly media: Pick<LocalMedia, "state" | "setCameraOff">;
  /** Whether a pass of this person unlocks more inputs than one. */
  readonly unlocked: Observable<boolean>;
  readonly tools: () => Promise<StudioTools>;
  readonly recall: () => KeptLayout | null;
  readonly keep: (layout: KeptLayout) => void;
  readonly newId: () => InputId;
}

interface Picture extends Pick<PictureInput, "kind" | "label"> {
  readonly source: Source<Shown>;
}

interface Sound extends Pick<SoundInput, "kind" | "label"> {
  readonly source: Source<MediaStreamTrack>;
  gain: number;
}

const OWN_ALONE: Scene = { arrangement: "full", first: OWN, second: null };
const REST = { opening: false, problem: null, passLost: false, withheld: false } as const;

/**
 * Puts several inputs into the one picture and the one sound that the other gets. As long as there is nothing but this
 * person's own camera and voice, those are sent as they are.
 */
export class Studio {
  readonly state: Observable<StudioState>;
  /** What is sent, in place of what camera and microphone give. */
  readonly media: { readonly state: Observable<MediaState> };
  /** Whether the picture that is sent is composed of several. */
  readonly composing: Observable<boolean>;
  readonly #state: Variable<StudioState>;
  readonly #output: Output;
  readonly #parts: StudioParts;
  #pictures: readonly Picture[] = [];
  #sounds: readonly Sound[] = [];
  #scene = OWN_ALONE;
  #voice = 1;
  #behind: Behind | null = null;
  #tools: StudioTools | null = null;
  #restoring = false;
  #stops: (() => void)[] = [];

  constructor(parts: StudioParts) {
    this.#parts = parts;
    this.#output = new Output(parts.media.state.get(), {
      unable: () => {
        const withheld = this.#withhold(OWN_ALONE, null);
        this.#closeAll();
        this.#tell({ problem: "unsupported", withheld });
      },
      blind: () => this.#tell({ problem: "no-cutout" }),
    });
    this.media = { state: this.#output.sent };
    this.composing = this.#output.composing;
    this.#state = new Variable({ ...this.#listed(), ...REST });
    this.state = this.#state;
  }

  start(): void {
    const { media, unlocked } = this.#parts;
    this.#stops = [
      media.state.subscribe(() => {
        const { camera, microphone } = media.state.get().devices;
        for (const { source } of this.#pictures) source.lookAmong(camera);
        for (const { source } of this.#sounds) source.lookAmong(microphone);
        this.#tell({});
      }),
      unlocked.subscribe(() => {
        if (!unlocked.get()) this.#lose();
      }),
    ];
    this.#tell({});
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.clear();
  }

  /** Nothing but this person's own again; what is remembered stays so. */
  readonly clear = (): void => {
    this.#closeAll();
    this.#tell(REST);
  };

  /** A camera beside one's own, or a capture card. Never rejects. */
  addCamera(device: string, label: string): Promise<InputId | null> {
    return this.#add(async ({ openCamera }) => {
      const origin = { device, open: () => openCamera(device) };
      return this.#takePicture({ kind: "camera", label }, origin, await origin.open());
    });
  }

  /** A sound as it is, without what makes a voice clear. Never rejects. */
  addLine(device: string, label: string, gain = 1): Promise<InputId | null> {
    return this.#add(async ({ openLine }) => {
      const origin = { device, open: () => openLine(device) };
      const about = { kind: "line", label, gain: boundedGain(gain) } as const;
      return this.#takeSound(this.#parts.newId(), about, origin, await origin.open());
    });
  }

  /** A screen with its sound, as a part of the picture. To be called from a press: browsers ask for one. Never rejects. */
  addScreen(): Promise<InputId | null> {
    return this.#add(async ({ openScreen }) => {
      const stream = await openScreen().catch(unlessDismissed);
      if (stream === null) return null;
      const [picture] = stream.getVideoTracks();
      const [sound] = stream.getAudioTracks();
      if (picture === undefined) return null;
      const about = { kind: "screen", label: picture.label } as const;
      const id = this.#takePicture(about, once(picture), picture);
      if (sound !== undefined)
        this.#takeSound(id, { kind: "screen", label: sound.label, gain: 1 }, once(sound), sound);
      return id;
    });
  }

  /** A picture out of a file. Never rejects. */
  addStill(file: File): Promise<InputId | null> {
    return this.#add(async ({ openStill }) => {
      const bitmap = await openStill(file).catch(() => null);
      if (bitmap !== null)
        return this.#takePicture({ kind: "still", label: file.name }, once(bitmap), bitmap);
      this.#tell({ problem: "no-picture" });
      return null;
    });
  }

  /** Takes an input away, with its sound. One's own stays. */
  readonly remove = (id: InputId): void => {
    this.#drop(id);
    this.#tell({ problem: null });
  };

  /** Switches the scene, from one picture to the next without anything in between. */
  readonly arrange = (wish: Partial<Scene>): void => {
    this.#scene = arranged(this.#scene, wish);
    this.#keep();
    this.#tell({ withheld: false });
  };

  /** @param gain 1 for as loud as it comes, 0 for silence; see {@link boundedGain} */
  readonly setGain = async (id: InputId, gain: number): Promise<void> => {
    if ((await this.#ready()) === null) return;
    if (id === VOICE) this.#voice = boundedGain(gain);
    for (const sound of this.#sounds) if (sound.source.id === id) sound.gain = boundedGain(gain);
    this.#keep();
    this.#tell({});
  };

  /** What stands behind this person: what is there, or its colours alone. */
  readonly blurBehind = async (blurred: boolean): Promise<void> => {
    if ((await this.#ready()) === null) return;
    this.#behind = blurred ? "blur" : null;
    this.#keep();
    this.#tell({ problem: null });
  };

  /** Puts a picture out of a file behind this person. Never rejects. */
  async pictureBehind(file: File): Promise<void> {
    const tools = await this.#ready();
    if (tools === null) return;
    const bitmap = await tools.openStill(file).catch(() => null);
    if (bitmap !== null) this.#behind = bitmap;
    this.#tell({ problem: bitmap === null ? "no-picture" : null });
  }

  /** How loud an input is now, from 0 to 1; 0 as long as nothing is mixed. */
  readonly levelOf = (id: InputId): number => this.#output.levelOf(id);

  /** Whether there is a layout to restore. */
  get remembers(): boolean {
    return this.#parts.recall() !== null;
  }

  /** Opens again what was there last time, as far as it is plugged in. Never rejects. */
  async restore(): Promise<void> {
    const layout = this.#parts.recall();
    if (layout === null || this.#restoring) return;
    // What is not plugged in today is remembered until this person arranges something else.
    this.#restoring = true;
    try {
      await this.#reopen(layout);
    } finally {
      this.#restoring = false;
    }
  }

  async #reopen(layout: KeptLayout): Promise<void> {
    const { camera, microphone } = this.#parts.media.state.get().devices;
    const ids: (InputId | null)[] = [OWN];
    for (const device of layout.cameras) {
      const found = camera.find(({ id }) => id === device);
      ids.push(found === undefined ? null : await this.addCamera(device, found.label));
    }
    for (const { device, gain } of layout.lines) {
      const found = microphone.find(({ id }) => id === device);
      if (found !== undefined) await this.addLine(device, found.label, gain);
    }
    if (layout.blurred) await this.blurBehind(true);
    if (layout.voice !== 1) await this.setGain(VOICE, layout.voice);
    const { arrangement, first, second } = layout;
    this.arrange({
      arrangement,
      first: ids[first] ?? OWN,
      second: second === null ? null : (ids[second] ?? null),
    });
  }

  async #add(open: (tools: StudioTools) => Promise<InputId | null>): Promise<InputId | null> {
    if (this.#state.get().opening || !this.#parts.unlocked.get()) return null;
    if (Math.max(this.#pictures.length, this.#sounds.length) + 1 >= MOST_INPUTS) {
      this.#tell({ problem: "too-many" });
      return null;
    }
    this.#tell({ ...REST, opening: true });
    let id: InputId | null = null;
    try {
      id = await open(await this.#load());
    } catch (error) {
      this.#tell({ problem: problemOf(error) });
    }
    this.#keep();
    this.#tell({ opening: false });
    // Sold while the browser asked.
    if (!this.#parts.unlocked.get()) this.#lose();
    return id;
  }

  async #load(): Promise<StudioTools> {
    this.#tools ??= await this.#parts.tools();
    return this.#tools;
  }

  /** Null where no pass unlocks them, or where they did not come over the line, which is said. */
  async #ready(): Promise<StudioTools | null> {
    if (!this.#parts.unlocked.get()) return null;
    try {
      return await this.#load();
    } catch {
      this.#tell({ problem: "unknown" });
      return null;
    }
  }

  #drop(id: InputId): void {
    for (const { source } of [...this.#pictures, ...this.#sounds])
      if (source.id === id) source.close();
    this.#pictures = this.#pictures.filter(({ source }) => source.id !== id);
    this.#sounds = this.#sounds.filter(({ source }) => source.id !== id);
    this.#scene = without(this.#scene, id);
    this.#keep();
  }

  /** It ended by itself: unplugged for good, or shared no more. */
  #leave(id: InputId): void {
    const withheld = this.#withhold(without(this.#scene, id), this.#behind, id);
    this.#drop(id);
    this.#tell({ problem: null, withheld });
  }

  /**
   * Switches the camera off before a change that nobody asked for shows it where it was hidden, or shows what was hidden
   * behind this person.
   */
  #withhold(next: Scene, behind: Behind | null, gone: InputId | null = null): boolean {
    const { media } = this.#parts;
    if (media.state.get().camera.kind !== "on") return false;
    const { pictures } = this.#listed();
    const left = gone === null ? [] : pictures.filter(({ id }) => id !== gone);
    const shows = gone === null || showsOwn(placed(next, left));
    const hidden =
      !showsOwn(placed(this.#scene, pictures)) || (this.#behind !== null && behind === null);
    if (!shows || !hidden) return false;
    media.setCameraOff(true);
    return true;
  }

  #takePicture(
    about: Pick<PictureInput, "kind" | "label">,
    origin: Origin<Shown>,
    given: Shown,
  ): InputId {
    const id = this.#parts.newId();
    const source = new Source(id, origin, given, this.#edges(id));
    this.#pictures = [...this.#pictures, { ...about, source }];
    if (this.#scene.second === null) this.#scene = { ...this.#scene, second: id };
    return id;
  }

  #takeSound(
    id: InputId,
    about: Pick<SoundInput, "kind" | "label" | "gain">,
    origin: Origin<MediaStreamTrack>,
    given: MediaStreamTrack,
  ): InputId {
    const source = new Source(id, origin, given, this.#edges(id));
    this.#sounds = [...this.#sounds, { ...about, source }];
    return id;
  }

  #edges(id: InputId) {
    return { changed: () => this.#tell({}), ended: () => this.#leave(id) };
  }

  #lose(): void {
    const used = this.#pictures.length + this.#sounds.length > 0 || this.#behind !== null;
    if (!used && this.#voice === 1) return;
    const withheld = this.#withhold(OWN_ALONE, null);
    this.#closeAll();
    this.#tell({ ...REST, passLost: true, withheld });
  }

  #closeAll(): void {
    for (const { source } of [...this.#pictures, ...this.#sounds]) source.close();
    this.#pictures = [];
    this.#sounds = [];
    this.#scene = OWN_ALONE;
    this.#voice = 1;
    this.#behind = null;
  }

  #keep(): void {
    if (this.#restoring) return;
    const layout = layoutOf({
      ...{ scene: this.#scene, pictures: this.#pictures, sounds: this.#sounds },
      ...{ voice: this.#voice, blurred: this.#behind === "blur" },
    });
    if (layout !== null) this.#parts.keep(layout);
  }

  /** Shows and sends what is there now. */
  #tell(part: Partial<StudioState>): void {
    const media = this.#parts.media.state.get();
    const listed = this.#listed();
    this.#output.play(
      {
        media,
        scene: placed(this.#scene, listed.pictures),
        pictures: this.#pictures.map(({ source: { id, given } }) => ({ id, given })),
        sounds: this.#sounds.map(({ source: { id, given }, gain }) => ({ id, given, gain })),
        voice: this.#voice,
        behind: this.#behind,
      },
      this.#tools,
    );
    this.#state.set({ ...this.#state.get(), ...listed, ...part });
  }

  #listed(): Pick<StudioState, "scene" | "pictures" | "sounds" | "behind"> {
    const { camera, microphone } = this.#parts.media.state.get();
    const own: PictureInput = { id: OWN, kind: "own", label: "", live: camera.kind === "on" };
    const voice: SoundInput = {
      ...{ id: VOICE, kind: "voice", label: "", gain: this.#voice },
      live: microphone.kind === "on",
    };
    return {
      scene: this.#scene,
      behind: this.#behind === null || this.#behind === "blur" ? this.#behind : "picture",
      pictures: [
        own,
        ...this.#pictures.map(({ source, kind, label }) => ({
          ...{ id: source.id, kind, label },
          live: source.given !== null,
        })),
      ],
      sounds: [
        voice,
        ...this.#sounds.map(({ source, kind, label, gain }) => ({
          ...{ id: source.id, kind, label, gain },
          live: source.given !== null,
        })),
      ],
    };
  }
}

function showsOwn(scene: readonly Placed[]): boolean {
  return scene.some(({ input }) => input === OWN);
}

/** Whoever closes the browser's own question has changed their mind; a system that lets nobody share is a problem. */
function unlessDismissed(error: unknown): null {
  if (problemOf(error) !== "denied" || /\bsystem\b/.test(String(error))) throw error;
  return null;
}

/** What comes once: nothing can be opened again. */
function once<T>(given: T): Origin<T> {
  return { device: null, open: () => Promise.resolve(given) };
}
