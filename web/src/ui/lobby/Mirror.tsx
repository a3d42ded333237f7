import type { LocalMedia, MediaState } from "../../media/LocalMedia";
import { Button } from "../controls/Button";
import { CameraIcon, MicrophoneIcon } from "../meet/icons";
import { OwnPicture } from "../meet/OwnPicture";
import { useObservable } from "../meet/useObservable";
import { Level } from "./Level";
import { problemTexts } from "./mediaWords";
import styles from "./Mirror.module.css";

/** One's own picture, large, with the two switches and the level of one's voice on it. */
export function Mirror({ media, soft }: { readonly media: LocalMedia; readonly soft: boolean }) {
  const state = useObservable(media.state);
  const { camera, microphone, muted, cameraOff } = state;
  const begun = camera.kind !== "off" || microphone.kind !== "off";
  return (
    <figure className={styles.mirror} data-theme="dark" data-soft={soft || undefined}>
      <OwnPicture media={media} className={styles.picture} />
      <Absence state={state} onRetry={() => media.retry()} />
      {begun && (
        <div className={styles.switches}>
          <button
            type="button"
            className={styles.switch}
            aria-label="Mute"
            aria-pressed={muted}
            onClick={() => media.setMuted(!muted)}
          >
            <MicrophoneIcon off={muted} />
          </button>
          <button
            type="button"
            className={styles.switch}
            aria-label="Camera off"
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
  const { camera, cameraOff } = state;
  const lines = problemTexts(state);
  if (lines.length > 0) {
    return (
      <div className={styles.absence} data-over={camera.kind === "on" || undefined} role="alert">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Button onClick={onRetry}>Try again</Button>
      </div>
    );
  }
  if (cameraOff) return <p className={styles.absence}>Your camera is off. They will hear you.</p>;
  if (camera.kind === "off") return <p className={styles.absence}>This will be your picture.</p>;
  if (camera.kind === "opening") {
    return <p className={styles.absence}>Opening your camera. Your browser may ask you first.</p>;
  }
  return null;
}
