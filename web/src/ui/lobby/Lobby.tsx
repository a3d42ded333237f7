import { useEffect, useRef, useState } from "react";
import { isCalled } from "../../call/state";
import type { Idle, Notice as Reason, Waiting } from "../../call/state";
import type { MediaState } from "../../media/LocalMedia";
import { recall, remember } from "../../media/remembered";
import type { Wish } from "../../protocol/messages";
import { rememberAdult, rememberedAge } from "../../safety/age";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { DeviceChoice } from "../meet/DeviceChoice";
import { useEncounterAhead } from "../meet/encounterAhead";
import { Heading } from "../meet/Heading";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { AgeGate } from "../safety/AgeGate";
import { Break } from "../safety/Break";
import { Leftover } from "../recording/Leftover";
import { navigate } from "../shell/router";
import { Interests, Languages } from "./Chips";
import { HideAddress } from "./HideAddress";
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
  const { say, sessionLength } = useWords();
  const media = useObservable(session.media.state);
  const relay = useObservable(session.meeting.relay);
  const [wish, setWish] = useState<Wish>(() => {
    const { interests, languages, hideAddress } = recall();
    return { interests, languages: languages ?? spokenLanguages(navigator.languages), hideAddress };
  });
  const change = (part: Partial<Wish>): void => {
    setWish({ ...wish, ...part });
    remember(part);
  };
  const notice = state.phase === "idle" ? state.notice : null;
  const cooldown = state.phase === "idle" ? state.cooldown : null;
  const [adult, setAdult] = useState(() => rememberedAge() === "adult");
  const [asksAge, setAsksAge] = useState(false);
  const meet = (): void => session.meeting.meet(wish);
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <Heading>{say("lobby.title", { length: sessionLength(limitSeconds) })}</Heading>
        <p>{say("lobby.encrypted")}</p>
        <p>{say("lobby.blurred")}</p>
      </header>
      <Interests values={wish.interests} onChange={(interests) => change({ interests })} />
      <Languages values={wish.languages} onChange={(languages) => change({ languages })} />
      <HideAddress
        relay={relay}
        hidden={wish.hideAddress === true}
        onChange={(hideAddress) => change({ hideAddress })}
      />
      <Leftover soon={!entitled || (counted === true && isSettled(media))} />
      {notice !== null && <Notice reason={notice} />}
      {cooldown !== null && <Break cooldown={cooldown} />}
      {asksAge && (
        <AgeGate
          onClose={() => setAsksAge(false)}
          onAdult={() => {
            rememberAdult();
            setAdult(true);
            setAsksAge(false);
            meet();
          }}
        />
      )}
      <div className={styles.action}>
        {entitled ? (
          <MeetButton
            media={media}
            counted={counted}
            onMeet={() => (adult ? meet() : setAsksAge(true))}
          />
        ) : (
          <>
            {notice !== "entitlement-required" && (
              <p className={styles.hint}>{say("lobby.needsEntitlement")}</p>
            )}
            <Button look="primary" size="large" onClick={() => navigate("passes")}>
              {say("lobby.getEntitlement")}
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
  const { say } = useWords();
  const opening = !isSettled(media);
  const nothing = media.camera.kind !== "on" && media.microphone.kind !== "on";
  const busy = opening || counted !== true;
  useEncounterAhead(!busy && !nothing);
  // A press is not lost because it came while a device was opening, or while the service was counting.
  const wanted = useRef(false);
  useEffect(() => {
    if (busy) return;
    const meets = wanted.current && !nothing;
    wanted.current = false;
    if (meets) onMeet();
  }, [busy, nothing, onMeet]);
  const hint = hintOf(media);
  return (
    <>
      <Button
        look="primary"
        size="large"
        disabled={nothing && !opening}
        busy={busy}
        onEarlyPress={() => (wanted.current = true)}
        onClick={onMeet}
      >
        {say("lobby.meet")}
      </Button>
      {counted === false ? (
        <p className={styles.hint} role="status">
          {say("lobby.counting")}
        </p>
      ) : (
        hint !== null && <p className={styles.hint}>{say(`lobby.hint.${hint}`)}</p>
      )}
    </>
  );
}

function isSettled({ camera, microphone }: MediaState): boolean {
  return camera.kind !== "opening" && microphone.kind !== "opening";
}

function hintOf({ camera, microphone }: MediaState) {
  const lost = (input: MediaState["camera"]): boolean => input.kind === "failed";
  if (lost(camera) && lost(microphone)) return "nothing";
  if (lost(camera)) return "voiceOnly";
  if (lost(microphone)) return "pictureOnly";
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
  const words = useWords();
  const { say } = words;
  const signaling = useObservable(session.signaling.state);
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <span className={styles.lamp} aria-hidden="true" />
        <Heading>{say(isCalled(state) ? "contacts.joining" : "lobby.looking")}</Heading>
        <p className={styles.count}>
          {signaling.kind === "lost"
            ? say("lobby.lost")
            : isCalled(state)
              ? ""
              : state.others === null
                ? say("lobby.opening")
                : say("lobby.others", { count: state.others })}
        </p>
      </header>
      {state.after === "failed" && <p className={styles.hint}>{say("lobby.afterFailed")}</p>}
      <p className={styles.hint}>{hintWhile(state, words)}</p>
      <div className={styles.action}>
        <Button size="large" onClick={onCancel}>
          {say("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

function hintWhile({ wish, widened, after }: Waiting, { say, list }: Words): string {
  if (after === "called") return "";
  if (wish.interests.length === 0) return say("lobby.timeStarts");
  return widened ? say("lobby.anyone") : say("lobby.first", { interests: list(wish.interests) });
}

function Notice({ reason }: { readonly reason: Reason }) {
  const { say } = useWords();
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.noticeTitle}>{say(`lobby.notice.${reason}.title`)}</p>
      <p>{say(`lobby.notice.${reason}.text`)}</p>
    </div>
  );
}
