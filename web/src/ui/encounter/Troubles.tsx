import { useEffect, useState } from "react";
import { clockFace } from "../../call/clock";
import type { Theirs } from "../../call/Meeting";
import type { Connecting, Live, RoundClock } from "../../call/state";
import type { SignalingState } from "../../signaling/SignalingClient";
import { useWords } from "../../words/useWords";
import styles from "./Status.module.css";
import { lineTrouble, pathTrouble } from "./trouble";
import { useBriefly } from "./useBriefly";
import { useSettled } from "./useSettled";

/** A gap that is over by then is no news, in milliseconds. */
const QUIET_MS = 1_500;
/** A stall has been waited for already before it is one. */
const AFTER_STALL_MS = 300;
/** What is over stays for a moment, lest it flicker. */
const LINGER_MS = 700;
const RELIEF_MS = 5_000;

/** What is wrong between the two and with the service, in words that stay as long as it does; and that it is over. */
export function Troubles({
  state,
  theirs,
  signaling,
}: {
  readonly state: Connecting | Live;
  readonly theirs: Theirs;
  readonly signaling: SignalingState;
}) {
  const { say } = useWords();
  const live = state.phase === "live" ? state : null;
  const between = live === null ? null : pathTrouble(live, theirs);
  const path = useSettled(between, between === "weak" ? QUIET_MS : AFTER_STALL_MS, LINGER_MS);
  const line = useSettled(lineTrouble(state, signaling), QUIET_MS, LINGER_MS);
  const over = useBriefly(path === null && line === null ? "over" : null, RELIEF_MS);
  const standing = path === "waiting" || path === "unseen";
  return (
    <div className={styles.troubles} role="status">
      {path !== null && (
        <p className={styles.note}>
          <span>{say(`trouble.${path}`)}</span>
          {standing && live !== null && <PauseLeft clock={live.clock} />}
        </p>
      )}
      {line !== null && (
        <p className={styles.note}>
          {say(live === null && line === "line" ? "lobby.lost" : `trouble.${line}`)}
        </p>
      )}
      {over !== null && <span className="visually-hidden">{say("trouble.over")}</span>}
    </div>
  );
}

/** Counts down without a word to a screen reader, which would read out every second. */
function PauseLeft({ clock }: { readonly clock: RoundClock }) {
  const { say } = useWords();
  const until = clock.kind === "standing" ? clock.until : null;
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [until]);
  if (until === null) return null;
  return (
    <span className={styles.pauseLeft} aria-hidden="true" data-testid="pause-left">
      {say("trouble.pauseLeft", { time: clockFace(Math.max(0, until - now)) })}
    </span>
  );
}
