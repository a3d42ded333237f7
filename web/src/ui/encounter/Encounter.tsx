import { useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Asking, Connecting, Live } from "../../call/state";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Controls } from "./Controls";
import { type Corner, firstCorner } from "./corner";
import { OwnTile } from "./OwnTile";
import { RemotePicture } from "./RemotePicture";
import { Ring } from "./Ring";
import { Status } from "./Status";
import { TimeLeft } from "./TimeLeft";
import { useAwake } from "./useAwake";
import { useHotkeys } from "./useHotkeys";
import styles from "./Encounter.module.css";

export interface EncounterProps {
  readonly session: Session;
  readonly state: Connecting | Live | Asking;
  /** The question, when it stands. */
  readonly children: ReactNode;
}

/** Two people: theirs fills the window, one's own is a small tile, and everything else fades while they talk. */
export function Encounter({ session, state, children }: EncounterProps) {
  const { say, direction } = useWords();
  const { media, meeting, stage } = session;
  const live = state.phase === "live" ? state : null;
  const asking = state.phase === "asking";
  const awake = useAwake(live === null);
  const [timeAsked, setTimeAsked] = useState(false);
  const [corner, setCorner] = useState<Corner>(() =>
    firstCorner(matchMedia("(orientation: portrait)").matches, direction),
  );
  const theirs = useObservable(meeting.theirs);
  const needsTouch = useObservable(stage.needsTouch);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);
  useHotkeys(
    useMemo(
      () => ({
        m: () => media.setMuted(!media.state.get().muted),
        v: () => media.setCameraOff(!media.state.get().cameraOff),
        t: () => setTimeAsked((asked) => !asked),
        n: meeting.next,
        Escape: meeting.leave,
      }),
      [media, meeting],
    ),
  );
  const swallowed = useSwallowedTap(awake);
  return (
    <div
      ref={root}
      tabIndex={-1}
      className={styles.encounter}
      data-theme="dark"
      data-modal=""
      data-awake={awake || undefined}
      data-tile={corner}
      {...swallowed}
    >
      <div className={styles.frame}>
        <RemotePicture stage={stage} dark={live !== null && !theirs.media.camera} />
      </div>
      <div className={styles.top}>
        {live !== null && <TimeLeft live={live} asked={timeAsked} />}
        <Status state={state} theirs={theirs} />
        {needsTouch && (
          <Button look="primary" onClick={() => stage.touch()}>
            {say("encounter.touch")}
          </Button>
        )}
      </div>
      {!asking && (
        <Controls
          session={session}
          awake={awake}
          timeAsked={timeAsked}
          onAskTime={() => setTimeAsked(!timeAsked)}
        />
      )}
      <OwnTile media={media} corner={corner} onCorner={setCorner} soft={asking} />
      <Ring live={live} />
      {children}
    </div>
  );
}

/** A finger that wakes the controls must not press the one that happens to lie, unseen, under it. */
function useSwallowedTap(awake: boolean) {
  const swallow = useRef(false);
  return {
    onPointerDownCapture: (event: React.PointerEvent) => {
      swallow.current = !awake && event.pointerType === "touch";
    },
    onClickCapture: (event: React.MouseEvent) => {
      if (!swallow.current) return;
      swallow.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}
