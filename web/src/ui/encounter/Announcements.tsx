import { useState } from "react";
import type { Theirs } from "../../call/Meeting";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { newsSaying } from "./Notes";
import { spokenOf } from "./spoken";
import type { Scene, Spoken } from "./spoken";

/** Tells a screen reader what others see happening: screens that come and go, devices, and how the connection does. */
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
  const [before, setBefore] = useState<Scene>({ mine, theirs, level, news });
  const [spoken, setSpoken] = useState<Spoken | null>(null);
  const changed =
    before.mine !== mine ||
    before.theirs !== theirs ||
    before.level !== level ||
    before.news !== news;
  if (changed) {
    const scene = { mine, theirs, level, news };
    setBefore(scene);
    const next = spokenOf(before, scene);
    if (next !== null) setSpoken(next);
  }
  return (
    <div role="status" className="visually-hidden" data-testid="announcements">
      {spoken !== null && saying(spoken, say)}
    </div>
  );
}

function saying(spoken: Spoken, say: Words["say"]): string {
  switch (spoken.of) {
    case "mine":
    case "mineEnded":
    case "theirs":
    case "theirsEnded":
      return say(`screen.announce.${spoken.of}`);
    case "level":
      return say(`quality.${spoken.level}`);
    case "resting":
      return say("encounter.resting");
    case "news":
      return newsSaying(spoken.news, say);
    default:
      return spoken satisfies never;
  }
}
