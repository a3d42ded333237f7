import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Asking, Connecting, Live } from "../../call/state";
import { useWords } from "../../words/useWords";
import { Toast } from "../chat/Toast";
import { Button } from "../controls/Button";
import { KeepNotes } from "../contacts/KeepNotes";
import { FilesOverPicture } from "../files/FilesOverPicture";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { hotkeysOf } from "./action";
import { VerifiedMark } from "../verification/VerifiedMark";
import { Announcements } from "./Announcements";
import { ConnectionIndicator } from "./ConnectionIndicator";
import { Controls } from "./Controls";
import { type Corner, firstCorner } from "./corner";
import { RecordingNotes } from "../recording/RecordingNotes";
import { StreamingNotes } from "../streaming/StreamingNotes";
import { Seeing } from "../veil/Seeing";
import { useSight } from "../veil/useSight";
import { Notes } from "./Notes";
import { OwnTile } from "./OwnTile";
import { PANELS } from "./panels";
import type { Panel, PanelProps } from "./panels";
import { RemotePicture } from "./RemotePicture";
import { Ring } from "./Ring";
import { SidePanel } from "./SidePanel";
import { isDark, Status } from "./Status";
import { TheirScreen } from "./TheirScreen";
import { TimeLeft } from "./TimeLeft";
import { useActions } from "./useActions";
import { useAwake } from "./useAwake";
import { useHotkeys } from "./useHotkeys";
import { useKeyboardRoom } from "./useKeyboardRoom";
import { usePanel } from "./usePanel";
import { usePushToTalk } from "./usePushToTalk";
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
  const { meeting, complaints, stage, screenStage, fullScreen, veil, studio } = session;
  const composed = useObservable(studio.composing);
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
  const signaling = useObservable(session.signaling.state);
  const recording = useObservable(session.recording);
  const streaming = useObservable(session.streaming);
  const sight = useSight(session);
  const sharing = live !== null && theirs.media.screen;
  const needsTouch = useObservable(stage.needsTouch);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useEffect(() => root?.focus(), [root]);
  useKeyboardRoom(root);
  const actions = useActions(session, panel, {
    asked: timeAsked,
    onAsk: () => setTimeAsked(!timeAsked),
  });
  const full = useObservable(fullScreen.state) === "on";
  // Escape closes what was opened last; browsers that take the key for a full screen do not even hand it on.
  const leave =
    beside !== null
      ? { ...actions.leave, onPress: panel.close }
      : full
        ? { ...actions.leave, onPress: () => fullScreen.leave() }
        : actions.leave;
  usePushToTalk(session.pushToTalk);
  const questioned = useObservable(complaints.question) !== null;
  const next = actions.next === null ? [] : [actions.next];
  const all = [...actions.bar, ...actions.more, ...next, actions.leave];
  const within = asking ? [...next, leave] : [...all.slice(0, -1), leave];
  useHotkeys(hotkeysOf(questioned ? [] : within));
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
      data-screen={sharing || undefined}
      {...swallowed}
    >
      <div className={styles.stage}>
        <div className={styles.frame}>
          {sharing && <TheirScreen stage={screenStage} />}
          <div className={styles.face}>
            <RemotePicture
              stage={stage}
              pictureInPicture={session.pictureInPicture}
              fullScreen={session.fullScreen}
              dark={live !== null && isDark(theirs.media)}
              sight={sight}
            />
          </div>
        </div>
        <div className={styles.top}>
          {live !== null && <TimeLeft live={live} asked={timeAsked} />}
          {!asking && <VerifiedMark verification={session.verification} />}
          {live !== null && (
            <ConnectionIndicator
              session={session}
              awake={awake}
              onOpen={() => panel.toggle("connection")}
            />
          )}
          <Status state={state} theirs={theirs} signaling={signaling} />
          {live !== null && (
            <KeepNotes
              session={session}
              onOpen={beside === "keep" ? null : () => panel.toggle("keep")}
            />
          )}
          {live !== null && recording !== null && (
            <RecordingNotes recording={recording} listed={beside === "recording"} />
          )}
          {live !== null && streaming !== null && (
            <StreamingNotes streaming={streaming} listed={beside === "streaming"} />
          )}
          {live !== null && <Notes session={session} theirs={theirs.media} awake={awake} />}
          {needsTouch && (
            <Button look="primary" onClick={() => stage.touch()}>
              {say("encounter.touch")}
            </Button>
          )}
          {!asking && beside !== "chat" && (
            <Toast chat={session.chat} onOpen={() => panel.toggle("chat")} />
          )}
        </div>
        {!asking && (
          <Controls actions={actions} awake={awake} container={root} onMenu={setMenuOpen} />
        )}
        <Seeing session={session} open={live !== null} />
        <OwnTile
          media={studio.media}
          veil={veil}
          corner={corner}
          onCorner={setCorner}
          soft={asking}
          composed={composed}
        />
        <Ring live={live} />
        <FilesOverPicture
          files={session.files}
          live={live !== null}
          listed={beside === "files"}
          onList={() => panel.toggle("files")}
        />
        <Announcements session={session} theirs={theirs.media} />
        {children}
      </div>
      {beside !== null && (
        <Beside
          key={beside}
          panel={PANELS[beside]}
          session={session}
          actions={all}
          onClose={panel.close}
        />
      )}
    </div>
  );
}

function Beside({
  panel: { title, Content },
  onClose,
  ...shown
}: PanelProps & {
  readonly panel: Panel;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  return (
    <SidePanel title={say(title)} onClose={onClose}>
      <Content {...shown} />
    </SidePanel>
  );
}

/** A finger that wakes the controls must not press the one that happens to lie, unseen, under it. */
function useSwallowedTap(awake: boolean) {
  const swallow = useRef(false);
  return {
    onPointerDownCapture: (event: React.PointerEvent) => {
      const unseen = (event.target as Element).closest("[data-lasting]") === null;
      swallow.current = !awake && unseen && event.pointerType === "touch";
    },
    onClickCapture: (event: React.MouseEvent) => {
      if (!swallow.current) return;
      swallow.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}
