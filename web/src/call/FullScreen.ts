import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";

export type FullScreenState = "unavailable" | "off" | "on";

/** Older Safaris have the same under another name; that of an iPhone only for a video. */
interface WebKitDocument extends Document {
  readonly webkitFullscreenEnabled?: boolean;
  readonly webkitFullscreenElement?: Element | null;
  webkitExitFullscreen?(): void;
}
interface WebKitElement extends HTMLElement {
  webkitRequestFullscreen?(): void;
}
interface WebKitVideo extends HTMLVideoElement {
  readonly webkitSupportsFullscreen?: boolean;
  readonly webkitDisplayingFullscreen?: boolean;
  webkitEnterFullscreen?(): void;
  webkitExitFullscreen?(): void;
}

const DOCUMENT_EVENTS = ["fullscreenchange", "webkitfullscreenchange"] as const;
const VIDEO_EVENTS = ["loadedmetadata", "webkitbeginfullscreen", "webkitendfullscreen"] as const;

/** Gives the page the whole screen; where only a video can have it, the other's picture. */
export class FullScreen {
  readonly state: Observable<FullScreenState>;
  readonly #state = new Variable<FullScreenState>("unavailable");
  #video: WebKitVideo | null = null;

  constructor() {
    this.state = this.#state;
  }

  /** The element that plays the other. Returns the way to detach, which gives the screen back. */
  attach(video: HTMLVideoElement): () => void {
    this.#video = video;
    for (const event of DOCUMENT_EVENTS) document.addEventListener(event, this.#look);
    for (const event of VIDEO_EVENTS) video.addEventListener(event, this.#look);
    this.#look();
    return () => {
      for (const event of DOCUMENT_EVENTS) document.removeEventListener(event, this.#look);
      for (const event of VIDEO_EVENTS) video.removeEventListener(event, this.#look);
      this.leave();
      if (this.#video === video) this.#video = null;
      this.#state.set("unavailable");
    };
  }

  /** To be called from a press: browsers ask for one. */
  toggle(): void {
    if (this.#state.get() === "on") this.leave();
    else if (this.#state.get() === "off") this.#enter();
  }

  leave(): void {
    if (this.#state.get() !== "on") return;
    const page: WebKitDocument = document;
    if (document.fullscreenElement != null) document.exitFullscreen().catch(this.#look);
    else if (page.webkitFullscreenElement != null) page.webkitExitFullscreen?.();
    else this.#video?.webkitExitFullscreen?.();
  }

  /** The whole page rather than a part of it: dialogs and menus stand beside the encounter, and would be left behind. */
  #enter(): void {
    const root: WebKitElement = document.documentElement;
    if ((root as Partial<HTMLElement>).requestFullscreen !== undefined)
      root.requestFullscreen().catch(this.#look);
    else if (root.webkitRequestFullscreen !== undefined) root.webkitRequestFullscreen();
    else this.#video?.webkitEnterFullscreen?.();
  }

  readonly #look = (): void => {
    const page: WebKitDocument = document;
    const on =
      document.fullscreenElement != null ||
      page.webkitFullscreenElement != null ||
      this.#video?.webkitDisplayingFullscreen === true;
    const available =
      (document as Partial<Document>).fullscreenEnabled === true ||
      page.webkitFullscreenEnabled === true ||
      this.#video?.webkitSupportsFullscreen === true;
    this.#state.set(on ? "on" : available ? "off" : "unavailable");
  };
}
