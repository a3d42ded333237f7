import { useState } from "react";
import type { Idle, Waiting } from "../../call/state";
import type { MediaState } from "../../media/LocalMedia";
import { recall, remember } from "../../media/remembered";
import type { Wish } from "../../protocol/messages";
import { Button } from "../controls/Button";
import { DeviceChoice } from "../meet/DeviceChoice";
import { Heading } from "../meet/Heading";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { duration, noticeSaying, othersWaiting } from "../meet/words";
import { navigate } from "../shell/router";
import { Interests, Languages } from "./Chips";
import { Mirror } from "./Mirror";
import { spokenLanguages } from "./wishes";
import styles from "./Lobby.module.css";

export interface LobbyProps {
  readonly session: Session;
  readonly state: Idle | Waiting;
  readonly entitled: boolean;
  /** Whether the service counts that, too: it waits for more blocks than the page does. Undefined while it is asked. */
  readonly counted: boolean | undefined;
  readonly limitSeconds: number;
}

/** Before an encounter: one's own picture and one button; while waiting, the same picture and how many others wait. */
export function Lobby({ session, state, ...props }: LobbyProps) {
  const { media, meeting } = session;
  const waiting = state.phase === "waiting";
  return (
    <div className={styles.lobby} data-waiting={waiting || undefined}>
      <div className={styles.picture}>
        <Mirror media={media} soft={waiting} />
      </div>
      {waiting ? (
        <WaitingPanel state={state} session={session} onCancel={meeting.cancel} />
      ) : (
        <WishPanel session={session} state={state} {...props} />
      )}
      {!waiting && props.entitled && (
        <div className={styles.devices}>
          <DeviceChoice media={media} />
        </div>
      )}
    </div>
  );
}

function WishPanel({ session, state, entitled, counted, limitSeconds }: LobbyProps) {
  const media = useObservable(session.media.state);
  const [wish, setWish] = useState<Wish>(() => {
    const { interests, languages } = recall();
    return { interests, languages: languages ?? spokenLanguages(navigator.languages) };
  });
  const change = (part: Partial<Wish>): void => {
    setWish({ ...wish, ...part });
    remember(part);
  };
  const notice = state.phase === "idle" ? state.notice : null;
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <Heading>Meet a stranger for {duration(limitSeconds)}</Heading>
        <p>Pictures and voices go encrypted from browser to browser.</p>
      </header>
      <Interests values={wish.interests} onChange={(interests) => change({ interests })} />
      <Languages values={wish.languages} onChange={(languages) => change({ languages })} />
      {notice !== null && <Notice {...noticeSaying(notice)} />}
      <div className={styles.action}>
        {entitled ? (
          <MeetButton media={media} counted={counted} onMeet={() => session.meeting.meet(wish)} />
        ) : (
          <>
            {notice !== "entitlement-required" && (
              <p className={styles.hint}>Meeting strangers needs an active stake or a pass.</p>
            )}
            <Button look="primary" size="large" onClick={() => navigate("passes")}>
              Get a pass or stake
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function MeetButton({
  media,
  counted,
  onMeet,
}: {
  readonly media: MediaState;
  readonly counted: boolean | undefined;
  readonly onMeet: () => void;
}) {
  const opening = media.camera.kind === "opening" || media.microphone.kind === "opening";
  const nothing = media.camera.kind !== "on" && media.microphone.kind !== "on";
  const hint = hintOf(media);
  return (
    <>
      <Button
        look="primary"
        size="large"
        disabled={nothing && !opening}
        busy={opening || counted !== true}
        onClick={onMeet}
      >
        Meet
      </Button>
      {counted === false ? (
        <p className={styles.hint} role="status">
          Your stake or pass is on the chain. The service counts it as soon as it is confirmed: a
          few blocks, usually less than a minute.
        </p>
      ) : (
        hint !== null && <p className={styles.hint}>{hint}</p>
      )}
    </>
  );
}

function hintOf({ camera, microphone }: MediaState): string | null {
  const lost = (input: MediaState["camera"]): boolean => input.kind === "failed";
  if (lost(camera) && lost(microphone)) return "Without camera and microphone there is no meeting.";
  if (lost(camera))
    return "You may meet with your voice alone. They will see a lamp instead of you.";
  if (lost(microphone)) return "They will see you, but not hear you.";
  return null;
}

function WaitingPanel({
  state,
  session,
  onCancel,
}: {
  readonly state: Waiting;
  readonly session: Session;
  readonly onCancel: () => void;
}) {
  const signaling = useObservable(session.signaling.state);
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <span className={styles.lamp} aria-hidden="true" />
        <Heading>Looking for someone</Heading>
        <p className={styles.count}>
          {signaling.kind === "lost"
            ? "The connection was lost. Trying again…"
            : othersWaiting(state.others)}
        </p>
      </header>
      {state.after === "failed" && (
        <p className={styles.hint}>
          You two could not connect. It cost you nothing, and you are first in line now.
        </p>
      )}
      <p className={styles.hint}>{hintWhile(state)}</p>
      <div className={styles.action}>
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function hintWhile({ wish, widened }: Waiting): string {
  if (wish.interests.length === 0) return "Your time starts when you both see each other.";
  return widened
    ? "Nobody shares your interests right now, so it may be anyone."
    : `Someone who likes ${wish.interests.join(", ")} first; after a while, anyone.`;
}

function Notice({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.noticeTitle}>{title}</p>
      <p>{text}</p>
    </div>
  );
}
