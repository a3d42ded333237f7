import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Address } from "viem";
import { remaining } from "../../call/clock";
import { hasKey } from "../../contacts/keyStore";
import type { Grant } from "../../protocol/messages";
import type { Feature } from "../../wallet/features";
import { useWords } from "../../words/useWords";
import { Again } from "../again/Again";
import { EndedScreen } from "../again/EndedScreen";
import { Waiting } from "../controls/Waiting";
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
import type { Session } from "./session";
import { useAlone } from "./useAlone";
import { useObservable } from "./useObservable";

const ContactsScreen = lazy(async () => {
  const { ContactsScreen } = await import("../contacts/ContactsScreen");
  return { default: ContactsScreen };
});

const KeepAtEnd = lazy(async () => {
  const { KeepAtEnd } = await import("../contacts/KeepAtEnd");
  return { default: KeepAtEnd };
});

const CallBanner = lazy(async () => {
  const { CallBanner } = await import("../contacts/CallBanner");
  return { default: CallBanner };
});

/** Which of its screens is shown, if any: calls come in on all of them. */
export type MeetPlace = "meet" | "contacts" | "elsewhere";

/** What the shell hands to the meeting screens: lobby, encounter and "again?", and to the contacts. */
export interface MeetScreenProps {
  readonly wallet: Address;
  readonly place: MeetPlace;
  /** The person wants to connect their wallet. */
  readonly onConnect: () => void;
  /** SESSION_LIMIT as this page read it from the contract, in seconds. */
  readonly sessionLimitSeconds: number;
  /** Whether a session is permitted, as this page asks the contract; never rejects. */
  readonly isGranted: (grant: Grant) => Promise<boolean>;
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
  const { wallet, place, sessionLimitSeconds, entitled, features } = props;
  const [session] = useState(() => createSession(wallet, sessionLimitSeconds, props.isGranted));
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
  useEffect(() => session.unlocked.readFromChain(features), [session, features]);
  useEffect(() => {
    // Nobody is asked for their camera before there is a use for it; an encounter that runs keeps it.
    if (entitled && place === "meet") session.media.start();
  }, [session, entitled, place]);
  useEffect(() => {
    if (place === "meet") return;
    // Whoever goes elsewhere has left; somebody who calls meanwhile brings them back.
    session.meeting.leave();
    session.meeting.cancel();
    session.meeting.done();
    session.media.stop();
  }, [session, place]);
  useEffect(() => {
    // Who has contacts here can be called from the first moment on; the others wait for no code of it.
    void hasKey(wallet)
      .then((has) => (has ? session.loadContacts() : null))
      .catch(() => undefined);
  }, [session, wallet]);
  const contacts = useObservable(session.contacts);
  return (
    <>
      {place === "meet" && <Meeting session={session} {...props} />}
      {place === "contacts" && (
        <Suspense
          fallback={
            <Waiting what={say("contacts.vault.reading")} usually={say("common.aSecond")} padded />
          }
        >
          <ContactsScreen session={session} onConnect={props.onConnect} />
        </Suspense>
      )}
      {contacts !== null && (
        <Suspense>
          <CallBanner session={session} contacts={contacts} />
        </Suspense>
      )}
    </>
  );
}

function Meeting({ session, ...props }: MeetScreenProps & { readonly session: Session }) {
  const { say } = useWords();
  const { sessionLimitSeconds } = props;
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
                <Keeping session={session} />
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
          <Keeping session={session} />
          <RecordingAfterRound session={session} />
          <StreamingAfterRound session={session} />
        </EndedScreen>
      );
    default:
      return state satisfies never;
  }
}

function Keeping({ session }: { readonly session: Session }) {
  const contacts = useObservable(session.contacts);
  return (
    contacts !== null && (
      <Suspense>
        <KeepAtEnd session={session} contacts={contacts} />
      </Suspense>
    )
  );
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
