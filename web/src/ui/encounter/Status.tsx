import { useEffect, useState } from "react";
import type { Theirs } from "../../call/Meeting";
import type { Asking, Connecting, Live } from "../../call/state";
import { languageName } from "../lobby/wishes";
import { MicrophoneIcon } from "../meet/icons";
import styles from "./Status.module.css";

const GREETING_MS = 9_000;

/** What stands over their picture: the wait for it, what the two share, and what is wrong. */
export function Status({
  state,
  theirs,
}: {
  readonly state: Connecting | Live | Asking;
  readonly theirs: Theirs;
}) {
  switch (state.phase) {
    case "connecting":
      return (
        <div className={styles.connecting}>
          <span className={styles.lamp} aria-hidden="true" />
          <p className={styles.large}>Someone is here</p>
          <p>Connecting you two. It usually takes a second.</p>
        </div>
      );
    case "live":
      return <LiveStatus key={state.round} state={state} theirs={theirs} />;
    case "asking":
      return null;
    default:
      return state satisfies never;
  }
}

function LiveStatus({ state, theirs }: { readonly state: Live; readonly theirs: Theirs }) {
  const [greeting, setGreeting] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setGreeting(false), GREETING_MS);
    return () => clearTimeout(timer);
  }, []);
  const shared = sharedWords(state);
  return (
    <>
      {theirs.connection === "weak" && (
        <p className={styles.note} role="status">
          The connection is weak. Reconnecting…
        </p>
      )}
      {!state.served && (
        <p className={styles.note} role="status">
          Passerby cannot be reached. Your time together goes on.
        </p>
      )}
      {!theirs.media.microphone && (
        <p className={styles.note}>
          <MicrophoneIcon off /> They are muted
        </p>
      )}
      {greeting && shared !== null && <p className={styles.note}>{shared}</p>}
      {!theirs.media.camera && (
        <div className={styles.connecting}>
          <span className={styles.lamp} data-steady="" aria-hidden="true" />
          <p>Their camera is off</p>
        </div>
      )}
    </>
  );
}

function sharedWords({ match }: Live): string | null {
  const list = new Intl.ListFormat("en");
  if (match.sharedInterests.length > 0)
    return `You both like ${list.format(match.sharedInterests)}`;
  const [language] = match.sharedLanguages;
  return language === undefined ? null : `You both speak ${languageName(language)}`;
}
