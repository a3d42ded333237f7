import { useState } from "react";
import type { Theirs } from "../../call/Meeting";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { newsSaying } from "./Notes";
import { spokenLevel, spokenOf } from "./spoken";
import type { Scene, Spoken } from "./spoken";

/**
 * Tells a screen reader what others see happening: screens that come and go, devices, and how the connection does. The
 * connection has a region of its own, because a line that changes often must not take another piece of news away before
 * it has been read.
 */
export function Announcements({
  session: { screen, media, quality },
  theirs,
}: {
  readonly session: Session;
  readonly theirs: Theirs["media"];
}) {
  const { say } = useWords();
  const mine = useObservable(screen.state);
  const news = useObservable(media.news);
  const level = useObservable(quality.indicator)?.overall.level ?? null;
  const spoken = useChange<Scene, Spoken>({ mine, theirs, news }, isSame, spokenOf);
  const spokenOfLine = useChange(level, Object.is, spokenLevel);
  return (
    <>
      <div role="status" className="visually-hidden" data-testid="announcements">
        {spoken !== null && saying(spoken, say)}
      </div>
      <div role="status" className="visually-hidden">
        {spokenOfLine !== null && say(`quality.${spokenOfLine}`)}
      </div>
    </>
  );
}

/** What the latest change that is worth a word says; null before there was one. */
function useChange<T, S>(
  now: T,
  same: (one: T, other: T) => boolean,
  worthSaying: (before: T, after: T) => S | null,
): S | null {
  const [before, setBefore] = useState(now);
  const [said, setSaid] = useState<S | null>(null);
  if (!same(before, now)) {
    setBefore(now);
    const next = worthSaying(before, now);
    if (next !== null) setSaid(next);
  }
  return said;
}

function isSame(one: Scene, other: Scene): boolean {
  return one.mine === other.mine && one.theirs === other.theirs && one.news === other.news;
}

function saying(spoken: Spoken, say: Words["say"]): string {
  switch (spoken.of) {
    case "mine":
    case "mineEnded":
    case "theirs":
    case "theirsEnded":
      return say(`screen.announce.${spoken.of}`);
    case "resting":
      return say("encounter.resting");
    case "news":
      return newsSaying(spoken.news, say);
    default:
      return spoken satisfies never;
  }
}
