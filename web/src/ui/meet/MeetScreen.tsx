import { Suspense, useEffect, useRef, useState } from "react";
import { remaining } from "../../call/clock";
import type { Grant } from "../../protocol/messages";
import type { Feature } from "../../wallet/features";
import { useWords } from "../../words/useWords";
import { Again } from "../again/Again";
import { EndedScreen } from "../again/EndedScreen";
import { FilesAnnouncer } from "../files/FilesAnnouncer";
import { Unfinished } from "../files/Unfinished";
import { Lobby } from "../lobby/Lobby";
import { RecordingAfterRound } from "../recording/RecordingAfterRound";
import { StreamingAfterRound } from "../streaming/StreamingAfterRound";
import { Questions } from "../safety/Questions";
import { announcement } from "./announcement";
import { Encounter } from "./encounterAhead";
import styles from "./MeetScreen.module.css";
import { createSession } from "./session";
import type { FromChain, Session } from "./session";
import { useAlone } from "./useAlone";
import { useObservable } from "./useObservable";

/** What the shell hands to the meeting screens: lobby, encounter and "again?". */
export interface MeetScreenProps {
  /** SESSION_LIMIT as this page read it from the contract, in seconds. */
  readonly sessionLimitSeconds: number;
  /** Whether a session is permitted, as this page asks the contract; never rejects. */
  readonly isGranted: (grant: Grant) => Promise<boolean>;
  /** Names of the tiers that unlock a feature, as this page reads them from the chain. */
  readonly tiersWith: FromChain["tiersWith"];
  /** Whether the wallet holds a pass or an active stake, as last read from the chain. */
  readonly entitled: boolean;
  /** What the wallet's passes unlock, as last read from the chain. */
  readonly features: readonly Feature[];
  /** Whether the service counts that, too: it waits for more blocks than the page does. Undefined while it is asked. */
  readonly counted: boolean | undefined;
  /** The service refused an encounter because stake and passes are gone. */
  readonly onEntitlementLost?: () => void;
  /** The service closed the sign-in session. */
  readonly onSignedOut: () => void;
}

/** From the lobby to the end of an encounter and back. The call itself lives in a session outside of React. */
export function MeetScreen(props: MeetScreenProps) {
  const { say } = useWords();
  const { sessionLimitSeconds, entitled, features } = props;
  const [session] = useState(() => createSession(sessionLimitSeconds, props));
  const callbacks = useRef(props);
  useEffect(() => {
    callbacks.current = props;
    session.meeting.setSessionLimit(sessionLimitSeconds);
  });
  useEffect(() => {
    session.start({
      onEntitlementLost: () => callbacks.current.onEntitlementLost?.(),
      onSignedOut: () => callbacks.current.onSignedOut(),
    });
    return () => session.stop();
  }, [session]);
  useEffect(() => {
    // Nobody is asked for their camera before there is a use for it; an encounter that runs keeps it.
    if (entitled) session.media.start();
  }, [session, entitled]);
  useEffect(() => session.unlocked.readFromChain(features), [session, features]);
  const { phase } = useObservable(session.meeting.state);
  const { unread } = useObservable(session.chat.conversation);
  const title = say(`encounter.title.${phase}`);
  const root = useRef<HTMLElement>(null);
  useAlone(root, phase !== "idle" && phase !== "waiting");
  return (
    <section
      ref={root}
      className={styles.meet}
      data-testid="encounter"
      data-state={phase}
      aria-label={say("encounter.region")}
    >
      {/* Tells whoever waits in another tab that somebody has come. */}
      <title>
        {say("common.titled", {
          title: unread > 0 ? say("chat.unreadTitle", { number: String(unread), title }) : title,
        })}
      </title>
      <Phase session={session} {...props} />
      <Announcer session={session} limitSeconds={sessionLimitSeconds} />
      <FilesAnnouncer files={session.files} />
      <Questions complaints={session.complaints} />
    </section>
  );
}

function Phase({ session, ...props }: MeetScreenProps & { readonly session: Session }) {
  const state = useObservable(session.meeting.state);
  switch (state.phase) {
    case "idle":
    case "waiting":
      return (
        <Lobby
          session={session}
          state={state}
          entitled={props.entitled}
          counted={props.counted}
          limitSeconds={props.sessionLimitSeconds}
        />
      );
    case "connecting":
    case "live":
    case "asking":
      return (
        <Suspense fallback={<div className={styles.night} data-theme="dark" data-modal="" />}>
          <Encounter session={session} state={state}>
            {state.phase === "asking" && (
              <Again
                state={state}
                limitSeconds={props.sessionLimitSeconds}
                onAnswer={session.meeting.answer}
              >
                <Unfinished files={session.files} />
                <RecordingAfterRound session={session} />
                <StreamingAfterRound session={session} />
              </Again>
            )}
          </Encounter>
        </Suspense>
      );
    case "ended":
      return (
        <EndedScreen state={state} session={session}>
          <Unfinished files={session.files} />
          <RecordingAfterRound session={session} />
          <StreamingAfterRound session={session} />
        </EndedScreen>
      );
    default:
      return state satisfies never;
  }
}

function Announcer({
  session,
  limitSeconds,
}: {
  readonly session: Session;
  readonly limitSeconds: number;
}) {
  const words = useWords();
  const state = useObservable(session.meeting.state);
  const [thirty, setThirty] = useState(false);
  useEffect(() => {
    if (state.phase !== "live" || state.clock.kind === "standing") return;
    const wait = remaining(state, performance.now()) - 30_000;
    const timer = wait > 0 ? setTimeout(() => setThirty(true), wait) : undefined;
    return () => {
      clearTimeout(timer);
      setThirty(false);
    };
  }, [state]);
  const said = announcement(state, limitSeconds, words);
  const halfMinute = thirty && state.phase === "live" && !state.warned;
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {halfMinute ? words.say("encounter.announce.thirty") : said}
    </div>
  );
}
