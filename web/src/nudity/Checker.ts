import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";
import type { FromChecker, ToChecker } from "./messages";

/** `unavailable`: it could not be loaded, or does not answer; pictures are not looked at any more. */
export type CheckerState = "resting" | "loading" | "ready" | "unavailable";

/** What came of one look. */
export interface Look {
  /** How likely the picture is to show nudity, 0 to 1. */
  readonly suspicion: number;
  /** Milliseconds that it took. */
  readonly millis: number;
}

/** What those who look need. */
export interface CheckerPort {
  readonly state: Observable<CheckerState>;
  /** Begins to load the model, unless it is there; {@link rest} lets go of it. */
  wake(): void;
  rest(): void;
  /** Looks at a square of `LOOK_SIDE`, and takes it away; null when it is not ready, busy, or fails. */
  look(picture: ImageData): Promise<Look | null>;
}

/** A look that takes longer has broken down, in milliseconds. */
const LOOK_MS = 15_000;
/** Loading may take as long on a slow line. */
const LOAD_MS = 90_000;
/** So many looks in a row that failed, and no more are tried. */
const FAILURES = 3;

interface Open {
  readonly number: number;
  readonly settle: (look: Look | null) => void;
}

/** The model, in a worker that is loaded when it is first needed. It sees one picture at a time, and keeps none. */
export class Checker implements CheckerPort {
  readonly state: Observable<CheckerState>;
  readonly #state = new Variable<CheckerState>("resting");
  readonly #make: () => Worker;
  #worker: Worker | null = null;
  #open: Open | null = null;
  #looks = 0;
  #failures = 0;
  #deadline: ReturnType<typeof setTimeout> | null = null;

  constructor(make: () => Worker) {
    this.#make = make;
    this.state = this.#state;
  }

  wake(): void {
    if (this.#state.get() !== "resting") return;
    this.#state.set("loading");
    this.#within(LOAD_MS);
    try {
      const worker = this.#make();
      this.#worker = worker;
      worker.onmessage = ({ data }: MessageEvent<FromChecker>) => this.#hear(data);
      worker.onerror = () => this.#giveUp();
    } catch {
      this.#giveUp();
    }
  }

  rest(): void {
    this.#end("resting");
  }

  look({ data }: ImageData): Promise<Look | null> {
    const worker = this.#worker;
    if (this.#state.get() !== "ready" || this.#open !== null || worker === null)
      return Promise.resolve(null);
    const number = ++this.#looks;
    this.#within(LOOK_MS);
    return new Promise((settle) => {
      this.#open = { number, settle };
      const message: ToChecker = { look: number, pixels: data.buffer };
      worker.postMessage(message, [message.pixels]);
    });
  }

  #hear(message: FromChecker): void {
    switch (message.type) {
      case "ready":
        this.#within(null);
        this.#state.set("ready");
        return;
      case "seen":
        this.#failures = 0;
        this.#settle(message.look, message);
        return;
      case "failed":
        this.#failures += 1;
        if (message.look === null || this.#failures >= FAILURES) this.#giveUp();
        else this.#settle(message.look, null);
        return;
      default:
        message satisfies never;
    }
  }

  #settle(number: number, look: Look | null): void {
    if (this.#open?.number !== number) return;
    const { settle } = this.#open;
    this.#open = null;
    this.#within(null);
    settle(look);
  }

  #giveUp(): void {
    this.#end("unavailable");
  }

  #end(state: CheckerState): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#failures = 0;
    this.#within(null);
    const open = this.#open;
    this.#open = null;
    this.#state.set(state);
    open?.settle(null);
  }

  #within(millis: number | null): void {
    if (this.#deadline !== null) clearTimeout(this.#deadline);
    this.#deadline = millis === null ? null : setTimeout(() => this.#giveUp(), millis);
  }
}
