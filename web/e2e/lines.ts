import type { Person } from "./person";

/** A message that went over one of a page's sockets. */
export interface Passed {
  /** `Date.now()` as it passed. */
  readonly at: number;
  readonly type: string;
  readonly frame: string;
}

/** What a page and the service have said to each other so far, over one socket after the other, oldest first. */
export interface Lines {
  readonly said: readonly Passed[];
  readonly heard: readonly Passed[];
}

/** Listens in on somebody's sockets; to be called before they come in. */
export function listenIn({ page }: Person): Lines {
  const said: Passed[] = [];
  const heard: Passed[] = [];
  page.on("websocket", (socket) => {
    if (!socket.url().endsWith("/api/socket")) return;
    socket.on("framesent", ({ payload }) => said.push(passed(payload)));
    socket.on("framereceived", ({ payload }) => heard.push(passed(payload)));
  });
  return { said, heard };
}

function passed(payload: string | Buffer): Passed {
  const frame = payload.toString();
  const { type } = JSON.parse(frame) as { type: string };
  return { at: Date.now(), type, frame };
}

/** How often something of this type has passed. */
export function count(passed: readonly Passed[], type: string): number {
  return passed.filter((each) => each.type === type).length;
}

/** The payloads that the two pages have had for each other, in order. */
export function payloads(passed: readonly Passed[]): readonly string[] {
  return passed
    .filter(({ type }) => type === "signal")
    .map(({ frame }) => JSON.stringify((JSON.parse(frame) as { payload: unknown }).payload));
}
