import type { LocalMedia, MediaState } from "../../media/LocalMedia";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { CameraIcon, MicrophoneIcon } from "../meet/icons";
import { OwnPicture } from "../meet/OwnPicture";
import { useObservable } from "../meet/useObservable";
import { Level } from "./Level";
import { mediaProblems } from "./mediaProblems";
import styles from "./Mirror.module.css";

/** One's own picture, large, with the two switches and the level of one's voice on it. */
export function Mirror({ media, soft }: { readonly media: LocalMedia; readonly soft: boolean }) {
  const { say } = useWords();
  const state = useObservable(media.state);
  const { camera, microphone, muted, cameraOff } = state;
  const begun = camera.kind !== "off" || microphone.kind !== "off";
  return (
    <figure className={styles.mirror} data-theme="dark" data-soft={soft || undefined}>
      <OwnPicture track={camera.kind === "on" ? camera.track : null} className={styles.picture} />
      <Absence state={state} onRetry={() => media.retry()} />
      {begun && (
        <div className={styles.switches}>
          <button
            type="button"
            className={styles.switch}
            aria-label={say("media.mute")}
            aria-pressed={muted}
            onClick={() => media.setMuted(!muted)}
          >
            <MicrophoneIcon off={muted} />
          </button>
          <button
            type="button"
            className={styles.switch}
            aria-label={say("media.cameraOff")}
            aria-pressed={cameraOff}
            onClick={() => media.setCameraOff(!cameraOff)}
          >
            <CameraIcon off={cameraOff} />
          </button>
          <Level track={microphone.kind === "on" && !muted ? microphone.track : null} />
        </div>
      )}
    </figure>
  );
}

function Absence({ state, onRetry }: { readonly state: MediaState; readonly onRetry: () => void }) {
  const { say } = useWords();
  const { camera, cameraOff } = state;
  const lines = mediaProblems(state).map(({ what, problem }) =>
    say(`media.problem.${problem}`, { what }),
  );
  if (lines.length > 0) {
    return (
      <div className={styles.absence} data-over={camera.kind === "on" || undefined} role="alert">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Button onClick={onRetry}>{say("common.tryAgain")}</Button>
      </div>
    );
  }
  if (cameraOff) return <p className={styles.absence}>{say("media.absence.cameraOff")}</p>;
  if (camera.kind === "off") return <p className={styles.absence}>{say("media.absence.off")}</p>;
  if (camera.kind === "opening") {
    return <p className={styles.absence}>{say("media.absence.opening")}</p>;
  }
  return null;
}
