import { useEffect, useState } from "react";
import type { Theirs } from "../../call/Meeting";
import type { Asking, Connecting, Live } from "../../call/state";
import type { RelayOutlook } from "../../rtc/relay";
import type { SignalingState } from "../../signaling/SignalingClient";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { MicrophoneIcon } from "../meet/icons";
import { Troubles } from "./Troubles";
import styles from "./Status.module.css";

const GREETING_MS = 9_000;

/** What stands over their picture: the wait for it, what the two share, and what is wrong. */
export function Status({
  state,
  theirs,
  signaling,
}: {
  readonly state: Connecting | Live | Asking;
  readonly theirs: Theirs;
  readonly signaling: SignalingState;
}) {
  const { say } = useWords();
  switch (state.phase) {
    case "connecting":
      return (
        <>
          <Troubles state={state} theirs={theirs} signaling={signaling} />
          <div className={styles.connecting}>
            <span className={styles.lamp} aria-hidden="true" />
            <p className={styles.large}>{say("encounter.someone")}</p>
            <p>{say("encounter.connecting")}</p>
            <p role="status">{relayWords(state.match.relayOnly, theirs.relay, say)}</p>
          </div>
        </>
      );
    case "live":
      return (
        <>
          <Troubles key={state.round} state={state} theirs={theirs} signaling={signaling} />
          <LiveStatus key={`words of ${state.round}`} state={state} theirs={theirs} />
        </>
      );
    case "asking":
      return null;
    default:
      return state satisfies never;
  }
}

/** Said before it fails: without a relay, only a direct path is left, and none at all where somebody hides. */
function relayWords(relayOnly: boolean, outlook: RelayOutlook, say: Words["say"]): string {
  if (outlook !== "missing") return "";
  return say(relayOnly ? "encounter.noRelayToHideBehind" : "encounter.noRelay");
}

/** There is no picture of them now, and none is to be expected: whatever came last is not theirs any more. */
export function isDark({ camera, resting }: Theirs["media"]): boolean {
  return !camera || resting;
}

function LiveStatus({ state, theirs }: { readonly state: Live; readonly theirs: Theirs }) {
  const words = useWords();
  const { say } = words;
  const [greeting, setGreeting] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setGreeting(false), GREETING_MS);
    return () => clearTimeout(timer);
  }, []);
  const shared = sharedWords(state, words);
  return (
    <>
      {!theirs.media.microphone && (
        <p className={styles.note}>
          <MicrophoneIcon off /> {say("encounter.theyAreMuted")}
        </p>
      )}
      {greeting && shared !== null && <p className={styles.note}>{shared}</p>}
      {isDark(theirs.media) && !theirs.media.screen && (
        <div className={styles.connecting}>
          <span className={styles.lamp} data-steady="" aria-hidden="true" />
          <p>{say(theirs.media.camera ? "encounter.resting" : "encounter.theirCameraIsOff")}</p>
        </div>
      )}
    </>
  );
}

function sharedWords({ match }: Live, { say, list, languageName }: Words): string | null {
  if (match.sharedInterests.length > 0)
    return say("encounter.bothLike", { interests: list(match.sharedInterests) });
  const [language] = match.sharedLanguages;
  return language === undefined
    ? null
    : say("encounter.bothSpeak", { language: languageName(language) });
}
