import type { Observable } from "../signaling/observable";
import type { SignalingClient } from "../signaling/SignalingClient";

/** From one look to the next while the page is on a screen, in milliseconds. */
export const LOOK_EVERY_MS = 60_000;
/** The same for a page that nobody sees: contacts see it all the same. */
export const UNSEEN_LOOK_EVERY_MS = 5 * LOOK_EVERY_MS;

/** When to look again at what another browser may have changed: on a new line, when the page is shown, and now and then. */
export function looks(
  look: () => void,
  {
    signaling,
    visible,
  }: {
    readonly signaling: Pick<SignalingClient, "listen">;
    readonly visible: Observable<boolean>;
  },
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(lookNow, visible.get() ? LOOK_EVERY_MS : UNSEEN_LOOK_EVERY_MS);
  };
  const lookNow = (): void => {
    wait();
    look();
  };
  const stops = [
    signaling.listen((message) => message.type === "welcome" && lookNow()),
    visible.subscribe(() => (visible.get() ? lookNow() : wait())),
  ];
  wait();
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
  };
}
