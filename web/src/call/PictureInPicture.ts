import { Variable } from "../signaling/observable";
import type { Observable } from "../signaling/observable";

/** Whether the other can be seen in a small window of the system's, and is. */
export type PictureInPictureState = "unavailable" | "off" | "on";

/** An element that can leave the page: by the standard (Picture-in-Picture), or as older Safaris do it. */
interface LeavingElement extends HTMLVideoElement {
  webkitSupportsPresentationMode?(mode: string): boolean;
  webkitSetPresentationMode?(mode: string): void;
  readonly webkitPresentationMode?: string;
}

const EVENTS = [
  "enterpictureinpicture",
  "leavepictureinpicture",
  "webkitpresentationmodechanged",
  "loadedmetadata",
] as const;

/** Keeps the other in sight while this person is in another window. */
export class PictureInPicture {
  readonly state: Observable<PictureInPictureState>;
  readonly #state = new Variable<PictureInPictureState>("unavailable");
  #element: LeavingElement | null = null;

  constructor() {
    this.state = this.#state;
  }

  /** The element that plays the other. Returns the way to detach. */
  attach(element: HTMLVideoElement): () => void {
    this.#element = element;
    for (const event of EVENTS) element.addEventListener(event, this.#look);
    element.addEventListener("emptied", this.#onEmptied);
    this.#look();
    return () => {
      for (const event of EVENTS) element.removeEventListener(event, this.#look);
      element.removeEventListener("emptied", this.#onEmptied);
      if (this.#element !== element) return;
      this.leave();
      this.#element = null;
      this.#state.set("unavailable");
    };
  }

  /** To be called from a press: browsers ask for one. A browser that refuses leaves everything as it is. */
  toggle(): void {
    if (this.#state.get() === "on") this.leave();
    else this.#enter();
  }

  leave(): void {
    const element = this.#element;
    if (element === null || this.#state.get() !== "on") return;
    if (isStandard(element)) document.exitPictureInPicture().catch(this.#look);
    else element.webkitSetPresentationMode?.("inline");
  }

  #enter(): void {
    const element = this.#element;
    if (element === null || this.#state.get() !== "off") return;
    if (isStandard(element)) element.requestPictureInPicture().catch(this.#look);
    else element.webkitSetPresentationMode?.("picture-in-picture");
  }

  /** When nobody is there any more, the window goes, too. */
  readonly #onEmptied = (): void => {
    this.leave();
    this.#look();
  };

  readonly #look = (): void => {
    const element = this.#element;
    if (element === null) return;
    const on =
      (isStandard(element) && document.pictureInPictureElement === element) ||
      element.webkitPresentationMode === "picture-in-picture";
    // Without a picture yet there is nothing to take out of the page.
    const ready = element.readyState >= HTMLMediaElement.HAVE_METADATA && isAvailable(element);
    this.#state.set(on ? "on" : ready ? "off" : "unavailable");
  };
}

function isStandard(element: LeavingElement): boolean {
  return (
    (document as Partial<Document>).pictureInPictureEnabled === true &&
    (element as Partial<HTMLVideoElement>).requestPictureInPicture !== undefined
  );
}

function isAvailable(element: LeavingElement): boolean {
  return (
    isStandard(element) || element.webkitSupportsPresentationMode?.("picture-in-picture") === true
  );
}
