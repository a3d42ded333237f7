import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Asking, Connecting, Live } from "../../call/state";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { hotkeysOf } from "./action";
import { Controls } from "./Controls";
import { type Corner, firstCorner } from "./corner";
import { OwnTile } from "./OwnTile";
import { PANELS } from "./panels";
import type { Panel } from "./panels";
import { RemotePicture } from "./RemotePicture";
import { Ring } from "./Ring";
import { SidePanel } from "./SidePanel";
import { Status } from "./Status";
import { TimeLeft } from "./TimeLeft";
import { useActions } from "./useActions";
import { useAwake } from "./useAwake";
import { useHotkeys } from "./useHotkeys";
import { useKeyboardRoom } from "./useKeyboardRoom";
import { usePanel } from "./usePanel";
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
  const { media, meeting, complaints, stage } = session;
  const live = state.phase === "live" ? state : null;
  const asking = state.phase === "asking";
  const panel = usePanel();
  const beside = asking ? null : panel.shown;
  const [menuOpen, setMenuOpen] = useState(false);
  const awake = useAwake(live === null || beside !== null || menuOpen);
  const [timeAsked, setTimeAsked] = useState(false);
  const [corner, setCorner] = useState<Corner>(() =>
    firstCorner(matchMedia("(orientation: portrait)").matches, direction),
  );
  const theirs = useObservable(meeting.theirs);
  const needsTouch = useObservable(stage.needsTouch);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useEffect(() => root?.focus(), [root]);
  useKeyboardRoom(root);
  const actions = useActions(session, panel, {
    asked: timeAsked,
    onAsk: () => setTimeAsked(!timeAsked),
  });
  const questioned = useObservable(complaints.question) !== null;
  const leave = beside === null ? actions.leave : { ...actions.leave, onPress: panel.close };
  useHotkeys(
    hotkeysOf(
      questioned
        ? []
        : asking
          ? [actions.next, leave]
          : [...actions.bar, ...actions.more, actions.next, leave],
    ),
  );
  const swallowed = useSwallowedTap(awake);
  return (
    <div
      ref={setRoot}
      tabIndex={-1}
      className={styles.encounter}
      data-theme="dark"
      data-modal=""
      data-awake={awake || undefined}
      data-tile={corner}
      data-beside={beside ?? undefined}
      {...swallowed}
    >
      <div className={styles.stage}>
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
          <Controls actions={actions} awake={awake} container={root} onMenu={setMenuOpen} />
        )}
        <OwnTile media={media} corner={corner} onCorner={setCorner} soft={asking} />
        <Ring live={live} />
        {children}
      </div>
      {beside !== null && (
        <Beside key={beside} panel={PANELS[beside]} session={session} onClose={panel.close} />
      )}
    </div>
  );
}

function Beside({
  panel: { title, Content },
  session,
  onClose,
}: {
  readonly panel: Panel;
  readonly session: Session;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  return (
    <SidePanel title={say(title)} onClose={onClose}>
      <Content session={session} />
    </SidePanel>
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
